package dev.groundswell.slack.practice;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Practice;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Opened;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The forms that put things in order: the name and the owner, the calendar. */
final class RegisterForms {
  static final String REGISTER_FORM = "practice.register-form";
  static final String DEMAND_FORM = "practice.demand-form";
  static final String DEMAND = "practice.demand";
  static final String DEMAND_KIND = Fields.id(Field.DEMAND_KIND);
  static final String OPEN_END = "practice.demand-open-end";
  static final String OVER = "practice.demand-over";
  static final String NEW = "new";
  private static final int MOST_DEMANDS = 20;

  private final Words words;
  private final Fields fields;

  RegisterForms(Words words, Fields fields) {
    this.words = words;
    this.fields = fields;
  }

  View register(Card card, Opened from) {
    String owner = Fields.id(Field.PERSON);
    return fields.modal(
        REGISTER_FORM,
        "register-title",
        "save",
        from.metadata(),
        List.of(
            fields.line(
                Field.NAME, "name-label", "", Practice.LONGEST_NAME, card.practice().name()),
            InputBlock.builder()
                .blockId(owner)
                .label(Blocks.plain(words.plain("practice.owner-label"), 2000))
                .element(
                    UsersSelectElement.builder()
                        .actionId(owner)
                        .initialUser(card.engagement().owner().value())
                        .build())
                .build(),
            Fields.optional(
                fields.line(
                    Field.IDEA,
                    "same-label",
                    words.plain("practice.same-hint"),
                    Practice.LONGEST_NAME,
                    ""))));
  }

  View demand(Card card, Opened from) {
    List<OptionObject> which = new ArrayList<>();
    which.add(Blocks.option(words.plain("practice.demand-new"), NEW));
    for (Demand each : card.demands().stream().limit(MOST_DEMANDS).toList()) {
      which.add(Blocks.option(each.name() + ", " + Days.inFull(each.from()), each.id().toString()));
    }
    List<OptionObject> kinds =
        Arrays.stream(Demand.Kind.values())
            .map(it -> Blocks.option(words.plain("practice.demand-" + id(it)), it.name()))
            .toList();
    OptionObject open = Blocks.option(words.plain("practice.demand-open-end"), "open");
    OptionObject over = Blocks.option(words.plain("practice.demand-over"), "over");
    return fields.modal(
        DEMAND_FORM,
        "demand-title",
        "save",
        from.metadata(),
        List.of(
            Blocks.section(words.say("practice.demand-intro", "name", card.practice().name())),
            fields.menu(DEMAND, "demand-which-label", which, which.get(0)),
            // Nothing is preset: what is left empty stays as it was noted.
            hint(
                "demand-kind-hint",
                Fields.optional(fields.radio(DEMAND_KIND, "demand-kind-label", kinds, null))),
            Fields.optional(
                fields.line(
                    Field.NAME,
                    "demand-name-label",
                    words.plain("practice.demand-name-hint"),
                    Demand.LONGEST_NAME,
                    "")),
            hint(
                "demand-from-hint",
                Fields.optional(fields.day(Field.DAY, "demand-from-label", null))),
            hint(
                "demand-until-hint",
                Fields.optional(fields.day(Field.UNTIL, "demand-until-label", null))),
            Fields.optional(fields.ticks(OPEN_END, "demand-open-label", List.of(open), List.of())),
            Fields.optional(fields.ticks(OVER, "demand-over-label", List.of(over), List.of()))));
  }

  private InputBlock hint(String key, InputBlock block) {
    block.setHint(Blocks.plain(words.plain("practice." + key), 2000));
    return block;
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
