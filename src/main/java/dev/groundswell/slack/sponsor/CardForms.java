package dev.groundswell.slack.sponsor;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.EmailTextInputElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Opened;
import dev.groundswell.sponsor.Blockage;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Interest;
import dev.groundswell.sponsor.Objective;
import dev.groundswell.sponsor.Profile;
import dev.groundswell.sponsor.Profiles.Card;
import dev.groundswell.sponsor.Rhythm;
import dev.groundswell.sponsor.SponsorDeed;
import dev.groundswell.sponsor.Topic;
import dev.groundswell.sponsor.Win;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms of a sponsor's card. */
final class CardForms {
  static final String PROFILE_FORM = "sponsor.profile-form";
  static final String OBJECTIVE_FORM = "sponsor.objective-form";
  static final String NOTE_FORM = "sponsor.note-form";
  static final String ASK_FORM = "sponsor.ask-form";
  static final String WIN_FORM = "sponsor.win-form";
  static final String COUNT_FORM = "sponsor.count-form";
  static final String TITLE = "sponsor.title";
  static final String WORDS = "sponsor.words";
  static final String REACH = "sponsor.reach";
  static final String RHYTHM = "sponsor.rhythm";
  static final String DAY = "sponsor.day";
  static final String AT = "sponsor.at";
  static final String ZONE = "sponsor.zone";
  static final String STILL = "sponsor.still";
  static final String UNAPPROVED = "sponsor.unapproved";
  static final String SILENT = "sponsor.silent";
  static final String WHEN = "sponsor.when";
  static final String KIND = "sponsor.kind";
  static final String TOPICS = "sponsor.topics";
  static final String SINCE = "sponsor.since";
  static final String HELP = "sponsor.help";
  static final String SOURCE = "sponsor.source";
  static final String PROVEN = "sponsor.proven";
  static final String ADDRESS_FORM = "sponsor.readdress-form";
  static final String ADDRESS = "sponsor.new-address";
  static final String TOTAL = "sponsor.total";

  /** The field of a form in which something was wrong. */
  static final Map<Field, String> FIELDS =
      Map.ofEntries(
          Map.entry(Field.TITLE, TITLE),
          Map.entry(Field.WORDS, WORDS),
          Map.entry(Field.REACH, REACH),
          Map.entry(Field.TIME, AT),
          Map.entry(Field.ZONE, ZONE),
          Map.entry(Field.DAYS, SILENT),
          Map.entry(Field.WHEN, WHEN),
          Map.entry(Field.SINCE, SINCE),
          Map.entry(Field.HELP, HELP),
          Map.entry(Field.SOURCE, SOURCE),
          Map.entry(Field.TOTAL, TOTAL));

  private static final int SHORT = 60;

  private final Words words;

  CardForms(Words words) {
    this.words = words;
  }

  View profile(Card card, Opened from) {
    Profile profile = card.profile();
    String away = profile.awayUntil() == null ? "" : String.valueOf(profile.awayUntil());
    return form(
        PROFILE_FORM,
        "profile-title",
        "save",
        from.metadata(),
        optional(line(TITLE, "title", profile.title(), Profile.LONGEST_TITLE)),
        optional(lines(WORDS, "words", profile.words(), Profile.LONGEST_WORDS)),
        optional(line(REACH, "reach", profile.reach(), Profile.LONGEST_REACH)),
        select(
            RHYTHM,
            "rhythm-label",
            Arrays.stream(Rhythm.values())
                .map(it -> option("rhythm-" + it.name().toLowerCase(Locale.ROOT), it.name()))
                .toList(),
            profile.rhythm().name()),
        select(
            DAY,
            "day-label",
            Arrays.stream(DayOfWeek.values())
                .map(it -> option("day-" + it.getValue(), it.name()))
                .toList(),
            profile.weekday().name()),
        line(AT, "at", profile.at().toString(), SHORT),
        line(ZONE, "zone", CardView.zone(profile.zone()), SHORT),
        radio(
            STILL,
            "still-label",
            List.of(option("still-short", "SHORT"), option("still-skip", "SKIP")),
            profile.whenStill().name()),
        optional(tick(UNAPPROVED, "unapproved-label", "unapproved-yes", profile.unapproved())),
        Blocks.field(
            SILENT,
            words.plain("sponsor.silent-label"),
            "",
            text(String.valueOf(profile.silentDays()), 3)),
        optional(line(WHEN, "away", away, SHORT)));
  }

  View objective(Opened from) {
    return form(
        OBJECTIVE_FORM,
        "objective-title",
        "save",
        from.metadata(),
        radio(
            KIND,
            "objective-kind-label",
            List.of(
                option("kind-strategic", Objective.Kind.STRATEGIC.name()),
                option("kind-personal", Objective.Kind.PERSONAL.name())),
            Objective.Kind.STRATEGIC.name()),
        line(WORDS, "objective-words", "", Objective.LONGEST),
        optional(
            InputBlock.builder()
                .blockId(TOPICS)
                .label(Blocks.plain(words.plain("sponsor.topics-label"), 2000))
                .hint(Blocks.plain(words.plain("sponsor.topics-hint"), 2000))
                .element(
                    MultiStaticSelectElement.builder()
                        .actionId(TOPICS)
                        .options(
                            Arrays.stream(Topic.values())
                                .map(it -> option("topic-" + it.word(), it.name()))
                                .toList())
                        .build())
                .build()));
  }

