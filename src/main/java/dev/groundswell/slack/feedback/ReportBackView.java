package dev.groundswell.slack.feedback;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.ReportBack;
import dev.groundswell.feedback.ReportBack.Answer;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Telling;
import dev.groundswell.feedback.Way;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the owner of an input sees of its report-back: the text that is ready, and what to do. */
public final class ReportBackView {
  static final String SEND = "report-back.send";
  static final String OPEN = "report-back.open";
  static final String CALLED = "report-back.called";
  static final String WROTE = "report-back.wrote";
  static final String OTHER = "report-back.other";
  static final String LOST = "report-back.lost";
  static final String WEIGHING = "report-back.weighing";
  private static final int QUOTED = 400;
  private static final int LISTED = 200;

  private final Words words;

  public ReportBackView(Words words) {
    this.words = words;
  }

  static Object from(Contributor contributor) {
    return contributor.account().<Object>map(Mrkdwn::mention).orElse(contributor.name());
  }

  /** Their mail came back, so they have not heard. */
  Message bounced(Input input) {
    String why = input.reportBack().sending().failed();
    String sentence =
        words.say(
            "report-back.bounced",
            "from",
            from(input.contributor()),
            "why",
            why == null ? "" : why);
    return new Message(
        sentence, List.of(Blocks.section(sentence), Blocks.section(quote(input.words(), QUOTED))));
  }

  /** They wrote back, and it can't be kept. */
  Message wrotePatient(Input input) {
    return Message.of(words.say("report-back.wrote-patient", "from", from(input.contributor())));
  }

  /** Where the notice goes, as a link to the channel. */
  private static Object where(Telling.Ready ready) {
    return ready.initiative().home() == null ? "" : Mrkdwn.channel(ready.initiative().home());
  }

  /** How one stands, with its buttons: the reminder, and what is shown after a decision. */
  Message ready(Telling.Ready ready) {
    Input input = ready.input();
    List<LayoutBlock> blocks = new ArrayList<>();
    String said =
        words.say(
            "feedback.reminder",
            "from",
            from(input.contributor()),
            "received",
            Days.inFull(input.receivedOn()));
    blocks.add(Blocks.section(said + "\n" + quote(input.words(), QUOTED)));
    InputView.message(words, input).ifPresent(it -> blocks.add(Blocks.context(it)));
    happened(input).forEach(it -> blocks.add(Blocks.section(it)));
    if (input.isDecided()) {
      blocks.add(Blocks.section(decided(input)));
      if (!input.reportBack().answerOpen()) {
        blocks.add(Blocks.section(wayToTell(ready)));
        if (ready.way() != Way.SELF) {
          blocks.add(Blocks.section(quoted(ready.text(), input.decision().link())));
        }
      }
    } else {
      blocks.add(Blocks.section(words.say("feedback.reminder-undecided")));
      if (ready.mayTellWeighing()) {
        blocks.add(
            Blocks.section(
                words.say("report-back.weighing-hint", "days", ReportBacks.DAYS_OF_SILENCE)));
      }
    }
    blocks.add(Blocks.actions(buttons(ready).toArray(ButtonElement[]::new)));
    return new Message(said + " " + Mrkdwn.escape(Blocks.cut(input.words(), LISTED)), blocks);
  }

  private String decided(Input input) {
    return words.say(
        "feedback.reminder-decided",
        "outcome",
        words.plain("feedback." + lower(input.decision().outcome())),
        "reason",
        input.decision().reason());
  }

