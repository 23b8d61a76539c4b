package dev.groundswell.reminder;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that is to be planned.
 *
 * @param kind which feature it belongs to, and which view knows its words
 * @param subject what it is about, an id of that feature's
 * @param initiative whose lead, days and pauses count, or null
 * @param dueAt when it comes first
 */
public record NewReminder(
    WorkspaceId workspace,
    String kind,
    UUID subject,
    @Nullable UUID initiative,
    UserId recipient,
    Instant dueAt,
    Repeat repeat) {

  /** One that comes once. */
  public static NewReminder of(
      WorkspaceId workspace, String kind, UUID subject, UserId recipient, Instant dueAt) {
    return new NewReminder(workspace, kind, subject, null, recipient, dueAt, new Once());
  }

  /** The same, as part of an initiative. */
  public NewReminder about(UUID initiative) {
    return new NewReminder(workspace, kind, subject, initiative, recipient, dueAt, repeat);
  }

  /** The same, coming again until it is done, and then to the lead. */
  public NewReminder nagging(Nag nag) {
    return new NewReminder(workspace, kind, subject, initiative, recipient, dueAt, nag);
  }

  /** The same, coming again by a rule until it is stopped. */
  public NewReminder recurring(Rule rule) {
    return new NewReminder(workspace, kind, subject, initiative, recipient, dueAt, rule);
  }
}