  View address(Card card, Opened from) {
    return form(
        ADDRESS_FORM,
        "readdress-title",
        "save",
        from.metadata(),
        InputBlock.builder()
            .blockId(ADDRESS)
            .label(Blocks.plain(words.plain("sponsor.address-label"), 2000))
            .hint(Blocks.plain(words.plain("sponsor.readdress-hint"), 2000))
            .element(
                EmailTextInputElement.builder()
                    .actionId(ADDRESS)
                    .initialValue(card.sponsor().address().value())
                    .build())
            .build());
  }

  View note(Opened from) {
    return form(
        NOTE_FORM,
        "note-title",
        "save",
        from.metadata(),
        radio(
            KIND,
            "note-kind-label",
            Arrays.stream(SponsorDeed.Kind.values())
                .map(it -> option("note-kind-" + it.name().toLowerCase(Locale.ROOT), it.name()))
                .toList(),
            null),
        lines(WORDS, "note-words", "", SponsorDeed.LONGEST),
        optional(line(WHEN, "note-when", "", SHORT)));
  }

  View ask(Opened from) {
    return form(
        ASK_FORM,
        "ask-title",
        "ask-submit",
        from.metadata(),
        lines(WORDS, "ask-what", "", Blockage.LONGEST),
        day(SINCE, "ask-since-label", "sponsor.past-day-hint"),
        lines(HELP, "ask-help", "", Blockage.LONGEST),
        day(WHEN, "ask-until-label", "pledge.when-hint"));
  }

  View win() {
    return form(
        WIN_FORM,
        "win-title",
        "save",
        "",
        lines(WORDS, "win-words", "", Win.LONGEST),
        line(SOURCE, "source", "", Win.LONGEST_SOURCE),
        day(WHEN, "when-label", "sponsor.past-day-hint"),
        optional(tick(PROVEN, "proven-label", "proven-yes", false)));
  }

  View count() {
    return form(
        COUNT_FORM,
        "count-title",
        "save",
        "",
        select(
            KIND,
            "count-kind-label",
            Arrays.stream(Interest.Kind.values())
                .map(it -> option("count-" + it.name().toLowerCase(Locale.ROOT), it.name()))
                .toList(),
            null),
        Blocks.field(TOTAL, words.plain("sponsor.total-label"), "", text("", 10)),
        line(SOURCE, "source", "", Win.LONGEST_SOURCE),
        day(WHEN, "when-label", "sponsor.past-day-hint"));
  }

  private View form(
      String id, String title, String submit, String metadata, LayoutBlock... blocks) {
    return View.builder()
        .type("modal")
        .callbackId(id)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain("sponsor." + title)))
        .submit(Blocks.submit(words.plain("sponsor." + submit)))
        .close(Blocks.close(words.plain("sponsor.cancel")))
        .blocks(List.of(blocks))
        .build();
  }

  private OptionObject option(String name, String value) {
    return Blocks.option(words.plain("sponsor." + name), value);
  }

  private InputBlock line(String id, String name, String initial, int longest) {
    return Blocks.field(
        id,
        words.plain("sponsor." + name + "-label"),
        words.plain("sponsor." + name + "-hint"),
        text(initial, longest));
  }

  private InputBlock lines(String id, String name, String initial, int longest) {
    InputBlock field = line(id, name, initial, longest);
    ((PlainTextInputElement) field.getElement()).setMultiline(true);
    return field;
  }

  private InputBlock day(String id, String label, String hint) {
    return Blocks.field(id, words.plain("sponsor." + label), words.plain(hint), text("", SHORT));
  }

  private static PlainTextInputElement text(String initial, int longest) {
    return PlainTextInputElement.builder()
        .maxLength(longest)
        .initialValue(initial.isEmpty() ? null : initial)
        .build();
  }

  private static InputBlock optional(InputBlock field) {
    field.setOptional(true);
    return field;
  }

  private InputBlock select(
      String id, String label, List<OptionObject> options, @Nullable String chosen) {
    return InputBlock.builder()
        .blockId(id)
        .label(Blocks.plain(words.plain("sponsor." + label), 2000))
        .element(
            StaticSelectElement.builder()
                .actionId(id)
                .options(options)
                .initialOption(chosen(options, chosen))
                .build())
        .build();
  }

  private InputBlock radio(
      String id, String label, List<OptionObject> options, @Nullable String chosen) {
    return InputBlock.builder()
        .blockId(id)
        .label(Blocks.plain(words.plain("sponsor." + label), 2000))
        .element(
            RadioButtonsElement.builder()
                .actionId(id)
                .options(options)
                .initialOption(chosen(options, chosen))
                .build())
        .build();
  }

  private static @Nullable OptionObject chosen(
      List<OptionObject> options, @Nullable String chosen) {
    return options.stream().filter(it -> it.getValue().equals(chosen)).findFirst().orElse(null);
  }

  private InputBlock tick(String id, String label, String yes, boolean ticked) {
    List<OptionObject> options = List.of(option(yes, "yes"));
    return InputBlock.builder()
        .blockId(id)
        .label(Blocks.plain(words.plain("sponsor." + label), 2000))
        .element(
            CheckboxesElement.builder()
                .actionId(id)
                .options(options)
                .initialOptions(ticked ? options : null)
                .build())
        .build();
  }
}
