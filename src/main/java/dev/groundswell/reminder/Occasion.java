package dev.groundswell.reminder;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reason for saying something this time, so that it is said once however often it is tried.
 *
 * @param number how often the reminder had come before
 * @param to why this person gets it
 */
public record Occasion(UUID reminder, int number, To to) {

  /** Why somebody gets a reminder. */
  public enum To {
    /** It is theirs. */
    RECIPIENT,
    /** They lead, and whoever it is for was reminded several times. */
    LEAD_AT_LAST,
    /** They lead, and whoever it is for has put it off again and again; it comes to both. */
    LEAD_ASIDE,
    /** They lead, and whoever it is for can't be reached any more. */
    LEAD_INSTEAD
  }

  private static final Pattern NAME =
      Pattern.compile("reminder/([0-9a-f-]{36})/(\\d{1,9})(?:/(at-last|aside|instead))?");

  /** As it stands in the outbox. */
  public String name() {
    String name = "reminder/" + reminder + "/" + number;
    return switch (to) {
      case RECIPIENT -> name;
      case LEAD_AT_LAST -> name + "/at-last";
      case LEAD_ASIDE -> name + "/aside";
      case LEAD_INSTEAD -> name + "/instead";
    };
  }

  /** Reads a name from the outbox; empty for what is no reminder's. */
  public static Optional<Occasion> read(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Occasion(
            UUID.fromString(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            to(matcher.group(3))));
  }

  private static To to(@Nullable String suffix) {
    if (suffix == null) {
      return To.RECIPIENT;
    }
    return switch (suffix) {
      case "at-last" -> To.LEAD_AT_LAST;
      case "aside" -> To.LEAD_ASIDE;
      default -> To.LEAD_INSTEAD;
    };
  }
}
