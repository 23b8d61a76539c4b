package dev.groundswell.practice.checkin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one can bring along; each is one of the low-touch strategies. */
public enum ItemKind {
  ARTICLE("send-articles"),
  EVENT("learning-events"),
  NEIGHBOURS("neighbours"),
  FIELD("raise-awareness"),
  HELP("support-list"),
  HELLO("check-in");

  private final String strategy;

  ItemKind(String strategy) {
    this.strategy = strategy;
  }

  /** The id of the strategy in the catalogue. */
  public String strategy() {
    return strategy;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ItemKind> of(String id) {
    return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
  }
}
