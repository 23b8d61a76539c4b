package dev.groundswell.outbox;

import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Instant;
import java.util.List;

/**
 * A line of the log: what became of a message, never what it says.
 *
 * @param recipient a person or a channel of Slack's; for mail an id of the feature's own
 * @param name of whoever gets it, for a mail whose feature says so; else empty
 * @param why the reason when it was not sent, or not yet; else empty
 * @param at when it came to stand there; for one that waits, when it is due
 * @param kinds what sort of things it says
 */
public record Entry(
    Medium medium,
    String recipient,
    String name,
    OutboxState state,
    String why,
    Instant at,
    List<String> kinds) {
  public Entry {
    kinds = List.copyOf(kinds);
  }
}
