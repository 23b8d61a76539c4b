package dev.groundswell.practice.checkin;

import java.util.List;

/**
 * What a practice carries at the moment.
 *
 * @param initiatives that it works on now, by name
 * @param asks how often it was asked for something in the last month
 */
public record Load(List<String> initiatives, int asks) {
  /** So many initiatives a practice can take at a time. */
  public static final int MOST_INITIATIVES = 2;

  /** So many asks a month. */
  public static final int MOST_ASKS = 3;

  /** The days that are taken for a month. */
  public static final int DAYS = 30;

  public Load {
    initiatives = List.copyOf(initiatives);
  }

  /** Whether it could take one more initiative. */
  public boolean hasRoomForAnother() {
    return initiatives.size() < MOST_INITIATIVES;
  }

  /** Whether it could be asked once more. */
  public boolean maybeAsked() {
    return asks < MOST_ASKS;
  }
}
