package dev.groundswell.slack.practice;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.groundswell.practice.Refusal;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Feature.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of the forms about practices, and how they are read back. */
final class Fields {
  private final Words words;

  Fields(Words words) {
    this.words = words;
  }

  /** The id of a field, by which a refusal finds it again. */
  static String id(Refusal.Field field) {
    return "practice." + field.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  View modal(String callback, String title, String submit, String metadata, List<LayoutBlock> all) {
    return View.builder()
        .type("modal")
        .callbackId(callback)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain("practice." + title)))
        .submit(Blocks.submit(words.plain("practice." + submit)))
        .close(Blocks.close(words.plain("practice.cancel")))
        .blocks(all)
        .build();
  }

  /** One line of text; what is known already stands in it. */
  InputBlock line(Refusal.Field field, String label, String hint, int longest, String known) {
    return text(field, label, hint, longest, known, false);
  }

  /** Several lines of text. */
  InputBlock lines(Refusal.Field field, String label, String hint, int longest) {
    return lines(field, label, hint, longest, "");
  }

  /** Several lines of text; what is known already stands in them. */
  InputBlock lines(Refusal.Field field, String label, String hint, int longest, String known) {
    return text(field, label, hint, longest, known, true);
  }

  private InputBlock text(
      Refusal.Field field, String label, String hint, int longest, String known, boolean many) {
    return Blocks.field(
        id(field),
        words.plain("practice." + label),
        hint.isEmpty() ? "" : hint,
        PlainTextInputElement.builder()
            .multiline(many)
            .maxLength(longest)
            .initialValue(known.isEmpty() ? null : Blocks.cut(known, longest))
            .build());
  }

  InputBlock day(Refusal.Field field, String label, @Nullable LocalDate known) {
    String id = id(field);
    return input(
        id,
        label,
        DatePickerElement.builder()
            .actionId(id)
            .initialDate(known == null ? null : known.toString())
            .build());
  }

  InputBlock menu(
      String id, String label, List<OptionObject> options, @Nullable OptionObject chosen) {
    return input(
        id,
        label,
        StaticSelectElement.builder().actionId(id).options(options).initialOption(chosen).build());
  }

  InputBlock radio(
      String id, String label, List<OptionObject> options, @Nullable OptionObject chosen) {
    return input(
        id,
        label,
        RadioButtonsElement.builder().actionId(id).options(options).initialOption(chosen).build());
  }

  InputBlock ticks(String id, String label, List<OptionObject> options, List<OptionObject> ticked) {
    return input(
        id,
        label,
        CheckboxesElement.builder()
            .actionId(id)
            .options(options)
            .initialOptions(ticked.isEmpty() ? null : ticked)
            .build());
  }

  InputBlock person(String id, String label) {
    return input(id, label, UsersSelectElement.builder().actionId(id).build());
  }

  private InputBlock input(String id, String label, BlockElement element) {
    return InputBlock.builder()
        .blockId(id)
        .label(Blocks.plain(words.plain("practice." + label), 2000))
        .element(element)
        .build();
  }

  static InputBlock optional(InputBlock block) {
    block.setOptional(true);
    return block;
  }

  static String text(Submission form, Refusal.Field field) {
    return form.text(id(field)).strip();
  }

  /** The day that was picked; empty for none, and for one that no calendar has. */
  static Optional<LocalDate> day(Submission form, Refusal.Field field) {
    return value(form, id(field))
        .map(ViewState.Value::getSelectedDate)
        .filter(it -> it.matches("\\d{4}-\\d{2}-\\d{2}"))
        .map(LocalDate::parse);
  }

  /** What was ticked. */
  static List<String> ticked(Submission form, String id) {
    return value(form, id)
        .map(ViewState.Value::getSelectedOptions)
        .map(all -> all.stream().map(ViewState.SelectedOption::getValue).toList())
        .orElse(List.of());
  }

  /**
   * A whole number; -1 for what is none, so that it is found out of range, and empty for nothing.
   */
  static Optional<Integer> number(Submission form, Refusal.Field field) {
    String typed = text(form, field);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1);
  }

  private static Optional<ViewState.Value> value(Submission form, String id) {
    return Optional.ofNullable(form.state().getValues().get(id)).map(values -> values.get(id));
  }
}
