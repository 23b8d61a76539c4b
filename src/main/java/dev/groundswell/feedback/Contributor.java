package dev.groundswell.feedback;

import dev.groundswell.kernel.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who gave input: somebody with an account, or a person or group known by name only.
 *
 * @param userId the account, or null for somebody without one
 */
public record Contributor(@Nullable UserId userId, String name) {
  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 120;

  public Contributor {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
    }
  }

  /** Their account in the workspace, if they have one. */
  public Optional<UserId> account() {
    return Optional.ofNullable(userId);
  }
}
