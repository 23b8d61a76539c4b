package dev.groundswell.slack.feedback;

import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.longInput;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortInput;
import static dev.groundswell.slack.Extremes.shortest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.Told;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.initiative.InitiativeView;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void a_reminder_fits_however_much_was_said(Outcome outcome) {
    Shown.fits(view.reminder(longInput(outcome)));
    Shown.fits(view.reminder(shortInput()));
  }

  @Test
  void the_list_fits_with_nobody_and_with_more_than_it_shows() {
    Shown.fits(view.list(shortest(), List.of(), LocalDate.EPOCH));
    List<Input> many = Collections.nCopies(InputView.MOST_LISTED + 1, longInput(Outcome.PENDING));
    Shown.fits(view.list(longest(), many, LocalDate.EPOCH.plusDays(1)));
    Shown.fits(view.noInitiativeYet());
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

  @Test
  void nothing_that_somebody_said_calls_a_channel_or_becomes_a_link() {
    String text = view.reminder(longInput(Outcome.ADOPTED)).blocks().toString();

    assertThat(text).doesNotContain("<!channel>", "<javascript:").contains("&lt;!channel&gt;");
  }
}
