package dev.groundswell.knowledge;

import dev.groundswell.knowledge.Folding.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands what people type after {@code /buyin tips}: {@code docs and nurses}, {@code our front
 * desk, not ready}, {@code clinicians @riverside}. Case, articles, plurals, hyphens, accents, emoji
 * and small typing errors do not matter. Only the first 300 characters are read. Safe for several
 * threads.
 */
public final class AudienceWords {
  private static final int READ_AT_MOST = 300;
  private static final int ECHO_AT_MOST = 60;
  private static final Pattern PRACTICE = Pattern.compile("(?<![^\\s,;<])<?@[^,;\\n]*");
  private static final Set<String> FILLERS =
      Set.of(
          "and",
          "or",
          "for",
          "with",
          "to",
          "of",
          "in",
          "on",
          "at",
          "by",
          "from",
          "about",
          "as",
          "is",
          "are",
          "be",
          "who",
          "whos",
          "what",
          "whats",
          "how",
          "do",
          "doe",
          "i",
          "me",
          "we",
          "us",
          "they",
          "them",
          "that",
          "some",
          "any",
          "tip",
          "advice",
          "help",
          "please",
          "stage",
          "situation",
          "audience",
          "stakeholder",
          "when",
          "but",
          "vs",
          "plus",
          "etc",
          "also",
          "both",
          "need",
          "get",
          "give",
          "show",
          "still",
          "very",
          "all");

  private final NameBook book;

  public AudienceWords(TipLibrary library) {
    book = new NameBook(library, FILLERS);
  }

  /** What was understood: {@link Recognised}, {@link Unknown} or {@link Empty}. */
  public sealed interface Reading permits Recognised, Unknown, Empty {}

  /**
   * At least an audience, a stage or a situation was found.
   *
   * @param audiences in the order typed, each once; empty if only a stage or a situation was named
   * @param stageOrNull the first stage named
   * @param situationOrNull the first situation named
   * @param leftover what was not understood, as typed, in order; a practice keeps its "@" and is
   *     one entry
   */
  public record Recognised(
      List<Audience> audiences,
      @Nullable Stage stageOrNull,
      @Nullable Situation situationOrNull,
      List<String> leftover)
      implements Reading {
    public Recognised {
      audiences = List.copyOf(audiences);
      leftover = List.copyOf(leftover);
    }

    public Optional<Stage> stage() {
      return Optional.ofNullable(stageOrNull);
    }

    public Optional<Situation> situation() {
      return Optional.ofNullable(situationOrNull);
    }
  }

  /**
   * Something was typed and nothing in it is known.
   *
   * @param word what was typed, at most 60 characters, without control and direction marks, not
   *     escaped for Slack
   * @param nearest up to three audiences that may have been meant, the nearest first; may be empty
   */
  public record Unknown(String word, List<Audience> nearest) implements Reading {
    public Unknown {
      nearest = List.copyOf(nearest);
    }
  }

  /** Nothing was typed, or nothing but emoji, punctuation and small words. */
  public record Empty() implements Reading {}

  /** Reads a text as Slack sends it; never fails, however long or odd it is. */
  public Reading read(String text) {
    String plain = clean(text);
    Understood understood = new Understood();
    Matcher practice = PRACTICE.matcher(plain);
    int from = 0;
    while (practice.find()) {
      understand(plain.substring(from, practice.start()), understood);
      String named = practice.group().strip();
      if (named.length() > 1) {
        understood.leftover.add(named);
      }
      from = practice.end();
    }
    understand(plain.substring(from), understood);
    return understood.reading();
  }

  private void understand(String text, Understood understood) {
    List<Word> words = Folding.words(text);
    List<@Nullable Term> meanings = book.meanings(words);
    Term before = null;
    for (int i = 0; i < words.size(); i++) {
      Term term = meanings.get(i);
      if (term == null) {
        if (!FILLERS.contains(words.get(i).folded())) {
          understood.leftover.add(words.get(i).typed());
        }
      } else if (term != before) {
        understood.take(term, words.get(i).typed());
      }
      before = term;
    }
  }

  /**
   * At most 300 characters, Slack's entities decoded, without control characters and direction
   * marks.
   */
  private static String clean(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .limit(READ_AT_MOST)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(kept::appendCodePoint);
    return kept.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** What has been understood so far. */
  private final class Understood {
    private final Set<Audience> audiences = new LinkedHashSet<>();
    private final List<String> leftover = new ArrayList<>();
    private @Nullable Stage stage;
    private @Nullable Situation situation;

    void take(Term term, String typed) {
      if (term instanceof Audience audience) {
        audiences.add(audience);
      } else if (term instanceof StageWording wording && stage == null) {
        stage = wording.stage();
      } else if (term instanceof Situation named && situation == null) {
        situation = named;
      } else {
        leftover.add(typed);
      }
    }

    Reading reading() {
      if (audiences.size() > 1) {
        audiences.removeIf(Audience::isEveryone);
      }
      if (!audiences.isEmpty() || stage != null || situation != null) {
        return new Recognised(List.copyOf(audiences), stage, situation, leftover);
      }
      if (leftover.isEmpty()) {
        return new Empty();
      }
      String word = String.join(" ", leftover);
      int shown =
          word.offsetByCodePoints(0, Math.min(ECHO_AT_MOST, word.codePointCount(0, word.length())));
      return new Unknown(word.substring(0, shown), book.nearest(leftover));
    }
  }
}
