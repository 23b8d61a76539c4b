package dev.groundswell.practice;

import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was noted of a practice, the newest first.
 *
 * @param engagement what the initiative has with it
 * @param page counted from 0
 * @param total how many lines there are
 */
public record History(Practice practice, UUID engagement, List<Line> lines, int page, int total) {
  /** So many stand on a page. */
  public static final int SIZE = 15;

  public History {
    lines = List.copyOf(lines);
  }

  public boolean hasMore() {
    return (page + 1) * SIZE < total;
  }

  /**
   * Something that somebody noted.
   *
   * @param note in their words, or empty
   */
  public record Line(LocalDate on, UserId by, What what, String note) {}

  /** What it was. */
  public sealed interface What {
    /**
     * It was assessed.
     *
     * @param purpose which decision that should serve
     * @param why it was asked again so soon, or empty
     * @param outcome what was decided with it, or empty
     */
    record Assessed(String purpose, String why, String outcome) implements What {}

    /**
     * Somebody was in touch.
     *
     * @param title of what was brought along, or empty
     */
    record InTouch(Touch.Way way, String title) implements What {}

    /** It had something of the library. */
    record Had(String title) implements What {}

    /** It went to another stage of change. */
    record Moved(Stage from, Stage to) implements What {}

    /** Somebody went on all the same; the note is the reason. */
    record WentOn(Despite despite) implements What {}
  }

  /** What somebody went on despite, and what is kept beside it. */
  public enum Despite {
    ASSESS,
    BEGIN,
    DO_NOT_CONTACT,
    CONTACT_AGAIN;

    static @Nullable Despite of(String what) {
      for (Despite each : values()) {
        if (each.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(what)) {
          return each;
        }
      }
      return null;
    }
  }
}
