package dev.groundswell.sponsor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How many people want what the initiative offers, in totals that were counted on some days.
 *
 * @param counts the earlier first
 */
public record Interest(Kind kind, List<Count> counts) {
  /** Fewer could be recognised. */
  public static final int LEAST_SHOWN = 5;

  /** What was counted. */
  public enum Kind {
    REQUESTS,
    SIGN_UPS,
    WAITING
  }

  /** A total as it stood on a day. */
  public record Count(LocalDate on, int total, String source) {}

  public Interest {
    counts = List.copyOf(counts);
  }

  /** The newest total, if it is large enough to be shown. */
  Optional<Count> newest() {
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(counts.get(counts.size() - 1)).filter(it -> it.total() >= LEAST_SHOWN);
  }

  /** The one before, if it is large enough to be shown. */
  Optional<Count> before() {
    return counts.size() < 2
        ? Optional.empty()
        : Optional.of(counts.get(counts.size() - 2)).filter(it -> it.total() >= LEAST_SHOWN);
  }
}
