package dev.groundswell.slack.feedback;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Telling;
import dev.groundswell.feedback.Way;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the wish to tell somebody, each outcome in its sentence. */
final class TellingView {
  private final Words words;
  private final ReportBackView view;

  TellingView(Words words, ReportBackView view) {
    this.words = words;
    this.view = view;
  }

  /** What became of the wish to tell somebody. */
  Message of(Telling telling) {
    if (telling instanceof Telling.Ready ready) {
      return view.ready(ready);
    } else if (telling instanceof Telling.Changed changed) {
      Message now = view.ready(changed.now());
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
          ? words.say("report-back.notice-on-its-way", "where", ReportBackView.where(sent.sent()))
          : onItsWay("on-its-way", sent.sent().input(), sent.later());
    } else if (telling instanceof Telling.WeighingOnItsWay it) {
      return onItsWay("weighing-on-its-way", it.input(), it.later());
    } else if (telling instanceof Telling.WeighingByHand it) {
      return words.say(
          "report-back.weighing-by-hand",
          "from",
          ReportBackView.from(it.input().contributor()),
          "due",
          Days.inFull(it.input().dueOn()));
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

  private String onItsWay(String name, Input input, @Nullable ZonedDateTime later) {
    return later == null
        ? about(name, input)
        : words.say(
            "report-back." + name + "-later",
            "from",
            ReportBackView.from(input.contributor()),
            "day",
            Days.inFull(later.toLocalDate()),
            "time",
            later.toLocalTime().truncatedTo(ChronoUnit.MINUTES),
            "clock",
            Days.clockOf(later.getZone()));
  }

  private String about(String name, Input input) {
    return words.say("report-back." + name, "from", ReportBackView.from(input.contributor()));
  }
}
