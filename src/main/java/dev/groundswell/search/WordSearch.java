package dev.groundswell.search;

import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds tips by words and their synonyms alone. */
final class WordSearch {
  private static final double TITLE = 2.0;
  private static final double SAY = 1.0;
  private static final double ASKS = 1.5;
  private static final double ADVICE = 1.0;
  private static final double AUDIENCE = 0.7;

  /** How likely ours a question must be, as the logarithm of the odds. */
  private static final double LIKELY = 0.7;

  /** The least part of a refused question that an example of a route must cover. */
  private static final double ALIKE = 0.3;

  private final Synonyms synonyms;
  private final WordIndex tipIndex = new WordIndex();
  private final WordIndex elsewhere = new WordIndex();
  private final List<@Nullable Route> routeOf = new ArrayList<>();
  private final List<List<Synonyms.Term>> elsewhereTerms = new ArrayList<>();
  private final WordOdds odds;

  WordSearch(Samples samples, Synonyms synonyms) {
    this.synonyms = synonyms;
    samples.tips().forEach(this::addTip);
    samples.outOfScope().forEach(example -> addElsewhere(example, null));
    for (Routes.Sign sign : samples.signs()) {
      sign.examples().forEach(example -> addElsewhere(example, sign.route()));
    }
    Stream<String> ours =
        Stream.of(samples.asks(), samples.inScope(), samples.lookalikes()).flatMap(List::stream);
    odds = new WordOdds(ours.map(this::terms).toList(), elsewhereTerms);
  }

  /**
   * What words alone tell.
   *
   * @param scores for each tip, from 0 to 1
   * @param fits false if the question has too little in common with any tip
   */
  record Found(Scores scores, boolean fits, Optional<Route> route) {}

  Found find(String text) {
    List<Synonyms.Term> terms = terms(text);
    Scores scores = tipIndex.scores(terms);
    if (odds.of(terms) >= LIKELY && scores.highest() > 0) {
      return new Found(scores, true, Optional.empty());
    }
    Scores other = elsewhere.scores(terms);
    boolean alike = other.highest() > ALIKE;
    return new Found(
        scores, false, alike ? Optional.ofNullable(routeOf.get(other.best())) : Optional.empty());
  }

  /** For each tip how much of the text it covers, from 0 to 1. */
  Scores scores(String text) {
    return tipIndex.scores(terms(text));
  }

  /**
   * False for other languages and for keyboard noise: of the words, small ones included, fewer than
   * a third are known.
   */
  boolean canRead(String text) {
    List<Stems.Word> all = Stems.of(text);
    long known = all.stream().filter(word -> word.small() || isKnown(word.stem())).count();
    return known * 3 >= all.size();
  }

  private boolean isKnown(String stem) {
    return tipIndex.knows(stem) || elsewhere.knows(stem);
  }

  private List<Synonyms.Term> terms(String text) {
    return synonyms.terms(Stems.of(text));
  }

  private void addTip(Tip tip) {
    List<WordIndex.Field> fields = new ArrayList<>();
    fields.add(field(tip.title(), TITLE));
    fields.add(field(tip.say().orElse(""), SAY));
    fields.add(field(tip.advice() + " " + tip.why(), ADVICE));
    tip.asks().forEach(ask -> fields.add(field(ask, ASKS)));
    for (Audience audience : tip.audiences()) {
      fields.add(field(audience.label(), AUDIENCE));
    }
    tipIndex.add(fields);
  }

  private void addElsewhere(String example, @Nullable Route route) {
    elsewhere.add(List.of(field(example, 1)));
    elsewhereTerms.add(terms(example));
    routeOf.add(route);
  }

  private WordIndex.Field field(String text, double weight) {
    return new WordIndex.Field(terms(text), weight);
  }
}
