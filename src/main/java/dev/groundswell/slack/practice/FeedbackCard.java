package dev.groundswell.slack.practice;

import dev.groundswell.practice.Benchmarks.Beside;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.Benchmark.Standing;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.practice.readiness.Dimension;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text for the practice itself: strengths first, then progress, how it stands beside others, what
 * takes long, and a question. It names no score and no corner, since it is a talk and not a result.
 */
final class FeedbackCard {
  private static final int STRONG = 4;

  /** These change over years rather than months. */
  private static final Set<Component> SLOW =
      Set.of(Component.FINANCES, Component.CULTURE, Component.OTHER_RESOURCES);

  private final Words words;

  FeedbackCard(Words words) {
    this.words = words;
  }

  Message of(Beside beside) {
    Card card = beside.card();
    Optional<Assessment> latest = card.trajectory().latest();
    if (latest.isEmpty()) {
      return Message.of(words.say("practice.card-not-rated"));
    }
    Map<Component, Integer> ratings = latest.get().ratings();
    List<Component> strong =
        ratings.keySet().stream().filter(it -> rated(ratings, it) >= STRONG).toList();
    if (strong.isEmpty()) {
      return Message.of(words.say("practice.feedback-no-strength"));
    }
    List<String> lines = new ArrayList<>();
    lines.add(words.plain("practice.feedback-strengths", "what", texts(strong)));
    card.trajectory()
        .before()
        .map(before -> better(ratings, before.ratings()))
        .filter(better -> !better.isEmpty())
        .ifPresent(
            better -> lines.add(words.plain("practice.feedback-progress", "what", texts(better))));
    for (Dimension dimension : Dimension.values()) {
      beside
          .benchmark()
          .on(dimension)
          .map(it -> words.plain("practice.beside-" + dimension.id() + "-" + id(it)))
          .ifPresent(lines::add);
    }
    List<Component> slow =
        ratings.keySet().stream()
            .filter(it -> SLOW.contains(it) && rated(ratings, it) < STRONG)
            .toList();
    if (!slow.isEmpty()) {
      lines.add(words.plain("practice.feedback-slow", "what", texts(slow)));
    }
    lines.add(words.plain("practice.feedback-question"));
    String intro = words.say("practice.feedback-intro", "name", card.practice().name());
    return new Message(
        intro,
        List.of(
            Blocks.section(intro),
            Blocks.section(words.say("practice.feedback-text", "text", String.join(" ", lines))),
            Blocks.context(words.say("practice.feedback-hint"))));
  }

  private static int rated(Map<Component, Integer> ratings, Component component) {
    return ratings.getOrDefault(component, 0);
  }

  private static List<Component> better(
      Map<Component, Integer> now, Map<Component, Integer> before) {
    return now.keySet().stream()
        .filter(it -> before.containsKey(it) && rated(now, it) > rated(before, it))
        .toList();
  }

  private static String id(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }

  private String texts(List<Component> components) {
    List<String> texts =
        components.stream().map(it -> words.plain("practice.theme-" + it.id())).toList();
    int last = texts.size() - 1;
    return last == 0
        ? texts.get(0)
        : words.plain(
            "practice.feedback-and",
            "first",
            String.join(", ", texts.subList(0, last)),
            "last",
            texts.get(last));
  }
}
