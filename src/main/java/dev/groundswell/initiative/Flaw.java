package dev.groundswell.initiative;

/**
 * What is wrong with something that was filled in.
 *
 * @param what the piece that can't be used, as it was typed; empty when it is all of it, or must
 *     not be repeated
 */
public record Flaw(Field field, Why why, String what) {
  /** The fields of the form. */
  public enum Field {
    NAME,
    PURPOSE,
    HOME,
    ZONE,
    WORKING_DAYS,
    HOLIDAYS,
    UNTIL
  }

  /** What can be wrong. */
  public enum Why {
    BLANK,
    TOO_LONG,
    TOO_MANY,
    TAKEN,
    PATIENT_DETAILS,
    NOT_A_DATE,
    NOT_A_ZONE,
    PAST,
    TOO_FAR,
    CHANNEL_GONE,
    BOT_NOT_IN,
    SHARED,
    HOME_OF_ANOTHER
  }
}
