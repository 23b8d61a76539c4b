package dev.groundswell.reminder;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that will come.
 *
 * @param subject what it is about, or null where nobody knows
 * @param at when it will be said, as it looks now: not before it is due, at a good moment
 */
public record Coming(Reminder reminder, Instant at, @Nullable Subject subject) {

  /** A place in the list of what is coming: what stands behind it is due later. */
  public record Place(Instant dueAt, UUID id) {
    private static final Pattern WRITTEN =
        Pattern.compile("(-?\\d{1,19})/(\\d{1,9})/([0-9a-f-]{36})");

    /** Before everything else. */
    public static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));

    /** As it can be put into a button. */
    public String written() {
      return dueAt.getEpochSecond() + "/" + dueAt.getNano() + "/" + id;
    }

    public static Optional<Place> read(String written) {
      Matcher matcher = WRITTEN.matcher(written);
      return matcher.matches()
          ? Optional.of(
              new Place(
                  Instant.ofEpochSecond(
                      Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))),
                  UUID.fromString(matcher.group(3))))
          : Optional.empty();
    }
  }

  public Place place() {
    return new Place(reminder.dueAt(), reminder.id());
  }
}
