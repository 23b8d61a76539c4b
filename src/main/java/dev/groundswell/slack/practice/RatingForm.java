package dev.groundswell.slack.practice;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.groundswell.kernel.UserId;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.practice.readiness.Dimension;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Opened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The form to assess a practice: first the decision, then what was seen. */
final class RatingForm {
  static final String FORM = "practice.assessment-form";

  private final Words words;
  private final Fields fields;

  RatingForm(Words words, Fields fields) {
    this.words = words;
    this.fields = fields;
  }

  static String block(Component component) {
    return "practice.rate." + component.id();
  }

  View of(Card card, Opened from, UserId rater) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(words.say("practice.assess-intro", "name", card.practice().name())));
    blocks.add(
        fields.line(Field.PURPOSE, "purpose-label", words.plain("practice.purpose-hint"), 300, ""));
    blocks.add(Blocks.section(words.say("practice.willingness-intro")));
    Component.of(Dimension.WILLINGNESS).forEach(it -> blocks.add(rating(it)));
    blocks.add(Blocks.section(words.say("practice.stability-intro")));
    Component.of(Dimension.STABILITY).forEach(it -> blocks.add(rating(it)));
    blocks.add(
        Fields.optional(
            fields.lines(
                Field.NOTE, "note-label", words.plain("practice.note-hint"), Assessment.LONGEST)));
    blocks.add(fields.day(Field.DAY, "day-label", card.today()));
    blocks.add(
        Fields.optional(
            fields.line(Field.REASON, "reason-label", reasonHint(card, rater), 300, "")));
    return fields.modal(FORM, "assess-title", "save", from.metadata(), blocks);
  }

  private String reasonHint(Card card, UserId rater) {
    if (card.engagement().course().isHeld()) {
      return words.plain("practice.reason-hint-held");
    }
    return card.trajectory()
        .repeated(rater, card.today(), card.today())
        .map(it -> words.plain("practice.reason-hint-soon", "day", Days.inFull(it.ratedOn())))
        .orElseGet(() -> words.plain("practice.reason-hint-free"));
  }

  private InputBlock rating(Component component) {
    List<OptionObject> options = new ArrayList<>();
    for (int i = Component.HIGHEST; i >= Component.LOWEST; i--) {
      String anchor =
          i % 2 == 0
              ? words.plain("practice.between")
              : words.plain("practice." + component.id() + "-" + i);
      options.add(Blocks.option(i + " – " + anchor, String.valueOf(i)));
    }
    return Fields.optional(fields.menu(block(component), component.id() + "-label", options, null));
  }

  /** What was filled in; a day that was cleared is today. */
  Sheet read(Submission form, LocalDate today) {
    Map<Component, Integer> ratings = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      form.choice(block(component))
          .filter(it -> it.matches("\\d{1,4}"))
          .ifPresent(it -> ratings.put(component, Integer.valueOf(it)));
    }
    return new Sheet(
        Fields.text(form, Field.PURPOSE),
        ratings,
        Fields.text(form, Field.NOTE),
        Fields.day(form, Field.DAY).orElse(today),
        Fields.text(form, Field.REASON));
  }
}
