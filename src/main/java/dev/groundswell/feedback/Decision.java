package dev.groundswell.feedback;

import java.util.Locale;
import java.util.Set;

/**
 * What was decided with an input.
 *
 * @param weighed how it was considered: by whom, against what
 * @param reason why it was decided so; what the contributor is told
 * @param link where one can see what changed; empty for none
 */
public record Decision(Outcome outcome, String weighed, String reason, String link) {
  /** Nothing was decided, and nothing noted. */
  public static final Decision NONE = new Decision(Outcome.PENDING, "", "");

  /** Answers that say nothing; a contributor deserves more. */
  private static final Set<String> EMPTY =
      Set.of(
          "",
          "na",
          "none",
          "nil",
          "null",
          "nothing",
          "notapplicable",
          "nocomment",
          "tbd",
          "x",
          "noreason");

  /** How an input ended. */
  public enum Outcome {
    PENDING,
    ADOPTED,
    PARTLY,
    DECLINED
  }

  /** Without a link. */
  public Decision(Outcome outcome, String weighed, String reason) {
    this(outcome, weighed, reason, "");
  }

  /** True if the words say something; dots, dashes and emoji alone do not. */
  public static boolean saysSomething(String words) {
    String letters =
        words
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return !EMPTY.contains(letters.toLowerCase(Locale.ROOT));
  }
}
