package dev.groundswell.initiative;

import dev.groundswell.kernel.UserId;

/** Somebody who takes part in an initiative. */
public record Member(UserId user, Role role) {}
