package dev.groundswell.knowledge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What each stage of change asks of a facilitator; every stage has its guidance. */
public record StagesOfChange(
    String model,
    String movement,
    String note,
    Map<Stage, Guidance> guidance,
    List<Source> sources) {
  public StagesOfChange {
    Map<Stage, Guidance> inOrder = new EnumMap<>(Stage.class);
    inOrder.putAll(guidance);
    guidance = Collections.unmodifiableMap(inOrder);
    sources = List.copyOf(sources);
  }

  /** The guidance for one stage. */
  public Guidance of(Stage stage) {
    return Objects.requireNonNull(guidance.get(stage), stage::id);
  }

  /**
   * What the stage is for a practice, which part of the facilitation it belongs to, what to do,
   * what to avoid.
   */
  public record Guidance(
      Stage stage,
      String means,
      List<String> facilitation,
      List<String> tasks,
      List<String> avoid) {
    public Guidance {
      facilitation = List.copyOf(facilitation);
      tasks = List.copyOf(tasks);
      avoid = List.copyOf(avoid);
    }
  }
}
