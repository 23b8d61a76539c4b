package dev.groundswell.slack.reminder;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.Chosen;
import dev.groundswell.reminder.Later;
import dev.groundswell.reminder.Occasion;
import dev.groundswell.reminder.Reminder;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The buttons below each reminder, their forms, and what is said when they were used. */
public final class ReminderView {
  static final String SNOOZE = "reminder.snooze";
  static final String SKIP = "reminder.skip";
  static final String STOP = "reminder.stop";
  static final String HAND_OVER = "reminder.hand-over";
  static final String SNOOZE_FORM = "reminder.snooze-form";
  static final String HAND_OVER_FORM = "reminder.hand-over-form";
  static final String STOP_FORM = "reminder.stop-form";
  static final String DAY = "reminder.day";
  static final String TIME = "reminder.time";
  static final String TO = "reminder.to";

  /** In the menu of Snooze, for a moment of one's own choice. */
  static final String PICK = "pick";

  private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

  private final Words words;

  public ReminderView(Words words) {
    this.words = words;
  }

  /** The reminder in the words of its feature, with what can be done about it besides. */
  Message withChoices(Message own, Reminder reminder, Occasion occasion) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String text = own.text();
    if (occasion.to() != Occasion.To.RECIPIENT) {
      String why =
          words.say(
              "reminder." + occasion.to().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              "recipient",
              Mrkdwn.mention(reminder.recipient()),
              "times",
              occasion.number());
      blocks.add(Blocks.section(why));
      text = why + " " + text;
    }
    blocks.addAll(own.blocks());
    blocks.add(choices(reminder, occasion));
    return new Message(text, blocks);
  }

  private ActionsBlock choices(Reminder reminder, Occasion occasion) {
    Target target = new Target(reminder.id(), occasion.number(), "");
    List<BlockElement> elements = new ArrayList<>();
    if (occasion.to() == Occasion.To.RECIPIENT) {
      elements.add(
          StaticSelectElement.builder()
              .actionId(SNOOZE)
              .placeholder(Blocks.plain(words.plain("reminder.snooze"), 150))
              .options(later(target))
              .build());
      if (reminder.recurs()) {
        elements.add(Blocks.button(SKIP, words.plain("reminder.skip"), target.written()));
      }
    }
    elements.add(Blocks.button(HAND_OVER, words.plain("reminder.hand-over"), target.written()));
    ButtonElement stop = Blocks.button(STOP, words.plain("reminder.stop"), target.written());
    stop.setConfirm(confirmStop());
    elements.add(stop);
    return ActionsBlock.builder()
        .blockId("reminder." + target.written().replace(' ', '.') + "." + occasion.to())
        .elements(elements)
        .build();
  }

  private List<OptionObject> later(Target target) {
    List<OptionObject> options = new ArrayList<>();
    for (Later later : Later.values()) {
      String name = later.name().toLowerCase(Locale.ROOT).replace('_', '-');
      options.add(
          Blocks.option(words.plain("reminder." + name), later.name() + " " + target.written()));
    }
    options.add(Blocks.option(words.plain("reminder.pick"), PICK + " " + target.written()));
    return options;
  }

  private ConfirmationDialogObject confirmStop() {
    return ConfirmationDialogObject.builder()
        .title(Blocks.plain(words.plain("reminder.stop-title"), 100))
        .text(Blocks.plain(words.plain("reminder.stop-question"), 300))
        .confirm(Blocks.plain(words.plain("reminder.stop-confirm"), 30))
        .deny(Blocks.plain(words.plain("reminder.stop-deny"), 30))
        .style("danger")
        .build();
  }

  /** To choose a moment; tomorrow at nine is proposed. */
  View snoozeForm(Target target, ZoneId zone, LocalDate today) {
    return form(
        SNOOZE_FORM,
        target,
        "reminder.pick-title",
        "reminder.pick-submit",
        List.of(
            input(
                DAY,
                words.plain("reminder.day-label"),
                DatePickerElement.builder()
                    .actionId(DAY)
                    .initialDate(today.plusDays(1).toString())
                    .build()),
            input(
                TIME,
                words.plain("reminder.time-label", "zone", named(zone)),
                TimePickerElement.builder().actionId(TIME).initialTime("09:00").build())));
  }

  View handOverForm(Target target) {
    return form(
        HAND_OVER_FORM,
        target,
        "reminder.hand-over-title",
        "reminder.hand-over-submit",
        List.of(
            input(
                TO,
                words.plain("reminder.to-label"),
                UsersSelectElement.builder().actionId(TO).build())));
  }

  View stopForm(Target target) {
    return form(
        STOP_FORM,
        target,
        "reminder.stop-title",
        "reminder.stop-confirm",
        List.of(Blocks.section(words.say("reminder.stop-question"))));
  }

  private View form(
      String id, Target target, String title, String submit, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(id)
        .privateMetadata(target.metadata())
        .title(Blocks.title(words.plain(title)))
        .submit(Blocks.submit(words.plain(submit)))
        .close(Blocks.close(words.plain("reminder.cancel")))
        .blocks(blocks)
        .build();
  }

  private static InputBlock input(String id, String label, BlockElement element) {
    return InputBlock.builder()
        .blockId(id)
        .label(Blocks.plain(label, 2000))
        .element(element)
        .build();
  }

  View notice(Message message) {
    View notice =
        Blocks.notice(words.plain("reminder.title"), words.plain("reminder.close"), message.text());
    notice.setBlocks(message.blocks());
    return notice;
  }

  /** What became of a choice, told in that zone. */
  Message of(Chosen chosen, ZoneId zone) {
    return Message.of(sentence(chosen, zone));
  }

  private String sentence(Chosen chosen, ZoneId zone) {
    if (chosen instanceof Chosen.Snoozed it) {
      return words.say("reminder.snoozed", "when", when(it.until(), zone));
    } else if (chosen instanceof Chosen.AlreadySnoozed it) {
      return words.say("reminder.already-snoozed", "when", when(it.until(), zone));
    } else if (chosen instanceof Chosen.Skipped it) {
      return words.say("reminder.skipped", "when", when(it.next(), zone));
    } else if (chosen instanceof Chosen.Stopped) {
      return words.say("reminder.stopped");
    } else if (chosen instanceof Chosen.HandedOver it) {
      return words.say("reminder.handed-over", "to", Mrkdwn.mention(it.to()));
    } else if (chosen instanceof Chosen.Theirs it) {
      return words.say("reminder.theirs", "to", Mrkdwn.mention(it.to()));
    } else if (chosen instanceof Chosen.NotFor it) {
      return words.say("reminder.not-for", "to", Mrkdwn.mention(it.to()));
    } else if (chosen instanceof Chosen.CameAgain) {
      return words.say("reminder.came-again");
    } else if (chosen instanceof Chosen.Over it) {
      return words.say("reminder.over-" + it.state().name().toLowerCase(Locale.ROOT));
    } else if (chosen instanceof Chosen.ComesOnce) {
      return words.say("reminder.comes-once");
    } else if (chosen instanceof Chosen.Past) {
      return words.say("reminder.past");
    } else if (chosen instanceof Chosen.NotYours it) {
      return words.say("reminder.not-yours", "recipient", Mrkdwn.mention(it.recipient()));
    } else if (chosen instanceof Chosen.Gone) {
      return words.say("reminder.gone");
    }
    throw new AssertionError(chosen);
  }

  String plain(String name) {
    return words.plain("reminder." + name);
  }

  String say(String name, Object... values) {
    return words.say("reminder." + name, values);
  }

  /** "Monday 9 November, 09:00". */
  static String when(Instant moment, ZoneId zone) {
    ZonedDateTime at = moment.atZone(zone);
    return Days.inFull(at.toLocalDate()) + ", " + TIME_OF_DAY.format(at);
  }

  /** "New York", as people say it. */
  static String named(ZoneId zone) {
    String id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }
}
