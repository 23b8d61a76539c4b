package dev.groundswell.practice.checkin;

import dev.groundswell.kernel.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a practice carries at the moment, as one reader may know it.
 *
 * @param others the initiatives that it works on now
 * @param asks how often it was asked for something in the last month
 */
public record Load(List<Other> others, int asks) {
  /** So many initiatives a practice can take at a time. */
  public static final int MOST_INITIATIVES = 2;

  /** So many asks a month. */
  public static final int MOST_ASKS = 3;

  /** The days that are taken for a month. */
  public static final int DAYS = 30;

  /**
   * One of the initiatives.
   *
   * @param name empty where the reader takes no part in it
   * @param lead whom to ask whether it could pause; null for one that is only noted as a demand
   * @param engagement what it has with the practice, where the reader may let that rest; or null
   */
  public record Other(String name, @Nullable UserId lead, @Nullable UUID engagement) {
    public boolean isNamed() {
      return !name.isEmpty();
    }
  }

  public Load {
    others = List.copyOf(others);
  }

  /** The names that the reader may know. */
  public List<String> names() {
    return others.stream().filter(Other::isNamed).map(Other::name).toList();
  }

  /** How many there are besides. */
  public int more() {
    return others.size() - names().size();
  }

  /** Whether it could take one more initiative. */
  public boolean hasRoomForAnother() {
    return others.size() < MOST_INITIATIVES;
  }

  /** Whether it could be asked once more. */
  public boolean maybeAsked() {
    return asks < MOST_ASKS;
  }
}
