package dev.groundswell.slack.practice;

import dev.groundswell.knowledge.ReadinessModel;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text for the practice itself: strengths first, then progress, then what takes long, and a
 * question. It names no score and no corner, since it is a talk and not a result.
 */
final class FeedbackCard {
  private static final int STRONG = 4;

  /** These change over years rather than months. */
  private static final Set<Component> SLOW =
      Set.of(Component.FINANCES, Component.CULTURE, Component.OTHER_RESOURCES);

  private final Words words;
  private final TipLibrary library;

  FeedbackCard(Words words, TipLibrary library) {
    this.words = words;
    this.library = library;
  }

  Message of(Card card) {
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

  private String texts(List<Component> components) {
    Map<String, String> texts =
        Stream.of(library.readiness().willingness(), library.readiness().stability())
            .flatMap(it -> it.components().stream())
            .collect(
                Collectors.toMap(ReadinessModel.Component::id, ReadinessModel.Component::text));
    return components.stream()
        .map(it -> texts.getOrDefault(it.id(), it.id()))
        .collect(Collectors.joining("; "));
  }
}
