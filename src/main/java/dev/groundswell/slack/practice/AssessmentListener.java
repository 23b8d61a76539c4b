package dev.groundswell.slack.practice;

import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Assessments;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.Practices;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Opened;
import java.util.Map;
import java.util.function.Function;

/** Practices are assessed: on the two scales, or by another instrument. */
public final class AssessmentListener implements Feature {
  static final String ASSESS = "practice.assess";

  private final Assessments assessments;
  private final Words words;
  private final PracticeScreen screen;
  private final RatingForm ratingForm;
  private final ScoresForm scoresForm;
  private final Refusals refusals;

  public AssessmentListener(
      Practices practices, Assessments assessments, Words words, TipLibrary library) {
    this.assessments = assessments;
    this.words = words;
    this.screen = new PracticeScreen(practices, words, library);
    Fields fields = new Fields(words);
    this.ratingForm = new RatingForm(words, fields);
    this.scoresForm = new ScoresForm(words, fields);
    this.refusals = new Refusals(words);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(ASSESS, this::form);
  }

  private Reaction form(Click click) {
    return screen.form(click, (card, from) -> ratingForm.of(card, from, click.caller().user()));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(RatingForm.FORM, this::rate, ScoresForm.FORM, this::score);
  }

  private Ending rate(Submission form) {
    Opened from = Opened.of(form.metadata());
    return keep(form, from, ratingForm.read(form, screen.today(form.caller(), from.subject())));
  }

  private Ending score(Submission form) {
    Opened from = Opened.of(form.metadata());
    return scoresForm
        .read(form, screen.today(form.caller(), from.subject()))
        .either(sheet -> keep(form, from, sheet), refusals::ending);
  }

  private Ending keep(Submission form, Opened from, Sheet sheet) {
    Caller caller = form.caller();
    return screen.ending(
        from,
        assessments.assess(
            caller.person(), caller.workspace(), from.subject(), sheet, form.requestKey()),
        card -> screen.with(words.say("practice.assessed"), card));
  }
}
