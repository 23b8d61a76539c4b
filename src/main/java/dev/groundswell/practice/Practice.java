package dev.groundswell.practice;

import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A primary-care practice, or another organisation, that one wants to engage.
 *
 * @param doNotContactBy who noted that it is to be left alone, or null
 * @param doNotContactAt when that was noted, or null
 */
public record Practice(
    WorkspaceId workspace,
    UUID id,
    String name,
    Details details,
    @Nullable UserId doNotContactBy,
    @Nullable Instant doNotContactAt) {

  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 120;

  public Practice {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
    }
  }

  public boolean isLeftAlone() {
    return doNotContactAt != null;
  }

  /** The name without what people type differently. */
  static String clean(String typed) {
    return OneLine.of(typed);
  }

  /** By what it is known again; databases differ in what they lower. */
  static String key(String name) {
    return clean(name).toLowerCase(Locale.ROOT);
  }

  /**
   * What is known about it; an empty text is not known.
   *
   * @param size how many work there, or null
   */
  public record Details(
      @Nullable Integer size,
      String recordSystem,
      String region,
      String ownership,
      String programmes,
      String rhythm,
      String networks) {
    public static final Details NONE = new Details(null, "", "", "", "", "", "");

    /** The longest of each text, in characters. */
    public static final int LONGEST = 120;
  }
}
