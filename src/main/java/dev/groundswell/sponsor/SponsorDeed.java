package dev.groundswell.sponsor;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a sponsor was asked for, did, or advised.
 *
 * @param words what it was, plain text
 */
public record SponsorDeed(UUID id, Kind kind, String words, LocalDate on) {
  /** The longest words, in characters. */
  public static final int LONGEST = 500;

  /** Which of the three. */
  public enum Kind {
    ASKED,
    DID,
    ADVISED
  }
}
