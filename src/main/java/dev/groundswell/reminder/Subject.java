package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reminder is about, in the fewest words that tell it from others of its kind; for the eyes
 * of those alone to whom it comes.
 *
 * @param account of whom it is about, or null
 * @param name of whom or what it is about where there is no account
 * @param words what was said, or empty
 */
public record Subject(@Nullable UserId account, String name, String words) {

  public static Subject named(String name) {
    return new Subject(null, name, "");
  }

  /** Knows what the reminders of a kind are about. */
  @FunctionalInterface
  public interface Known {
    /** Empty if it is not there any more, or not for this person to see. */
    Optional<Subject> find(Tx tx, WorkspaceId workspace, UserId viewer, UUID subject);
  }
}
