package dev.groundswell.slack.feedback;

import static dev.groundswell.slack.Extremes.LAKESIDE;
import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.hostile;
import static dev.groundswell.slack.Extremes.longInput;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortInput;
import static dev.groundswell.slack.Extremes.shortest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Decided;
import dev.groundswell.feedback.Decision;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Edited;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.feedback.NewInput;
import dev.groundswell.feedback.Round;
import dev.groundswell.feedback.RoundChanged;
import dev.groundswell.feedback.Ruling;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.privacy.Finding;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Forms and answers about input, decisions and rounds, at their least and their most. */
class FormsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-02");
  private static final UUID ID = new UUID(7, 9);

  private final Words words = Words.load(PromptFiles.packaged());
  private final InputView inputs = new InputView(words);
  private final InputForm form = inputs.form(TipLibrary.load(PromptFiles.packaged()).audiences());
  private final DecisionForm decisionForm = new DecisionForm(words, inputs);
  private final DecisionView decisions = new DecisionView(words, inputs);
  private final ChangeView changes = new ChangeView(words, inputs);
  private final RoundView rounds = new RoundView(words);

  private static Round round(String name, LocalDate endsOn, @Nullable Instant closedAt) {
    return new Round(LAKESIDE, ID, ID, name, endsOn, Steers.ROLL_OUT, MAYA, closedAt, 3);
  }

  private static Round longRound() {
    return round(hostile(Round.LONGEST_NAME), TODAY, null);
  }

  private static Round closedRound() {
    return round("R", TODAY, Instant.EPOCH);
  }

  @Test
  void the_form_to_log_input_fits() {
    List<Round> many = Collections.nCopies(150, longRound());
    Shown.fits(form.view(InputForm.Opened.empty(List.of(), TODAY, MAYA)));
    Shown.fits(form.view(InputForm.Opened.empty(many, TODAY, MAYA)));
  }

  @Test
  void the_form_to_change_input_fits_and_shows_what_stands() {
    for (Input input : List.of(shortInput(), longInput(Outcome.PENDING))) {
      NewInput now = InputForm.of(input, Optional.of(longRound()));
      Shown.fits(
          form.view(
              new InputForm.Opened(
                  InputForm.EDIT_FORM, "x y 1", now, List.of(longRound()), TODAY)));
    }
    NewInput typed =
        new NewInput(new Contributor(null, "Mrs K").asPatient().inGroup("patients"), "So early!");
    assertThat(
            form.view(new InputForm.Opened(InputForm.EDIT_FORM, "x y 1", typed, List.of(), TODAY))
                .toString())
        .contains("initialValue=So early!", "initialValue=Mrs K", "initialDate=2026-11-02");
  }

  @Test
  void the_form_of_a_decision_fits_with_many_others() {
    List<Input> many =
        Collections.nCopies(
            DecisionForm.MOST_OTHERS + 1, other(longInput(Outcome.PENDING), new UUID(7, 77)));
    Shown.fits(decisionForm.view(shortInput(), List.of(), "x y 0", false));
    Shown.fits(decisionForm.view(longInput(Outcome.PARTLY), many, "x ".repeat(300), true));
  }

  private static Input other(Input input, UUID id) {
    return new Input(
        input.workspace(),
        id,
        input.initiative(),
        input.contributorId(),
        input.contributor(),
        input.words(),
        input.receivedOn(),
        input.owner(),
        input.origin(),
        input.ruling(),
        input.reportBack(),
        null,
        null,
        0);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void every_end_of_a_decision_fits(Outcome outcome) {
    Shown.fits(decisions.of(new Decided.Done(longInput(outcome), 99)));
    List<Input> leftOut = Collections.nCopies(DecisionForm.MOST_OTHERS, longInput(outcome));
    Shown.fits(decisions.of(new Decided.Done(longInput(outcome), 99, leftOut)));
    for (Decided end :
        List.of(
            new Decided.ChangedMeanwhile(shortInput()),
            new Decided.NotYours(MAYA),
            new Decided.OtherNotYours(longInput(outcome)),
            new Decided.Gone(),
            new Decided.ReasonMissing(),
            new Decided.WeighedMissing(),
            new Decided.BadLink(),
            new Decided.PatientDetails(Decided.Field.LINK, Finding.Kind.ADDRESS))) {
      Shown.fits(decisions.of(end));
    }
  }

  @Test
  void every_end_of_a_change_fits() {
    Input longInput = longInput(Outcome.DECLINED);
    for (Edited end :
        List.of(
            new Edited.Done(longInput),
            new Edited.OwedAnew(longInput),
            new Edited.WantsToHear(longInput),
            new Edited.Withdrawn(longInput),
            new Edited.Merged(longInput, longInput),
            new Edited.ChangedMeanwhile(longInput),
            new Edited.NoMatch(),
            new Edited.NotYours(MAYA),
            new Edited.NotYoursToDecide(MAYA),
            new Edited.Gone())) {
      Shown.fits(changes.of(end));
      Shown.fits(inputs.notice(changes.of(end)));
    }
    Input other = other(longInput, new UUID(7, 78));
    Shown.fits(changes.mergeForm(longInput, Collections.nCopies(120, other), "x y 1"));
    Shown.fits(changes.mergeForm(longInput, List.of(longInput), "x y 1"));
    Shown.fits(changes.withdrawForm(longInput, "x y 1"));
    Decision decision = new Decision(Outcome.PARTLY, hostile(1000), hostile(1000));
    Ruling ruling = new Ruling(ID, decision, MAYA, Instant.EPOCH);
    Shown.fits(changes.history(longInput, Collections.nCopies(60, ruling), ZoneOffset.UTC));
    Shown.fits(changes.history(shortInput(), List.of(), ZoneOffset.UTC));
  }

  @Test
  void every_end_of_a_round_fits() {
    for (RoundChanged end :
        List.of(
            new RoundChanged.Opened(longRound(), longest()),
            new RoundChanged.Exists(closedRound()),
            new RoundChanged.Changed(longRound()),
            new RoundChanged.Closed(closedRound()),
            new RoundChanged.StillOpen(
                longRound(), 9999, Collections.nCopies(5, longInput(Outcome.PENDING))),
            new RoundChanged.StillOpen(longRound(), 1, List.of(shortInput())),
            new RoundChanged.ChangedMeanwhile(longRound()),
            new RoundChanged.NameMissing(),
            new RoundChanged.NameTooLong(),
            new RoundChanged.EndIsPast(),
            new RoundChanged.PatientDetails(Finding.Kind.BIRTH_DATE),
            new RoundChanged.NoInitiative(),
            new RoundChanged.NotAllowed(MAYA),
            new RoundChanged.Gone())) {
      Shown.fits(rounds.of(end));
    }
    Shown.fits(rounds.list(longest(), Collections.nCopies(40, longRound())));
    Shown.fits(rounds.list(shortest(), List.of()));
    Shown.fits(rounds.ends(longRound(), 12));
    Shown.fits(rounds.form(null, ""));
    Shown.fits(rounds.form(longRound(), "x y 3"));
  }

  @Test
  void who_waits_in_a_round_is_named() {
    String text =
        rounds.of(new RoundChanged.StillOpen(longRound(), 1, List.of(shortInput()))).text();

    assertThat(text).contains("One answer", "<@U0MAYA>");
  }
}
