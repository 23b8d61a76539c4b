package dev.groundswell.sponsor;

import java.util.List;

/**
 * Who should back a piece of work.
 *
 * @param fitting the executives whose recorded objectives fit, the best first
 * @param objectivesKnown whether any objective of this year is on file at all
 * @param gone those whose objectives would fit, and who have left
 */
public record Backers(
    List<Fit> fitting, boolean objectivesKnown, List<Sponsor> gone, Scale scale, String limit) {
  /** So many initiatives at once are a lot for one person. */
  static final int MANY = 3;

  /** So many are named. */
  static final int MOST = 5;

  /**
   * An executive whose objective fits.
   *
   * @param objective one of the organisation's; a personal one is never quoted
   * @param initiatives how many they back already, of those that the reader takes part in
   */
  public record Fit(Sponsor sponsor, String objective, int initiatives) {
    public boolean hasMany() {
      return initiatives >= MANY;
    }
  }

  /** How large the grant is. */
  public enum Scale {
    NO_GRANT,
    BELOW,
    /** At the limit or above: the whole executive team has to know. */
    WHOLE_TEAM,
    OTHER_CURRENCY,
    UNKNOWN_SUM
  }

  public Backers {
    fitting = List.copyOf(fitting);
    gone = List.copyOf(gone);
  }
}
