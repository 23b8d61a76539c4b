package dev.groundswell.practice.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What another instrument gave. It stands beside the two scales and is never mixed with them.
 *
 * @param instrument by its name
 * @param citation where the instrument comes from, so that others can read the scores
 */
public record NamedScores(String instrument, List<Score> scores, String citation) {
  /** The longest name of an instrument, and the longest citation, in characters. */
  public static final int LONGEST_NAME = 120;

  public static final int LONGEST_CITATION = 400;

  /** So many scores say more than anybody reads. */
  public static final int MOST = 12;

  public NamedScores {
    if (instrument.isBlank() || citation.isBlank()) {
      throw new IllegalArgumentException("an instrument has a name and a source");
    }
    if (scores.isEmpty() || scores.size() > MOST) {
      throw new IllegalArgumentException("1 to 12 scores, not " + scores.size());
    }
    scores = List.copyOf(scores);
  }

  /** What was read from lines of text. */
  public sealed interface Read {
    record Scores(List<Score> scores) implements Read {}

    /** There is no score in that line. */
    record NoScore(String line) implements Read {}
  }

  /** One score on each line; empty lines count for nothing. */
  public static Read read(String lines) {
    List<Score> scores = new ArrayList<>();
    for (String line : lines.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
      Optional<Score> score = Score.parse(line);
      if (score.isEmpty()) {
        return new Read.NoScore(line);
      }
      scores.add(score.get());
    }
    return new Read.Scores(scores);
  }

  /** The scores, one on each line, as {@link #read} takes them. */
  public String lines() {
    return scores.stream().map(Score::toString).collect(Collectors.joining("\n"));
  }

  /** The same instrument, however it was typed. */
  public boolean isBy(String other) {
    return instrument.strip().equalsIgnoreCase(other.strip());
  }
}
