package dev.groundswell.practice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way from "they are ready" to work.
 *
 * @param done the steps that are done
 * @param vision what the practice wants to be, in its own words
 * @param goal the first goal
 * @param measure by which one sees that it is reached
 * @param chosenBy who chose the goal
 * @param ideas for an early win
 */
public record KickOff(
    Set<Step> done,
    String vision,
    String goal,
    String measure,
    Chooser chosenBy,
    List<Idea> ideas) {

  /** The longest vision, goal or measure, in characters. */
  static final int LONGEST = 1000;

  /** The steps, in their order. */
  public enum Step {
    STAFF_AGREE,
    LEADER_COMMITTED,
    INTRODUCED,
    MEETING_PLANNED,
    ASSESSED_IN_DEPTH,
    GOALS_WRITTEN
  }

  /** Who chose the first goal. */
  public enum Chooser {
    NOBODY_YET,
    TEAM,
    ONE_PERSON,
    FACILITATOR
  }

  /**
   * An idea for an early win.
   *
   * @param id or null before it is kept
   * @param ease 1 is hard, 3 is easy
   * @param weeks until there is something to see
   * @param wished the practice wants it
   * @param learned from one that did not work; else empty
   */
  public record Idea(
      @Nullable UUID id,
      String text,
      int ease,
      int weeks,
      boolean wished,
      State state,
      String learned) {
    /** One that is new. */
    public Idea(String text, int ease, int weeks, boolean wished) {
      this(null, text, ease, weeks, wished, State.OPEN, "");
    }

    public boolean isOver() {
      return state == State.WORKED || state == State.DID_NOT_WORK;
    }
  }

  /** What became of an idea. */
  public enum State {
    PICKED,
    OPEN,
    WORKED,
    DID_NOT_WORK
  }

  public KickOff {
    Set<Step> inOrder = EnumSet.noneOf(Step.class);
    inOrder.addAll(done);
    done = java.util.Collections.unmodifiableSet(inOrder);
    // After what is picked, what the practice wishes comes first, then what is easy, then what
    // shows soon.
    ideas =
        ideas.stream()
            .sorted(
                java.util.Comparator.comparing(Idea::state)
                    .thenComparing(it -> !it.wished())
                    .thenComparing(it -> -it.ease())
                    .thenComparing(Idea::weeks)
                    .thenComparing(Idea::text))
            .toList();
  }

  static KickOff begun() {
    return new KickOff(Set.of(), "", "", "", Chooser.NOBODY_YET, List.of());
  }

  /** What was agreed here and there; where both have words and they fit no more, these stay. */
  KickOff with(KickOff other) {
    Set<Step> steps = EnumSet.noneOf(Step.class);
    steps.addAll(done);
    steps.addAll(other.done);
    List<Idea> all = new ArrayList<>(ideas);
    all.addAll(other.ideas);
    return new KickOff(
        steps,
        joined(vision, other.vision),
        joined(goal, other.goal),
        joined(measure, other.measure),
        chosenBy == Chooser.NOBODY_YET ? other.chosenBy : chosenBy,
        all);
  }

  private static String joined(String one, String other) {
    String both =
        one.isEmpty() || other.isEmpty() || one.equals(other)
            ? (one.isEmpty() ? other : one)
            : one + " / " + other;
    return both.length() > LONGEST ? one : both;
  }

  public Optional<Idea> idea(UUID id) {
    return ideas.stream().filter(it -> id.equals(it.id())).findFirst();
  }

  /** The idea that is picked, or could be next. */
  public Optional<Idea> next() {
    return ideas.stream().filter(it -> !it.isOver()).findFirst();
  }

  public boolean lacksLeader() {
    return !done.contains(Step.LEADER_COMMITTED);
  }

  public boolean lacksMeasure() {
    return !goal.isEmpty() && measure.isEmpty();
  }

  /** A goal that the practice did not choose together rarely lasts. */
  public boolean wasChosenAlone() {
    return chosenBy == Chooser.ONE_PERSON || chosenBy == Chooser.FACILITATOR;
  }
}
