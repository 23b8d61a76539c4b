package dev.groundswell.slack.outbox;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.outbox.Entry;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the log looks: who got what sort of message when, or why not; never what it says. */
final class LogView {
  static final String SHOW = "log.show";
  static final String NEWER = "log.newer";
  static final String OLDER = "log.older";
  static final int PAGE = 10;

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

  private final Words words;
  private final Reasons reasons;

  LogView(Words words) {
    this.words = words;
    this.reasons = new Reasons(words);
  }

  /** What of the log is shown. */
  enum Filter {
    ANY,
    SENT,
    WAITING,
    CANCELLED,
    GIVEN_UP,
    UNKNOWN;

    Set<OutboxState> states() {
      return switch (this) {
        case ANY -> EnumSet.allOf(OutboxState.class);
        case SENT -> EnumSet.of(OutboxState.SENT);
        case WAITING -> EnumSet.of(OutboxState.WAITING, OutboxState.SENDING);
        case CANCELLED -> EnumSet.of(OutboxState.CANCELLED);
        case GIVEN_UP -> EnumSet.of(OutboxState.GIVEN_UP);
        case UNKNOWN -> EnumSet.of(OutboxState.UNKNOWN);
      };
    }

    /** By what a person typed; nothing means everything. */
    static Optional<Filter> typed(String words) {
      String name = words.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
      return name.isEmpty()
          ? Optional.of(ANY)
          : Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }

    static Filter of(OutboxState state) {
      return Arrays.stream(values())
          .filter(it -> it != ANY && it.states().contains(state))
          .findFirst()
          .orElseThrow();
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A part of the log.
   *
   * @param page from 0
   * @param initiative the one whose log it is besides one's own, whichever one works on by now; or
   *     null
   */
  record Part(Filter filter, int page, @Nullable UUID initiative) {
    Part filter(Filter other) {
      return new Part(other, 0, initiative);
    }

    Part page(int other) {
      return new Part(filter, other, initiative);
    }

    /** As a button carries it. */
    String value() {
      return filter.name() + "/" + page + "/" + (initiative == null ? "-" : initiative);
    }

    /** Back from a button's value. */
    static Part of(String value) {
      String[] parts = value.split("/", 3);
      return new Part(
          Filter.valueOf(parts[0]),
          Math.max(0, Integer.parseInt(parts[1])),
          parts[2].equals("-") ? null : UUID.fromString(parts[2]));
    }
  }

  Message unknownState() {
    return Message.of(words.say("log.unknown-state"));
  }

  /**
   * @param led the initiative of which the reader may see all, if there is one
   * @param entries one more than a page if there is more
   */
  Message of(Part part, List<Entry> entries, Optional<Initiative> led, ZoneId zone) {
    String title =
        led.map(it -> words.say("log.title-all", "initiative", it.name()))
            .orElseGet(() -> words.say("log.title-own"));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(title, menu(part)));
    entries.stream()
        .limit(PAGE)
        .map(entry -> Blocks.section(line(entry, zone)))
        .forEach(blocks::add);
    if (entries.isEmpty()) {
      blocks.add(Blocks.section(words.say("log.nothing")));
    }
    List<BlockElement> buttons = new ArrayList<>();
    if (part.page() > 0) {
      buttons.add(button(NEWER, "log.newer", part.page(part.page() - 1)));
    }
    if (entries.size() > PAGE) {
      buttons.add(button(OLDER, "log.older", part.page(part.page() + 1)));
    }
    if (!buttons.isEmpty()) {
      blocks.add(Blocks.context(words.say("log.page", "page", part.page() + 1)));
      blocks.add(Blocks.actions(buttons.toArray(BlockElement[]::new)));
    }
    return new Message(title, blocks);
  }

  private StaticSelectElement menu(Part part) {
    List<OptionObject> options =
        Arrays.stream(Filter.values()).map(it -> option(part.filter(it))).toList();
    return StaticSelectElement.builder()
        .actionId(SHOW)
        .placeholder(Blocks.plain(words.plain("log.choose"), 150))
        .options(options)
        .initialOption(option(part.page(0)))
        .build();
  }

  private OptionObject option(Part part) {
    return Blocks.option(word(part.filter()), part.value());
  }

  private BlockElement button(String action, String name, Part to) {
    return Blocks.button(action, words.plain(name), to.value());
  }

  private String word(Filter filter) {
    return words.plain("log." + filter.word());
  }

  private String line(Entry entry, ZoneId zone) {
    Filter state = Filter.of(entry.state());
    Object to =
        entry.medium() != Medium.MAIL
            ? Mrkdwn.place(entry.recipient())
            : entry.name().isEmpty()
                ? words.plain("log.to-mailbox")
                : new SafeString(words.say("log.by-mail", "name", entry.name()));
    String why =
        entry.why().isEmpty() || entry.state() == OutboxState.SENT
            ? ""
            : words.say("log.why", "why", new SafeString(reasons.say(entry.why())));
    return words.say(
        "log.line",
        "mark",
        new SafeString(words.plain("log.mark-" + state.word())),
        "state",
        word(state),
        "at",
        AT.format(entry.at().atZone(zone)),
        "kinds",
        entry.kinds().stream().map(this::kind).distinct().collect(Collectors.joining(", ")),
        "to",
        to,
        "why",
        new SafeString(why.isEmpty() ? "" : " " + why));
  }

  private String kind(String kind) {
    return words.plain(words.has("log.kind-" + kind) ? "log.kind-" + kind : "log.kind-other");
  }
}
