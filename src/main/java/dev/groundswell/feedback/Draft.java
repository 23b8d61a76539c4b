package dev.groundswell.feedback;

import dev.groundswell.prompt.Words;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts what was decided, and why, into a text that its owner can send as it is. */
final class Draft {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final int QUOTED = 400;

  private final Words words;

  Draft(Words words) {
    this.words = words;
  }

  /** For the contributor alone, or for everybody in a channel. */
  String of(Input input, Way way) {
    boolean notice = way == Way.NOTICE || way == Way.BY_HAND_NO_HOME;
    if (!notice) {
      return text("report-back.draft", input, greeted(input.contributor()));
    }
    return input.origin().mayBeNamed()
        ? text("report-back.draft-notice-named", input, input.contributor().name())
        : text("report-back.draft-notice", input, "");
  }

  /** That it is still being weighed. */
  String weighing(Input input) {
    return words.plain(
        "report-back.weighing-text", "day", DAY.format(input.receivedOn()), "words", said(input));
  }

  private String text(String name, Input input, String who) {
    Decision decision = input.decision();
    return words.plain(
        name,
        "name",
        who,
        "day",
        DAY.format(input.receivedOn()),
        "words",
        said(input),
        "outcome",
        words.plain("report-back.says-" + decision.outcome().name().toLowerCase(Locale.ROOT)),
        "reason",
        sentence(decision.reason()),
        "weighed",
        sentence(decision.weighed()),
        "link",
        decision.link());
  }

  /** A group is not called by its name: "Hello the night shift" is no greeting. */
  private static String greeted(Contributor contributor) {
    String name = contributor.name();
    boolean group = name.toLowerCase(Locale.ROOT).matches("(the|a|an|our|some|several|many) .*");
    return group ? "" : name;
  }

  private static String said(Input input) {
    String line = input.words().strip().replaceAll("\\s+", " ");
    if (line.length() <= QUOTED) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(QUOTED - 1)) ? QUOTED - 1 : QUOTED;
    return line.substring(0, end) + "…";
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.matches("(?s).*[\\p{L}\\p{N}]") ? stripped + "." : stripped;
  }
}
