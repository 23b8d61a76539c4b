package dev.groundswell.practice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a practice through whom things move.
 *
 * @param role what they are there, or empty
 * @param reach how one gets hold of them, or empty
 * @param leftOn the day on which that was noted, or null while they are there
 */
public record ContactPerson(
    UUID id, Part part, String name, String role, String reach, @Nullable LocalDate leftOn) {
  /** The longest of each text, in characters. */
  public static final int LONGEST = 120;

  /** What they mean for a change. */
  public enum Part {
    DECIDES,
    LISTENED_TO,
    OTHER
  }

  public ContactPerson {
    if (name.isBlank() || name.length() > LONGEST) {
      throw new IllegalArgumentException("a person has a name of 1 to " + LONGEST + " characters");
    }
  }

  public boolean isThere() {
    return leftOn == null;
  }
}
