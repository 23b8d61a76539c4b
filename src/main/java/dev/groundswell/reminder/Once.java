package dev.groundswell.reminder;

/** It comes once. */
public record Once() implements Repeat {}
