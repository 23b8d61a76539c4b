package dev.groundswell.slack.feedback;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.ReportBack;
import dev.groundswell.feedback.ReportBack.Answer;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** One input as a line: who waits since when for what, with the next step beside it. */
public final class InputLines {
  private static final int QUOTED = 400;
  private static final int LISTED = 200;

  private final Words words;

  public InputLines(Words words) {
    this.words = words;
  }

  /** One input as a line with its menu and its next step, for lists and the Home. */
  public List<LayoutBlock> line(Input input, LocalDate today, ZoneId zone, boolean own) {
    Object from = ReportBackView.from(input.contributor());
    String standing = standing(input, today, zone);
    String line =
        input.isWithdrawn()
            ? words.say("report-back.line-withdrawn", "from", from, "standing", standing)
            : words.say(
                "report-back.line",
                "from",
                from,
                "standing",
                standing,
                "words",
                ReportBackView.oneLine(input.words(), LISTED));
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!own || input.isWithdrawn()) {
      blocks.add(Blocks.section(line));
      return blocks;
    }
    blocks.add(Blocks.section(line, InputView.more(words, input)));
    boolean waits = input.reportBack().waits() && !input.reportBack().sending().isUnderWay();
    if (waits || isLost(input)) {
      blocks.add(Blocks.actions(step(input)));
    }
    return blocks;
  }

  /** Nothing reached them, but somebody may yet; nobody tells those who were erased. */
  private static boolean isLost(Input input) {
    return input.reportBack().state() == ReportBack.State.UNREACHABLE
        && !input.contributor().name().equals(Holdings.NOBODY);
  }

  private ButtonElement step(Input input) {
    String id = input.id().toString();
    if (!input.isDecided()) {
      return button(InputView.DECIDE, "decide-button", InputView.toDecide(input));
    } else if (isLost(input)) {
      return button(ReportBackView.OTHER, "other-button", id);
    }
    return input.reportBack().answerOpen()
        ? button(ReportBackView.OPEN, "answer-button", id)
        : button(ReportBackView.OPEN, "tell-button", id);
  }

  /** A to-do of somebody, with what came back and with all its buttons. */
  public List<LayoutBlock> todo(Input input, LocalDate today, ZoneId zone) {
    List<LayoutBlock> blocks = new ArrayList<>(line(input, today, zone, true));
    happened(input).forEach(it -> blocks.add(Blocks.section(it)));
    return blocks;
  }

  private String standing(Input input, LocalDate today, ZoneId zone) {
    ReportBack reportBack = input.reportBack();
    if (input.isWithdrawn()) {
      return words.say("report-back.stands-withdrawn");
    } else if (reportBack.sending().isUnderWay()) {
      return words.say("report-back.stands-sending");
    }
    return switch (reportBack.state()) {
      case OPEN -> due(input, today);
      case REFUTED -> words.say("report-back.stands-refuted");
      case TOLD, CONFIRMED ->
          words.say(
              reportBack.answerOpen()
                  ? "report-back.stands-asked"
                  : isByNotice(input)
                      ? "report-back.stands-notice"
                      : "report-back.stands-" + ReportBackView.lower(reportBack.state()),
              "day",
              reportBack.toldAt() == null
                  ? ""
                  : Days.inFull(LocalDate.ofInstant(reportBack.toldAt(), zone)));
      case UNREACHABLE ->
          words.say(
              "report-back.stands-"
                  + (reportBack.why() == null
                      ? "anonymous"
                      : ReportBackView.lower(reportBack.why())));
    };
  }

  /** A notice was given, and nobody knows whether it reached whom it was for. */
  private static boolean isByNotice(Input input) {
    return input.contributor().isAnonymous() && input.reportBack().how() == How.NOTICE;
  }

  private String due(Input input, LocalDate today) {
    boolean late = input.dueOn().isBefore(today);
    String due =
        words.say(
            late ? "report-back.stands-overdue" : "report-back.stands-due",
            "day",
            Days.inFull(input.dueOn()));
    return input.isDecided() ? due : due + ", " + words.say("report-back.nobody-decided");
  }

  /** What came of the last message, and what the contributor said to it. */
  List<String> happened(Input input) {
    List<String> lines = new ArrayList<>();
    ReportBack reportBack = input.reportBack();
    Object from = ReportBackView.from(input.contributor());
    String failed = reportBack.sending().failed();
    if (failed != null && !failed.isEmpty()) {
      lines.add(words.say("report-back.failed", "from", from, "why", failed));
    }
    String theirs = reportBack.answerWords();
    if (reportBack.answerOpen() && theirs != null) {
      String name =
          reportBack.answer() == Answer.WROTE
              ? "wrote-todo"
              : reportBack.answer() == Answer.QUESTION ? "question-todo" : "refuted-todo";
      lines.add(
          words.say("report-back." + name, "from", from)
              + "\n"
              + words.say(
                  "report-back.their-words", "words", ReportBackView.oneLine(theirs, QUOTED)));
    }
    return lines;
  }

  private ButtonElement button(String action, String label, String value) {
    return Blocks.button(action, words.plain("report-back." + label), value);
  }
}
