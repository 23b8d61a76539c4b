package dev.groundswell.initiative;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The programme or project that needs buy-in.
 *
 * @param zone where its days begin and end
 */
public record Initiative(WorkspaceId workspace, UUID id, String name, UserId lead, ZoneId zone) {
  /** The longest name, in characters; it has to fit a button. */
  public static final int LONGEST_NAME = 60;

  public Initiative {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
    }
  }
}
