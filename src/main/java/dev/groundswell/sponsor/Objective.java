package dev.groundswell.sponsor;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * What a sponsor wants to reach.
 *
 * @param words as the sponsor would put it; a personal one is for its owner's eyes only
 * @param year for which it holds
 * @param topics the lines of the digest that serve it; none means all of them
 */
public record Objective(UUID id, Kind kind, String words, int year, Set<Topic> topics) {
  /** The longest words, in characters. */
  public static final int LONGEST = 200;

  /** So many of each kind are enough. */
  public static final int MOST = 6;

  /** Whether the organisation wants it, or the sponsor for themselves. */
  public enum Kind {
    STRATEGIC,
    PERSONAL
  }

  public Objective {
    if (words.isBlank() || words.length() > LONGEST) {
      throw new IllegalArgumentException("an objective has 1 to " + LONGEST + " characters");
    }
    topics = topics.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(topics));
  }

  boolean isServedBy(Topic topic) {
    return topics.isEmpty() || topics.contains(topic);
  }
}
