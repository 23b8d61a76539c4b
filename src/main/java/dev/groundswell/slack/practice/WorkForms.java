package dev.groundswell.slack.practice;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.KickOff;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.checkin.Week;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Forms and messages for practices at work: the kick-off, wins, tiredness, the week. */
final class WorkForms {
  static final String KICK_OFF_FORM = "practice.kick-off-form";
  static final String WIN_FORM = "practice.win-form";
  static final String READY_FORM = "practice.ready-form";
  static final String STEPS = "practice.steps";
  static final String CHOSEN = "practice.chosen-by";
  static final String EASE = "practice.ease";
  static final String WISHED = "practice.wished";
  static final String TIRED = "practice.tired";
  private static final int MOST_WAITING = 5;
  private static final int NOTE = 1000;

  private final Words words;
  private final Fields fields;

  WorkForms(Words words, Fields fields) {
    this.words = words;
    this.fields = fields;
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** They are ready; the kick-off is the next step. */
  Message ready(Card card) {
    String sentence = words.say("practice.ready", "name", card.practice().name());
    return card.practice().isLeftAlone()
        ? Message.of(sentence)
        : new Message(
            sentence, List.of(Blocks.section(sentence), Blocks.actions(kickOffButton(card))));
  }

  ButtonElement kickOffButton(Card card) {
    return Blocks.primary(
        WorkListener.KICK_OFF,
        words.plain("practice.kick-off-button"),
        card.engagement().id().toString());
  }

  View kickOff(Card card, Opened from, KickOff known) {
    List<OptionObject> steps =
        Arrays.stream(KickOff.Step.values())
            .map(it -> Blocks.option(words.plain("practice.step-" + id(it)), it.name()))
            .toList();
    List<OptionObject> choosers =
        Arrays.stream(KickOff.Chooser.values())
            .map(it -> Blocks.option(words.plain("practice.chosen-" + id(it)), it.name()))
            .toList();
    List<OptionObject> eases =
        List.of(
            Blocks.option(words.plain("practice.ease-3"), "3"),
            Blocks.option(words.plain("practice.ease-2"), "2"),
            Blocks.option(words.plain("practice.ease-1"), "1"));
    OptionObject wished = Blocks.option(words.plain("practice.wished-yes"), "wished");
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Blocks.section(words.say("practice.kick-off-intro", "name", card.practice().name())));
    blocks.add(
        Fields.optional(
            fields.ticks(
                STEPS,
                "steps-label",
                steps,
                steps.stream()
                    .filter(it -> known.done().contains(KickOff.Step.valueOf(it.getValue())))
                    .toList())));
    blocks.add(
        Fields.optional(
            fields.line(
                Field.VISION,
                "vision-label",
                words.plain("practice.vision-hint"),
                NOTE,
                known.vision())));
    blocks.add(Fields.optional(fields.line(Field.GOAL, "goal-label", "", NOTE, known.goal())));
    blocks.add(
        Fields.optional(fields.line(Field.MEASURE, "measure-label", "", NOTE, known.measure())));
    blocks.add(
        fields.radio(
            CHOSEN,
            "chosen-label",
            choosers,
            choosers.stream()
                .filter(it -> it.getValue().equals(known.chosenBy().name()))
                .findFirst()
                .orElse(null)));
    if (!known.ideas().isEmpty()) {
      blocks.add(
          Blocks.section(
              words.say("practice.ideas-so-far", "ideas", known.ideas().size()),
              Blocks.button(
                  IdeaListener.IDEAS,
                  words.plain("practice.ideas-button"),
                  card.engagement().id().toString())));
    }
    blocks.add(
        Fields.optional(
            fields.line(Field.IDEA, "idea-label", words.plain("practice.idea-hint"), 200, "")));
    blocks.add(Fields.optional(fields.menu(EASE, "ease-label", eases, null)));
    blocks.add(Fields.optional(fields.line(Field.WEEKS, "idea-weeks-label", "", 6, "")));
    blocks.add(Fields.optional(fields.ticks(WISHED, "wished-label", List.of(wished), List.of())));
    return fields.modal(KICK_OFF_FORM, "kick-off-title", "save", from.metadata(), blocks);
  }

  static KickOff kickOff(Submission form) {
    return new KickOff(
        Fields.ticked(form, STEPS).stream().map(KickOff.Step::valueOf).collect(Collectors.toSet()),
        Fields.text(form, Field.VISION),
        Fields.text(form, Field.GOAL),
        Fields.text(form, Field.MEASURE),
        form.choice(CHOSEN).map(KickOff.Chooser::valueOf).orElse(KickOff.Chooser.NOBODY_YET),
        List.of());
  }

