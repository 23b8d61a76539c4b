package dev.groundswell.slack.practice;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Practice;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.practice.checkin.ItemKind;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The forms that put things in order: the name and the owner, the calendar, the library. */
final class RegisterForms {
  static final String REGISTER_FORM = "practice.register-form";
  static final String DEMAND_FORM = "practice.demand-form";
  static final String ITEM_FORM = "practice.item-form";
  static final String DEMAND = "practice.demand";
  static final String DEMAND_KIND = "practice.demand-kind";
  static final String OVER = "practice.demand-over";
  static final String ITEM_KIND = "practice.item-kind";
  static final String AGREED = "practice.neighbour-agreed";
  static final String NEW = "new";
  private static final int MOST_DEMANDS = 20;
  private static final int MOST_ITEMS = 12;

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

  View item() {
    List<OptionObject> kinds =
        Arrays.stream(ItemKind.values())
            .map(it -> Blocks.option(words.plain("practice.kind-" + it.id()), it.name()))
            .toList();
    OptionObject agreed = Blocks.option(words.plain("practice.neighbour-yes"), "agreed");
    return fields.modal(
        ITEM_FORM,
        "item-title",
        "new-submit",
        "",
        List.of(
            fields.radio(ITEM_KIND, "item-kind-label", kinds, kinds.get(0)),
            fields.line(
                Field.TITLE, "item-name-label", words.plain("practice.item-name-hint"), 200, ""),
            Fields.optional(fields.line(Field.LINK, "item-link-label", "", 500, "")),
            Fields.optional(fields.line(Field.TOPIC, "item-topic-label", "", 100, "")),
            Fields.optional(
                fields.line(
                    Field.REGION,
                    "region-label",
                    words.plain("practice.item-region-hint"),
                    100,
                    "")),
            Fields.optional(fields.day(Field.DAY, "item-day-label", null)),
            Fields.optional(
                fields.line(
                    Field.NEIGHBOUR,
                    "neighbour-label",
                    words.plain("practice.neighbour-hint"),
                    100,
                    "")),
            Fields.optional(
                fields.ticks(AGREED, "neighbour-agreed-label", List.of(agreed), List.of()))));
  }

  /** What there is to bring along. */
  Message library(List<Item> items) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String intro =
        words.say(
            items.isEmpty() ? "practice.library-empty" : "practice.library-intro",
            "total",
            items.size());
    blocks.add(Blocks.section(intro));
    for (Item item : items.stream().limit(MOST_ITEMS).toList()) {
      blocks.add(
          Blocks.section(
              line(item),
              Blocks.button(
                  LibraryListener.WITHDRAW,
                  words.plain("practice.item-withdraw"),
                  item.id().toString())));
    }
    if (items.size() > MOST_ITEMS) {
      blocks.add(Blocks.context(words.say("practice.library-more", "shown", MOST_ITEMS)));
    }
    blocks.add(
        Blocks.actions(Blocks.primary(LibraryListener.ADD, words.plain("practice.item-add"), NEW)));
    return new Message(intro, blocks);
  }

  private String line(Item item) {
    List<String> facts = new ArrayList<>();
    facts.add(words.plain("practice.kind-" + item.kind().id()));
    if (!item.region().isEmpty()) {
      facts.add(item.region());
    }
    java.time.LocalDate expiresOn = item.expiresOn();
    if (expiresOn != null) {
      facts.add(words.plain("practice.item-until", "day", Days.inFull(expiresOn)));
    }
    if (!item.neighbour().isEmpty() && !item.neighbourAgreed()) {
      facts.add(words.plain("practice.item-not-agreed", "neighbour", item.neighbour()));
    }
    return words.say(
        "practice.library-line", "title", item.title(), "facts", String.join(" · ", facts));
  }
}
