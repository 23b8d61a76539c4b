package dev.groundswell.feedback;

/**
 * What happened with the input of an initiative in a stretch of time, in totals.
 *
 * @param putIn inputs recorded in it
 * @param adopted decided in it: taken up whole
 * @param partly decided in it: taken up in part
 * @param declined decided in it: not taken up
 * @param told contributors who heard back in it, each counted once
 * @param waiting contributors who still waited to hear back at its end, each counted once
 */
public record Movement(int putIn, int adopted, int partly, int declined, int told, int waiting) {
  public int decided() {
    return adopted + partly + declined;
  }

  public boolean nothingMoved() {
    return putIn == 0 && decided() == 0 && told == 0;
  }
}
