package dev.groundswell.slack.practice;

import com.slack.api.model.view.View;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Refusal;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.NamedScores;
import dev.groundswell.practice.readiness.NamedScores.Read;
import dev.groundswell.practice.readiness.Score;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Opened;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The form for an assessment by another instrument: first the decision, then name and scores. */
final class ScoresForm {
  static final String FORM = "practice.scores-form";

  private final Words words;
  private final Fields fields;

  ScoresForm(Words words, Fields fields) {
    this.words = words;
    this.fields = fields;
  }

  View of(Card card, Opened from) {
    return fields.modal(
        FORM,
        "scores-title",
        "save",
        from.metadata(),
        List.of(
            Blocks.section(words.say("practice.scores-intro", "name", card.practice().name())),
            fields.line(
                Field.PURPOSE, "purpose-label", words.plain("practice.purpose-hint"), 300, ""),
            fields.line(Field.INSTRUMENT, "instrument-label", "", NamedScores.LONGEST_NAME, ""),
            fields.lines(Field.SCORE, "scores-label", words.plain("practice.scores-hint"), 1500),
            fields.line(
                Field.CITATION,
                "citation-label",
                words.plain("practice.citation-hint"),
                NamedScores.LONGEST_CITATION,
                ""),
            Fields.optional(
                fields.lines(
                    Field.NOTE,
                    "note-label",
                    words.plain("practice.note-hint"),
                    Assessment.LONGEST)),
            fields.day(Field.DAY, "scores-day-label", card.today()),
            Fields.optional(
                fields.line(
                    Field.REASON,
                    "reason-label",
                    words.plain(
                        card.engagement().course().isHeld()
                            ? "practice.reason-hint-held"
                            : "practice.reason-hint-free"),
                    300,
                    ""))));
  }

  /** What was filled in, or the line that has no score. */
  Outcome<Sheet> read(Submission form, LocalDate today) {
    Read read = NamedScores.read(Fields.text(form, Field.SCORE));
    if (read instanceof Read.NoScore none) {
      return new Outcome.Not<>(Refusal.noScore(Blocks.cut(none.line(), Score.LONGEST_NAME)));
    } else if (!(read instanceof Read.Scores all) || all.scores().isEmpty()) {
      return new Outcome.Not<>(Refusal.noScore(""));
    } else if (all.scores().size() > NamedScores.MOST) {
      return new Outcome.Not<>(Refusal.tooManyScores());
    } else if (Fields.text(form, Field.INSTRUMENT).isEmpty()) {
      return new Outcome.Not<>(Refusal.blank(Field.INSTRUMENT));
    } else if (Fields.text(form, Field.CITATION).isEmpty()) {
      return new Outcome.Not<>(Refusal.blank(Field.CITATION));
    } else {
      return new Outcome.Done<>(
          new Sheet(
              Fields.text(form, Field.PURPOSE),
              Map.of(),
              Fields.text(form, Field.NOTE),
              Fields.day(form, Field.DAY).orElse(today),
              Fields.text(form, Field.REASON),
              new NamedScores(
                  Fields.text(form, Field.INSTRUMENT),
                  all.scores(),
                  Fields.text(form, Field.CITATION))));
    }
  }
}
