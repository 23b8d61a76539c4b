package dev.groundswell.people;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.Optional;

/** Who is who, asked of Slack. */
public interface Directory {

  /** The person as of now; empty when nobody has that id, or Slack can't be asked just now. */
  Optional<Person> find(WorkspaceId workspace, UserId user);

  /** Whether the person looks after the workspace; false when nobody can tell just now. */
  default boolean isAdmin(WorkspaceId workspace, UserId user) {
    return false;
  }
}
