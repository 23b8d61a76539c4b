package dev.groundswell.pledge;

import dev.groundswell.kernel.UserId;
import java.util.Optional;

/**
 * A pledge as somebody gave it, before anything was looked at.
 *
 * @param account whose it is, if they have one
 * @param name whose it is by name, or {@code 3 patients}; empty when an account is given
 * @param group one of the definitions of buy-in, or empty to let it be found by the name
 * @param when the day as written
 */
public record Said(
    Optional<UserId> account, String name, String group, String words, String when) {}
