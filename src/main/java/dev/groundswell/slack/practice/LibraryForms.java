package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.practice.checkin.ItemKind;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What there is to bring along: the shelf, its form, and links that lead nowhere. */
final class LibraryForms {
  static final String ITEM_FORM = "practice.item-form";
  static final String LINK_FORM = "practice.link-form";
  static final String ITEM_KIND = "practice.item-kind";
  static final String AGREED = "practice.neighbour-agreed";
  static final String WORKS = "practice.link-works";
  private static final int MOST_ITEMS = 12;

  private final Words words;
  private final Fields fields;

  LibraryForms(Words words, Fields fields) {
    this.words = words;
    this.fields = fields;
  }

  View item(String of) {
    List<OptionObject> kinds =
        Arrays.stream(ItemKind.values())
            .map(it -> Blocks.option(words.plain("practice.kind-" + it.id()), it.name()))
            .toList();
    OptionObject agreed = Blocks.option(words.plain("practice.neighbour-yes"), "agreed");
    return fields.modal(
        ITEM_FORM,
        "item-title",
        "new-submit",
        of,
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

  /** {@link #library(List, String, int)} from its beginning. */
  Message library(List<Item> items, String of) {
    return library(items, of, 0);
  }

  /**
   * What there is to bring along.
   *
   * @param of the initiative that its buttons carry
   * @param asked which page of it, from 0; the last one when it has fewer by now
   */
  Message library(List<Item> items, String of, int asked) {
    int page = Math.max(0, Math.min(asked, (items.size() - 1) / MOST_ITEMS));
    List<LayoutBlock> blocks = new ArrayList<>();
    String intro =
        words.say(
            items.isEmpty() ? "practice.library-empty" : "practice.library-intro",
            "total",
            items.size());
    blocks.add(Blocks.section(intro));
    for (Item item : items.stream().skip((long) page * MOST_ITEMS).limit(MOST_ITEMS).toList()) {
      blocks.add(
          Blocks.section(
              line(item), item.linkDeadAt() == null ? withdraw(item, of) : mend(item, of)));
    }
    List<BlockElement> buttons = new ArrayList<>();
    buttons.add(
        Blocks.primary(
            LibraryListener.ADD,
            words.plain("practice.item-add"),
            of.isEmpty() ? RegisterForms.NEW : of));
    if (page > 0) {
      buttons.add(turn(LibraryListener.BEFORE, "list-before", page - 1, of));
    }
    if (items.size() > (page + 1) * MOST_ITEMS) {
      buttons.add(turn(LibraryListener.NEXT, "list-next", page + 1, of));
    }
    blocks.add(Blocks.actions(buttons.toArray(BlockElement[]::new)));
    return new Message(intro, blocks);
  }

  private ButtonElement turn(String action, String name, int page, String of) {
    return Blocks.button(action, words.plain("practice." + name), (page + " " + of).strip());
  }

  private String line(Item item) {
    List<String> facts = new ArrayList<>();
    facts.add(words.plain("practice.kind-" + item.kind().id()));
    if (!item.topic().isEmpty()) {
      facts.add(item.topic());
    }
    if (!item.region().isEmpty()) {
      facts.add(item.region());
    }
    LocalDate expiresOn = item.expiresOn();
    if (expiresOn != null) {
      facts.add(words.plain("practice.item-until", "day", Days.inFull(expiresOn)));
    }
    if (!item.neighbour().isEmpty() && !item.neighbourAgreed()) {
      facts.add(words.plain("practice.item-not-agreed", "neighbour", item.neighbour()));
    }
    Instant deadAt = item.linkDeadAt();
    if (deadAt != null) {
      facts.add(words.plain("practice.item-dead", "day", day(deadAt)));
    }
    return words.say(
        "practice.library-line", "title", item.title(), "facts", String.join(" · ", facts));
  }

  private ButtonElement withdraw(Item item, String of) {
    return Blocks.button(
        LibraryListener.WITHDRAW, words.plain("practice.item-withdraw"), value(item, of));
  }

  private ButtonElement mend(Item item, String of) {
    return Blocks.button(LibraryListener.MEND, words.plain("practice.link-mend"), value(item, of));
  }

  private static String value(Item item, String of) {
    return (item.id() + " " + of).strip();
  }

  private static String day(Instant at) {
    return Days.inFull(at.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** Word that the link of something in the library leads nowhere. */
  Message dead(Item item) {
    Instant deadAt = item.linkDeadAt();
    String sentence =
        words.say(
            "practice.link-dead",
            "title",
            item.title(),
            "link",
            item.link(),
            "day",
            deadAt == null ? "" : day(deadAt));
    ButtonElement mend = mend(item, "");
    mend.setStyle("primary");
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            Blocks.actions(mend, withdraw(item, "")),
            Blocks.context(words.say("practice.link-dead-who"))));
  }

  /** Another link for it, or word that this one works. */
  View mend(Item item, Opened from) {
    OptionObject works = Blocks.option(words.plain("practice.link-works"), "works");
    return fields.modal(
        LINK_FORM,
        "link-title",
        "save",
        from.metadata(),
        List.of(
            Blocks.section(words.say("practice.link-intro", "title", item.title())),
            Fields.optional(
                fields.line(
                    Field.LINK,
                    "item-link-label",
                    words.plain("practice.link-hint"),
                    500,
                    item.link())),
            Fields.optional(fields.ticks(WORKS, "link-works-label", List.of(works), List.of()))));
  }

  Message mended() {
    String sentence = words.say("practice.link-mended");
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            Blocks.actions(
                Blocks.button(
                    LibraryListener.OPEN,
                    words.plain("practice.library-button"),
                    RegisterForms.NEW))));
  }
}
