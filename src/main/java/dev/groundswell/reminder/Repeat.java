package dev.groundswell.reminder;

/** How a reminder comes again: not at all, until it is done, or by a rule. */
public sealed interface Repeat permits Once, Nag, Rule {}