  /** What an idea still needs, by field: it is put in order by its ease and its weeks. */
  Map<String, String> lacking(Submission form) {
    Map<String, String> lacking = new LinkedHashMap<>();
    if (!Fields.text(form, Field.IDEA).isEmpty()) {
      if (form.choice(EASE).isEmpty()) {
        lacking.put(EASE, words.plain("practice.refused-not-chosen"));
      }
      if (Fields.number(form, Field.WEEKS).isEmpty()) {
        lacking.put(Fields.id(Field.WEEKS), words.plain("practice.refused-weeks"));
      }
    }
    return lacking;
  }

  /** The idea, once it lacks nothing; or null. */
  static KickOff.@Nullable Idea idea(Submission form) {
    String text = Fields.text(form, Field.IDEA);
    return text.isEmpty()
        ? null
        : new KickOff.Idea(
            text,
            Integer.parseInt(form.choice(EASE).orElseThrow()),
            Fields.number(form, Field.WEEKS).orElseThrow(),
            form.isTicked(WISHED));
  }

  /** What is still to do, and what to think of. */
  String kickOff(KickOff kickOff) {
    List<String> lines = new ArrayList<>();
    List<String> open =
        Arrays.stream(KickOff.Step.values())
            .filter(it -> !kickOff.done().contains(it))
            .map(it -> words.plain("practice.step-" + id(it)))
            .toList();
    lines.add(
        open.isEmpty()
            ? words.say("practice.kick-off-done")
            : words.say("practice.kick-off-next", "step", open.get(0), "open", open.size()));
    if (kickOff.lacksLeader()) {
      lines.add(words.say("practice.kick-off-leader"));
    }
    if (kickOff.lacksMeasure()) {
      lines.add(words.say("practice.kick-off-measure"));
    }
    if (kickOff.wasChosenAlone()) {
      lines.add(words.say("practice.kick-off-alone"));
    }
    return String.join("\n", lines);
  }

  View win(Card card, Opened from) {
    List<OptionObject> tired = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      tired.add(Blocks.option(words.plain("practice.tired-" + i), String.valueOf(i)));
    }
    return fields.modal(
        WIN_FORM,
        "win-title",
        "save",
        from.metadata(),
        List.of(
            Blocks.section(words.say("practice.win-intro", "name", card.practice().name())),
            Fields.optional(fields.line(Field.TITLE, "win-label", "", NOTE, "")),
            Fields.optional(
                fields.lines(
                    Field.NOTE, "meaning-label", words.plain("practice.meaning-hint"), NOTE)),
            fields.day(Field.DAY, "win-day-label", card.today()),
            Fields.optional(fields.menu(TIRED, "tired-label", tired, null))));
  }

  Message week(KickOffs.Shown shown) {
    Week week = shown.week();
    List<LayoutBlock> blocks = new ArrayList<>();
    String intro =
        words.say("practice.week-intro", "facilitator", Mrkdwn.mention(shown.facilitator()));
    blocks.add(Blocks.section(intro));
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<LocalDate, List<String>> day : week.days().entrySet()) {
      lines
          .append(
              words.say(
                  day.getValue().isEmpty() ? "practice.week-free" : "practice.week-day",
                  "day",
                  Days.inFull(day.getKey()),
                  "names",
                  String.join(", ", day.getValue())))
          .append('\n');
    }
    blocks.add(Blocks.section(lines.toString()));
    if (week.isFull()) {
      List<String> first = week.waiting().stream().limit(MOST_WAITING).toList();
      blocks.add(
          Blocks.context(
              words.say(
                  "practice.week-full",
                  "names",
                  String.join(", ", first),
                  "more",
                  week.waiting().size() - first.size())));
    }
    if (!week.quiet().isEmpty()) {
      blocks.add(
          Blocks.context(
              words.say(
                  "practice.week-quiet",
                  "names",
                  Blocks.cut(String.join(", ", week.quiet()), 500))));
    }
    if (!week.stale().isEmpty()) {
      blocks.add(
          Blocks.context(
              words.say(
                  "practice.week-stale",
                  "names",
                  Blocks.cut(String.join(", ", week.stale()), 500))));
    }
    if (week.leftBehind()) {
      blocks.add(Blocks.context(words.say("practice.week-left-behind")));
    }
    if (shown.maySeeOthers()) {
      blocks.add(
          ActionsBlock.builder()
              .blockId(shown.initiative().toString())
              .elements(
                  List.of(
                      UsersSelectElement.builder()
                          .actionId(WorkListener.WEEK_OF)
                          .placeholder(Blocks.plain(words.plain("practice.week-of-hint"), 150))
                          .initialUser(shown.facilitator().value())
                          .build()))
              .build());
    }
    return new Message(intro + " " + lines, blocks);
  }
}
