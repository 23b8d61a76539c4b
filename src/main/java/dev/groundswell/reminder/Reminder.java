package dev.groundswell.reminder;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/**
 * A row that says: at this instant tell this person this, until done.
 *
 * @param kind which feature it belongs to, and which view knows its words
 * @param subject what it is about, an id of that feature's
 * @param fired how often it has come already
 */
public record Reminder(
    WorkspaceId workspace,
    UUID id,
    String kind,
    UUID subject,
    UserId recipient,
    Instant dueAt,
    int fired) {

  /** The reason for saying it this time, so that it is said once however often it is tried. */
  public String occasion() {
    return "reminder/" + id + "/" + fired;
  }
}
