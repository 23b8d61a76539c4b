package dev.groundswell.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * How ready a practice is for joint work: two sliding scales, and what to do in each of the four
 * corners between them. Texts are plain sentences for people.
 *
 * @param quadrants the four combinations of high and low, each once
 * @param watch what to look at in leadership, resources and culture
 * @param context what else makes practices differ
 */
public record ReadinessModel(
    String purpose,
    String rule,
    String scale,
    Dimension willingness,
    Dimension stability,
    List<Component> watch,
    List<Quadrant> quadrants,
    List<Component> context,
    Assessment assessment,
    List<Source> sources) {
  public ReadinessModel {
    watch = List.copyOf(watch);
    quadrants = List.copyOf(quadrants);
    context = List.copyOf(context);
    sources = List.copyOf(sources);
  }

  /** The corner for these two ends of the scales. */
  public Quadrant quadrant(boolean willing, boolean stable) {
    return quadrants.stream()
        .filter(q -> q.willing() == willing && q.stable() == stable)
        .findFirst()
        .orElseThrow();
  }

  /** The corner with this id, for instance {@code willing-not-stable}. */
  public Optional<Quadrant> quadrant(String id) {
    return quadrants.stream().filter(q -> q.id().equals(id)).findFirst();
  }

  /**
   * One of the two scales, {@code willingness} or {@code stability}, and the components that are
   * rated for it.
   */
  public record Dimension(
      String id,
      String label,
      String alsoCalled,
      String means,
      List<Component> components,
      List<String> questionsToAsk) {
    public Dimension {
      components = List.copyOf(components);
      questionsToAsk = List.copyOf(questionsToAsk);
    }
  }

  /** Something that can be rated or watched, with a kebab-case id. */
  public record Component(String id, String text) {}

  /** One corner: what to do there, and the tips for it, at least one. */
  public record Quadrant(
      String id, boolean willing, boolean stable, String advice, List<Tip> tips) {
    public Quadrant {
      tips = List.copyOf(tips);
    }
  }

  /** What an assessment may contain, what it is good for, and the rules for sending one. */
  public record Assessment(List<String> contents, List<String> uses, List<String> rules) {
    public Assessment {
      contents = List.copyOf(contents);
      uses = List.copyOf(uses);
      rules = List.copyOf(rules);
    }
  }
}
