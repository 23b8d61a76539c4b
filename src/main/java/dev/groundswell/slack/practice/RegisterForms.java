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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The forms that put things in order: the name and the owner, the calendar. */
final class RegisterForms {
  static final String REGISTER_FORM = "practice.register-form";
  static final String DEMAND_FORM = "practice.demand-form";
  static final String DEMAND = "practice.demand";
  static final String DEMAND_KIND = "practice.demand-kind";
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
    OptionObject over = Blocks.option(words.plain("practice.demand-over"), "over");
    return fields.modal(
        DEMAND_FORM,
        "demand-title",
        "save",
        from.metadata(),
        List.of(
            Blocks.section(words.say("practice.demand-intro", "name", card.practice().name())),
            fields.menu(DEMAND, "demand-which-label", which, which.get(0)),
            fields.radio(DEMAND_KIND, "demand-kind-label", kinds, kinds.get(0)),
            Fields.optional(
                fields.line(
                    Field.NAME,
                    "demand-name-label",
                    words.plain("practice.demand-name-hint"),
                    Demand.LONGEST_NAME,
                    "")),
            fields.day(Field.DAY, "demand-from-label", card.today()),
            Fields.optional(fields.day(Field.UNTIL, "demand-until-label", null)),
            Fields.optional(fields.ticks(OVER, "demand-over-label", List.of(over), List.of()))));
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
