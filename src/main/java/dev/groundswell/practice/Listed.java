package dev.groundswell.practice;

/** A line of the list of practices. */
public record Listed(String name, Engagement engagement) {}
