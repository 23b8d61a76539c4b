package dev.groundswell.slack.initiative;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import dev.groundswell.initiative.Flaw.Field;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms for what an initiative is, and for a pause. */
final class CharterView {
  static final String FORM = "initiative.settings-form";
  static final String PAUSE_FORM = "initiative.pause-form";
  static final String NAME = ChangedView.field(Field.NAME);
  static final String PURPOSE = ChangedView.field(Field.PURPOSE);
  static final String HOME = ChangedView.field(Field.HOME);
  static final String ZONE = ChangedView.field(Field.ZONE);
  static final String DAYS = ChangedView.field(Field.WORKING_DAYS);
  static final String HOLIDAYS = ChangedView.field(Field.HOLIDAYS);
  static final String UNTIL = ChangedView.field(Field.UNTIL);
  private static final int LONGEST_LIST = 3000;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final Words words;

  CharterView(Words words) {
    this.words = words;
  }

  View form(Initiative initiative, String metadata) {
    String holidays =
        initiative.holidays().stream().map(DAY::format).collect(Collectors.joining(", "));
    return modal(FORM, metadata, "settings-title", "settings-submit")
        .blocks(
            List.of(
                Blocks.field(
                    NAME,
                    words.plain("initiative.name-label"),
                    words.plain("initiative.name-hint"),
                    PlainTextInputElement.builder()
                        .initialValue(initiative.name())
                        .maxLength(Initiative.LONGEST_NAME)
                        .build()),
                optional(
                    Blocks.field(
                        PURPOSE,
                        words.plain("initiative.purpose-label"),
                        words.plain("initiative.purpose-hint"),
                        PlainTextInputElement.builder()
                            .multiline(true)
                            .initialValue(orNull(initiative.purpose()))
                            .maxLength(Initiative.LONGEST_PURPOSE)
                            .build())),
                optional(input(HOME, "home-label", "home-hint", home(initiative.home()))),
                Blocks.field(
                    ZONE,
                    words.plain("initiative.zone-label"),
                    words.plain("initiative.zone-hint"),
                    PlainTextInputElement.builder()
                        .initialValue(initiative.zone().getId().replace('_', ' '))
                        .maxLength(60)
                        .build()),
                input(DAYS, "days-label", "days-hint", days(initiative)),
                optional(
                    Blocks.field(
                        HOLIDAYS,
                        words.plain("initiative.holidays-label"),
                        words.plain("initiative.holidays-hint"),
                        PlainTextInputElement.builder()
                            .multiline(true)
                            .initialValue(orNull(Blocks.cut(holidays, LONGEST_LIST)))
                            .maxLength(LONGEST_LIST)
                            .build()))))
        .build();
  }

  private static ConversationsSelectElement home(
      @org.jspecify.annotations.Nullable ChannelId channel) {
    return ConversationsSelectElement.builder()
        .actionId(HOME)
        .initialConversation(channel == null ? null : channel.value())
        .filter(
            ConversationsFilter.builder()
                .include(List.of("public", "private"))
                .excludeExternalSharedChannels(true)
                .build())
        .build();
  }

  private static CheckboxesElement days(Initiative initiative) {
    List<OptionObject> all =
        Stream.of(DayOfWeek.values())
            .map(it -> Blocks.option(it.getDisplayName(TextStyle.FULL, Locale.ENGLISH), it.name()))
            .toList();
    return CheckboxesElement.builder()
        .actionId(DAYS)
        .options(all)
        .initialOptions(
            all.stream()
                .filter(it -> initiative.workingDays().contains(DayOfWeek.valueOf(it.getValue())))
                .toList())
        .build();
  }

  /** The form for a pause; a fortnight is proposed. */
  View pauseForm(LocalDate today, String metadata) {
    return modal(PAUSE_FORM, metadata, "pause-title", "pause-submit")
        .blocks(
            List.of(
                input(
                    UNTIL,
                    "until-label",
                    "until-hint",
                    DatePickerElement.builder()
                        .actionId(UNTIL)
                        .initialDate(today.plusWeeks(2).toString())
                        .build())))
        .build();
  }

  private View.ViewBuilder modal(String id, String metadata, String title, String submit) {
    return View.builder()
        .type("modal")
        .callbackId(id)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain("initiative." + title)))
        .submit(Blocks.submit(words.plain("initiative." + submit)))
        .close(Blocks.close(words.plain("initiative.form-cancel")));
  }

  private InputBlock input(String id, String label, String hint, BlockElement element) {
    return InputBlock.builder()
        .blockId(id)
        .label(Blocks.plain(words.plain("initiative." + label), 2000))
        .hint(Blocks.plain(words.plain("initiative." + hint), 2000))
        .element(element)
        .build();
  }

  private static InputBlock optional(InputBlock field) {
    field.setOptional(true);
    return field;
  }

  private static @org.jspecify.annotations.Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
