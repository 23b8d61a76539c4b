package dev.groundswell.slack.feedback;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Telling;
import dev.groundswell.feedback.Way;
import dev.groundswell.kernel.UserId;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
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
  static final String WEIGHING_TOLD = "report-back.weighing-told";
  private static final int QUOTED = 400;
  private static final int LISTED = 200;

  private final Words words;
  private final InputLines lines;

  public ReportBackView(Words words) {
    this.words = words;
    this.lines = new InputLines(words);
  }

  static Object from(Contributor contributor) {
    return contributor.account().<Object>map(Mrkdwn::mention).orElse(contributor.name());
  }

  /** Their mail came back, so they have not heard; with what is left to do. */
  Message bounced(Telling.Ready ready) {
    Input input = ready.input();
    String why = input.reportBack().sending().failed();
    String sentence =
        words.say(
            "report-back.bounced",
            "from",
            from(input.contributor()),
            "why",
            why == null ? "" : why);
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            Blocks.section(quote(input.words(), QUOTED), InputView.more(words, input)),
            Blocks.actions(byOtherMeans(ready).toArray(ButtonElement[]::new))));
  }

  /** They do not want to be written to any more. */
  Message stopped(Input input) {
    String sentence = words.say("report-back.stopped-todo", "from", from(input.contributor()));
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            Blocks.section(quote(input.words(), QUOTED), InputView.more(words, input))));
  }

  /** They wrote back, and it can't be kept. */
  Message wrotePatient(Input input) {
    return Message.of(words.say("report-back.wrote-patient", "from", from(input.contributor())));
  }

  /** Where the notice goes, as a link to the channel. */
  static Object where(Telling.Ready ready) {
    return ready.initiative().home() == null ? "" : Mrkdwn.channel(ready.initiative().home());
  }

  /** Why somebody is reminded to report back. */
  sealed interface Why {
    /** They logged it. */
    record Logged() implements Why {}

    /** They look after it since somebody else logged it. */
    record TookOver(UserId recordedBy) implements Why {}

    /** They lead, and its owner does nothing. */
    record Leads() implements Why {}
  }

  /** The reminder: how one stands, and why one gets it. */
  Message reminder(Telling.Ready ready, Why why) {
    Message message = ready(ready, ready.way() == Way.SELF && !(why instanceof Why.Leads));
    List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
    blocks.add(Blocks.context(sentence(why, ready)));
    return new Message(message.text(), blocks);
  }

  private String sentence(Why why, Telling.Ready ready) {
    if (why instanceof Why.Logged) {
      return words.say("feedback.reminder-who");
    } else if (why instanceof Why.TookOver it) {
      return words.say("feedback.reminder-who-took-over", "by", Mrkdwn.mention(it.recordedBy()));
    } else if (why instanceof Why.Leads) {
      return words.say("feedback.reminder-who-leads", "initiative", ready.initiative().name());
    }
    throw new AssertionError(why);
  }

  /** How one stands, with its buttons: what is shown after a decision, or when something came. */
  Message ready(Telling.Ready ready) {
    return ready(ready, ready.way() == Way.SELF);
  }

  private Message ready(Telling.Ready ready, boolean own) {
    Input input = ready.input();
    List<LayoutBlock> blocks = new ArrayList<>();
    String said =
        words.say(
            own ? "feedback.reminder-self" : "feedback.reminder",
            "from",
            from(input.contributor()),
            "received",
            Days.inFull(input.receivedOn()));
    blocks.add(Blocks.section(said + "\n" + quote(input.words(), QUOTED)));
    InputView.message(words, input).ifPresent(it -> blocks.add(Blocks.context(it)));
    lines.happened(input).forEach(it -> blocks.add(Blocks.section(it)));
    if (input.isDecided()) {
      blocks.add(Blocks.section(decided(input)));
      if (!input.reportBack().answerOpen()) {
        blocks.add(Blocks.section(wayToTell(ready)));
        if (ready.way() != Way.SELF && ready.way() != Way.BY_HAND_OPTED_OUT) {
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

  private String wayToTell(Telling.Ready ready) {
    Object from = from(ready.input().contributor());
    String name =
        switch (ready.way()) {
          case DM -> "ready-dm";
          case MAIL -> "ready-mail";
          case NOTICE -> "ready-notice";
          case SELF -> "by-hand-self";
          case BY_HAND -> "by-hand";
          case BY_HAND_OPTED_OUT -> "by-hand-opted-out";
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

  private List<ButtonElement> byOtherMeans(Telling.Ready ready) {
    String id = ready.input().id().toString();
    return ready.input().isDecided()
        ? List.of(
            primary(CALLED, "called-button", id),
            button(WROTE, "wrote-button", id),
            button(OTHER, "other-button", id))
        : List.of(primary(InputView.DECIDE, "decide-button", InputView.toDecide(ready.input())));
  }

  private List<ButtonElement> buttons(Telling.Ready ready) {
    Input input = ready.input();
    String id = input.id().toString();
    List<ButtonElement> buttons = new ArrayList<>();
    if (!input.isDecided()) {
      buttons.add(primary(InputView.DECIDE, "decide-button", InputView.toDecide(input)));
      if (ready.mayTellWeighing()) {
        buttons.add(
            ready.way().isSent()
                ? button(WEIGHING, "weighing-button", id)
                : button(WEIGHING_TOLD, "weighing-told-button", id));
      }
      if (ready.way() == Way.BY_HAND_OPTED_OUT) {
        buttons.add(button(LOST, "unreachable-button", id));
        buttons.add(wantsToHear(id));
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
        case BY_HAND_OPTED_OUT -> {
          buttons.add(primary(OTHER, "other-button", id));
          buttons.add(wantsToHear(id));
        }
        case SELF -> buttons.add(primary(CALLED, "noted-button", id));
        default -> buttons.addAll(byOtherMeans(ready));
      }
    }
    buttons.add(button(LOST, "unreachable-button", id));
    buttons.add(button(InputView.DECIDE, "change-button", id));
    return buttons;
  }

  private ButtonElement wantsToHear(String id) {
    return Blocks.button(InputView.WANTS_TO_HEAR, words.plain("input.wants-to-hear-button"), id);
  }

  private ButtonElement primary(String action, String label, String value) {
    return Blocks.primary(action, words.plain("report-back." + label), value);
  }

  private ButtonElement button(String action, String label, String value) {
    return Blocks.button(action, words.plain("report-back." + label), value);
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
}
