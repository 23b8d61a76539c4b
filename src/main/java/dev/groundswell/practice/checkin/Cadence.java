package dev.groundswell.practice.checkin;

import dev.groundswell.knowledge.Stage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many weeks lie between two contacts, by stage of change. A practice that weighs its pros and
 * cons hears sooner than one that has no intention yet; one about to begin needs somebody at hand.
 */
public record Cadence(Map<Stage, Integer> weeks) {
  public static final int SHORTEST = 1;
  public static final int LONGEST = 52;

  public static final Cadence USUAL =
      new Cadence(
          Map.of(
              Stage.PRECONTEMPLATION, 12,
              Stage.CONTEMPLATION, 6,
              Stage.PREPARATION, 2,
              Stage.ACTION, 3,
              Stage.MAINTENANCE, 12));

  public Cadence {
    Map<Stage, Integer> inOrder = new EnumMap<>(Stage.class);
    inOrder.putAll(weeks);
    for (Stage stage : Stage.values()) {
      Integer each = inOrder.get(stage);
      if (each == null || each < SHORTEST || each > LONGEST) {
        throw new IllegalArgumentException("each stage has 1 to 52 weeks, not " + each);
      }
    }
    weeks = Collections.unmodifiableMap(inOrder);
  }

  public int weeks(Stage stage) {
    return Objects.requireNonNull(weeks.get(stage));
  }

  /** The same, but for one stage. */
  public Cadence with(Stage stage, int each) {
    Map<Stage, Integer> changed = new EnumMap<>(weeks);
    changed.put(stage, each);
    return new Cadence(changed);
  }
}
