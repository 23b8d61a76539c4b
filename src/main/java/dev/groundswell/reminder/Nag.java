package dev.groundswell.reminder;

/**
 * It comes again after some working days, so many times at most; then it goes to the lead once, and
 * rests.
 *
 * @param workingDays between two times
 * @param times how often it comes again after the first time
 */
public record Nag(int workingDays, int times) implements Repeat {
  public Nag {
    if (workingDays < 1 || times < 1) {
      throw new IllegalArgumentException("a nag has a pause of a day at least, and a bound");
    }
  }

  /** {@code Nag.every(3).times(2)}: twice more, with three working days between. */
  public static Every every(int workingDays) {
    return new Every(workingDays);
  }

  /** A nag that still needs its bound. */
  public record Every(int workingDays) {
    public Nag times(int times) {
      return new Nag(workingDays, times);
    }
  }
}
