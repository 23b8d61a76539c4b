package dev.groundswell.feedback;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How many of those who gave input have heard what became of it. Withdrawn inputs are in none of
 * the figures.
 *
 * @param told heard, and have not answered, or asked something
 * @param confirmed heard, and said so
 * @param open wait: for a decision, for a message that is on its way, or for their owner
 * @param refuted answered that this is not what they said, and wait again
 * @param asked of those who heard, how many wait for the answer to a question of theirs
 * @param bounced can't be reached: what was sent came back
 * @param anonymous can't be reached: nobody knows who they are, whether or not a notice was given
 *     for everybody
 * @param optedOut can't be reached: they do not want to be written to
 * @param deactivated can't be reached: their account was switched off
 * @param medianDays from the input until they were told; null while nobody was told
 */
public record HeardBack(
    int told,
    int confirmed,
    int open,
    int refuted,
    int asked,
    int bounced,
    int anonymous,
    int optedOut,
    int deactivated,
    @Nullable Integer medianDays) {

  /** With nothing to count. */
  public static final HeardBack NOBODY = new HeardBack(0, 0, 0, 0, 0, 0, 0, 0, 0, null);

  /** Told or confirmed; whoever can't be reached is not among them. */
  public int heard() {
    return told + confirmed;
  }

  public int unreachable() {
    return bounced + anonymous + optedOut + deactivated;
  }

  /** Those who wait for somebody to do something: to tell them, or to answer them. */
  public int waiting() {
    return open + refuted + asked;
  }

  /** All but what was withdrawn. */
  public int owed() {
    return heard() + open + refuted + unreachable();
  }

  /**
   * Per cent who have heard, rounded so that 100 means everybody and 0 means nobody; empty when
   * nothing was put in.
   */
  public OptionalInt rate() {
    if (owed() == 0) {
      return OptionalInt.empty();
    }
    int rounded = (int) Math.round(100.0 * heard() / owed());
    int least = heard() == 0 ? 0 : 1;
    int most = heard() == owed() ? 100 : 99;
    return OptionalInt.of(Math.max(least, Math.min(most, rounded)));
  }
}