  /** What came of the last message, and what the contributor said to it. */
  private List<String> happened(Input input) {
    List<String> lines = new ArrayList<>();
    ReportBack reportBack = input.reportBack();
    Object from = from(input.contributor());
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
              + words.say("report-back.their-words", "words", oneLine(theirs, QUOTED)));
    }
    return lines;
  }

  private String wayToTell(Telling.Ready ready) {
    Object from = from(ready.input().contributor());
    String name =
        switch (ready.way()) {
          case DM -> "ready-dm";
          case MAIL -> "ready-mail";
          case NOTICE -> "ready-notice";
          case SELF -> "by-hand-self";
          case BY_HAND -> "by-hand";
          case BY_HAND_UNREACHABLE -> "by-hand-unreachable";
          case BY_HAND_NO_MAIL -> "by-hand-no-mail";
          case BY_HAND_NO_HOME -> "by-hand-no-home";
        };
    return words.say("report-back." + name, "from", from, "where", where(ready));
  }

  /** The text as a quotation; each line needs its own mark. */
  static String quoted(String plain, String link) {
    return Mrkdwn.withLink(plain.strip(), link).replaceAll("(?m)^", "> ");
  }

  private List<ButtonElement> buttons(Telling.Ready ready) {
    Input input = ready.input();
    String id = input.id().toString();
    List<ButtonElement> buttons = new ArrayList<>();
    if (!input.isDecided()) {
      buttons.add(primary(InputView.DECIDE, "decide-button", InputView.toDecide(input)));
      if (ready.mayTellWeighing()) {
        buttons.add(button(WEIGHING, "weighing-button", id));
      }
      return buttons;
    }
    String stamped = id + " " + ready.stamp();
    if (input.reportBack().answerOpen() && ready.way().isSent()) {
      buttons.add(primary(OPEN, "answer-button", id));
      buttons.add(button(OTHER, "talked-button", id));
    } else {
      switch (ready.way()) {
        case DM, MAIL -> {
          String label = ready.way() == Way.DM ? "send-button" : "mail-button";
          buttons.add(primary(SEND, label, stamped));
          buttons.add(button(OPEN, "edit-button", id));
          buttons.add(button(OTHER, "other-button", id));
        }
        case NOTICE -> {
          buttons.add(primary(OPEN, "preview-button", id));
          buttons.add(button(OTHER, "other-button", id));
        }
        case SELF -> buttons.add(primary(CALLED, "noted-button", id));
        default -> {
          buttons.add(primary(CALLED, "called-button", id));
          buttons.add(button(WROTE, "wrote-button", id));
          buttons.add(button(OTHER, "other-button", id));
        }
      }
    }
    buttons.add(button(LOST, "unreachable-button", id));
    buttons.add(button(InputView.DECIDE, "change-button", id));
    return buttons;
  }

  private ButtonElement primary(String action, String label, String value) {
    return Blocks.primary(action, words.plain("report-back." + label), value);
  }

  private ButtonElement button(String action, String label, String value) {
    return Blocks.button(action, words.plain("report-back." + label), value);
  }

  /** One input as a line with its menu and its next step, for lists and the Home. */
  public List<LayoutBlock> line(Input input, LocalDate today, ZoneId zone, boolean own) {
    Object from = from(input.contributor());
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
                oneLine(input.words(), LISTED));
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!own || input.isWithdrawn()) {
      blocks.add(Blocks.section(line));
      return blocks;
    }
    blocks.add(Blocks.section(line, InputView.more(words, input)));
    if (input.reportBack().waits() && !input.reportBack().sending().isUnderWay()) {
      blocks.add(Blocks.actions(step(input)));
    }
    return blocks;
  }

  private ButtonElement step(Input input) {
    String id = input.id().toString();
    if (!input.isDecided()) {
      return button(InputView.DECIDE, "decide-button", InputView.toDecide(input));
    }
    return input.reportBack().answerOpen()
        ? button(OPEN, "answer-button", id)
        : button(OPEN, "tell-button", id);
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
                  : "report-back.stands-" + lower(reportBack.state()),
              "day",
              reportBack.toldAt() == null
                  ? ""
                  : Days.inFull(LocalDate.ofInstant(reportBack.toldAt(), zone)));
      case UNREACHABLE ->
          words.say(
              "report-back.stands-"
                  + (reportBack.why() == null ? "anonymous" : lower(reportBack.why())));
    };
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

  private String quote(String said, int longest) {
    return words.say("feedback.quote", "words", oneLine(said, longest));
  }

  static String oneLine(String said, int longest) {
    return Blocks.cut(said.strip().replaceAll("\\s*\\R\\s*", " "), longest);
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What became of the wish to tell somebody. */
  Message of(Telling telling) {
    if (telling instanceof Telling.Ready ready) {
      return ready(ready);
    } else if (telling instanceof Telling.Changed changed) {
      Message now = ready(changed.now());
      String sentence = words.say("report-back.changed");
      List<LayoutBlock> blocks = new ArrayList<>();
      blocks.add(Blocks.section(sentence));
      blocks.addAll(now.blocks());
      return new Message(sentence + " " + now.text(), blocks);
    } else if (telling instanceof Telling.PatientDetails details) {
      return PatientDetailsView.message(words, details.kind());
    }
    return Message.of(sentence(telling));
  }

  /** The one sentence for what is no {@link Telling.Ready}. */
  String sentence(Telling telling) {
    if (telling instanceof Telling.OnItsWay sent) {
      return sent.sent().way() == Way.NOTICE
          ? words.say("report-back.notice-on-its-way", "where", where(sent.sent()))
          : about("on-its-way", sent.sent().input());
    } else if (telling instanceof Telling.WeighingOnItsWay it) {
      return about("weighing-on-its-way", it.input());
    } else if (telling instanceof Telling.ByHand it) {
      return about("told-by-hand", it.input());
    } else if (telling instanceof Telling.NotReached it) {
      return about("unreachable-noted", it.input());
    } else if (telling instanceof Telling.Already it) {
      return about("already", it.input());
    } else if (telling instanceof Telling.UnderWay it) {
      return about("under-way", it.input());
    } else if (telling instanceof Telling.Undecided) {
      return words.say("report-back.undecided");
    } else if (telling instanceof Telling.WeighingAlready it) {
      return about("weighing-already", it.input());
    } else if (telling instanceof Telling.WeighingTooEarly) {
      return words.say("report-back.weighing-not-yet", "days", ReportBacks.DAYS_OF_SILENCE);
    } else if (telling instanceof Telling.OptedOut it) {
      return about("opted-out", it.input());
    } else if (telling instanceof Telling.Withdrawn) {
      return words.say("report-back.withdrawn");
    } else if (telling instanceof Telling.Archived) {
      return words.say("report-back.archived");
    } else if (telling instanceof Telling.Paused it) {
      return words.say(
          "report-back.paused",
          "initiative",
          it.initiative().name(),
          "until",
          Days.inFull(it.until()),
          "lead",
          Mrkdwn.mention(it.initiative().lead()));
    } else if (telling instanceof Telling.NoText) {
      return words.say("report-back.text-missing");
    } else if (telling instanceof Telling.TextTooLong it) {
      return words.say("report-back.text-too-long", "longest", it.longest());
    } else if (telling instanceof Telling.BadDay it) {
      return words.say("report-back.day-wrong", "first", Days.inFull(it.first()));
    } else if (telling instanceof Telling.NotYours it) {
      return words.say(
          "report-back.not-yours",
          "owner",
          Mrkdwn.mention(it.owner()),
          "lead",
          Mrkdwn.mention(it.lead()));
    } else if (telling instanceof Telling.Gone) {
      return words.say("report-back.none");
    }
    throw new AssertionError(telling);
  }

  private String about(String name, Input input) {
    return words.say("report-back." + name, "from", from(input.contributor()));
  }

  /** What the owner hears when a contributor has answered, or a message came back. */
  Message news(Telling.Ready ready, String sentence) {
    Message now = ready(ready);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(sentence));
    blocks.addAll(now.blocks());
    return new Message(sentence + " " + now.text(), blocks);
  }
}
