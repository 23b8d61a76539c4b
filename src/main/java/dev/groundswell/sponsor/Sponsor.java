package dev.groundswell.sponsor;

import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.UUID;

/** An executive director who backs an initiative and gets its digest. */
public record Sponsor(
    WorkspaceId workspace,
    UUID id,
    UUID initiative,
    String name,
    MailAddress address,
    UserId owner) {
  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 120;

  public Sponsor {
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
    }
  }
}
