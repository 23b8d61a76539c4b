package dev.groundswell.practice.readiness;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is rated, from 1 to 5; for stress, 5 means calm. */
public enum Component {
  MOTIVATION(Dimension.WILLINGNESS),
  RECEPTIVITY_TO_IMPROVEMENT(Dimension.WILLINGNESS),
  RECEPTIVITY_TO_FACILITATOR(Dimension.WILLINGNESS),
  LEADERSHIP(Dimension.STABILITY),
  FINANCES(Dimension.STABILITY),
  OTHER_RESOURCES(Dimension.STABILITY),
  CULTURE(Dimension.STABILITY),
  STRESS(Dimension.STABILITY);

  /** The lowest and the highest rating. */
  public static final int LOWEST = 1;

  public static final int HIGHEST = 5;

  private final Dimension dimension;

  Component(Dimension dimension) {
    this.dimension = dimension;
  }

  public Dimension dimension() {
    return dimension;
  }

  /** As the readiness model calls it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static List<Component> of(Dimension dimension) {
    return Arrays.stream(values()).filter(it -> it.dimension == dimension).toList();
  }

  public static Optional<Component> of(String id) {
    return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
  }
}
