package dev.groundswell.search;

import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the tips for what somebody describes. Usable as soon as it is made, by words and synonyms;
 * after {@link #loadModel} also by meaning, which is far better. Never asks anybody outside. Safe
 * for several threads; the same question gets the same answers from the same files and mode.
 */
public final class TipSearch {
  private static final Logger LOG = LoggerFactory.getLogger(TipSearch.class);
  private static final int MOST = 12;

  /** How much the words that question and tip share count beside the cosine of their meanings. */
  private static final double WORDS_COUNT = 0.4;

  private final Samples samples;
  private final Inference inference;
  private final WordSearch words;
  private volatile @Nullable Understanding understanding;

  private TipSearch(TipLibrary library, PromptFiles files) {
    Problems problems = new Problems();
    Synonyms synonyms = Synonyms.read(files, problems);
    samples = Samples.read(library, files, problems);
    problems.throwIfAny();
    inference = new Inference(new AudienceWords(library));
    words = new WordSearch(samples, synonyms);
  }

  /**
   * Reads {@code search/} and indexes the tips; takes some tenths of a second.
   *
   * @throws dev.groundswell.prompt.BrokenFile with each problem's file and line
   */
  public static TipSearch load(TipLibrary library, PromptFiles files) {
    return new TipSearch(library, files);
  }

  /**
   * Loads the model of meanings, which takes a second or two, and some milliseconds more for each
   * text that was edited since the build: call it in a thread beside the start. If it cannot be
   * loaded, the log says so and the search goes on by words alone.
   */
  public void loadModel() {
    loadModel(SentenceModel::load);
  }

  /** Where a model comes from. */
  interface ModelSource {
    Embedder load() throws IOException;
  }

  void loadModel(ModelSource source) {
    try {
      understanding = Understanding.of(samples, Vectors.packaged(), source.load());
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.warn("The search goes on by words alone, since the model cannot be loaded: {}", e, e);
    }
  }

  /** True once questions are understood by meaning. */
  public boolean ready() {
    return understanding != null;
  }

  /**
   * The best tips for a question, or where it belongs, or nothing. Takes some milliseconds, at most
   * a fifth of a second for a very long one; never fails, however long or odd the text is.
   */
  public Answers find(Question question) {
    String text = question.text();
    if (Stems.of(text).isEmpty()) {
      return Answers.toNothing();
    }
    List<Audience> inferred = new ArrayList<>(inference.audiences(text));
    inferred.removeAll(question.audiences());
    Optional<Route> alarm = Routes.alarmed(samples.signs(), text);
    if (alarm.isPresent()) {
      return new Answers(List.of(), alarm.get(), inferred, false);
    }
    if (!words.canRead(text)) {
      return new Answers(List.of(), null, inferred, false);
    }
    Understanding model = understanding;
    return model == null
        ? byWords(question, inferred)
        : byMeaning(question, inferred, model, model.spelling().corrected(text));
  }

  private Answers byMeaning(
      Question question, List<Audience> inferred, Understanding model, String text) {
    float[] point = model.embedder().embed(text);
    Scope.Verdict verdict = model.scope().of(point);
    if (!verdict.ours() && !inference.isName(text)) {
      return new Answers(List.of(), verdict.route().orElse(null), inferred, false);
    }
    Scores meant = model.meanings().scores(point);
    Scores said = words.scores(text);
    return answers(question, inferred, i -> score(meant, said, i));
  }

  static double score(Scores meant, Scores said, int tip) {
    return meant.at(tip) + WORDS_COUNT * said.at(tip);
  }

  private Answers byWords(Question question, List<Audience> inferred) {
    WordSearch.Found found = words.find(question.text());
    if (!found.fits()) {
      return new Answers(List.of(), found.route().orElse(null), inferred, false);
    }
    return answers(question, inferred, found.scores()::at);
  }

  private Answers answers(Question question, List<Audience> inferred, IntToDoubleFunction scoreOf) {
    Bonus bonus = new Bonus(question, inferred);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < samples.tips().size(); i++) {
      Tip tip = samples.tips().get(i);
      double score = scoreOf.applyAsDouble(i);
      if (score > 0 && bonus.allows(tip)) {
        answers.add(new Answer(tip, Math.round((score + bonus.of(tip)) * 1e4) / 1e4));
      }
    }
    answers.sort(
        Comparator.comparingDouble(Answer::score)
            .reversed()
            .thenComparing(answer -> answer.tip().id()));
    return new Answers(answers.subList(0, Math.min(MOST, answers.size())), null, inferred, false);
  }
}
