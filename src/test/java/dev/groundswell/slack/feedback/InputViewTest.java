package dev.groundswell.slack.feedback;

import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.longInput;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortInput;
import static dev.groundswell.slack.Extremes.shortest;

import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.Told;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.initiative.InitiativeView;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InputViewTest {
  private final Words words = Words.load(PromptFiles.packaged());
  private final InputView view = new InputView(words);

  @Test
  void every_outcome_of_recording_fits() {
    Shown.fits(view.of(new Recorded.Kept(shortInput(), shortest()), MAYA));
    Shown.fits(view.of(new Recorded.Kept(longInput(Outcome.PENDING), longest()), MAYA));
    Shown.fits(view.of(new Recorded.NoInitiative(new UUID(1, 1)), MAYA));
    Shown.fits(view.of(new Recorded.NoWords(), MAYA));
    Shown.fits(view.of(new Recorded.NameTooLong(), MAYA));
    for (Recorded.Why why : Recorded.Why.values()) {
      Shown.fits(view.of(new Recorded.Unfit(Recorded.Part.WORDS, why), MAYA));
    }
  }

  @Test
  void the_form_of_the_first_initiative_fits() {
    Shown.fits(view.firstForm(new InitiativeView(words).nameField(InputView.INITIATIVE), "x y"));
  }

  @Test
  void every_end_of_a_report_back_fits() {
    Shown.fits(view.of(new Told.Done(longInput(Outcome.ADOPTED))));
    Shown.fits(view.of(new Told.Already(shortInput())));
    Shown.fits(view.of(new Told.NotYours(MAYA)));
    Shown.fits(view.of(new Told.Gone()));
  }
}
