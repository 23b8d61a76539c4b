package dev.groundswell.slack.feedback;

import dev.groundswell.feedback.Decisions;
import dev.groundswell.feedback.Edited;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.InputChanges;
import dev.groundswell.feedback.Inputs;
import dev.groundswell.feedback.NewInput;
import dev.groundswell.feedback.Round;
import dev.groundswell.feedback.Rounds;
import dev.groundswell.knowledge.Audience;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The menu on an input: edit, merge, withdraw, and what was decided before. */
public final class ChangeListener implements Feature {
  private static final int MOST_ROUNDS = 100;

  private final Inputs inputs;
  private final InputChanges changes;
  private final Decisions decisions;
  private final Rounds rounds;
  private final InputView inputView;
  private final InputForm form;
  private final ChangeView view;
  private final Clock clock;

  public ChangeListener(
      Inputs inputs,
      InputChanges changes,
      Decisions decisions,
      Rounds rounds,
      InputView inputView,
      List<Audience> groups,
      Words words,
      Clock clock) {
    this.inputs = inputs;
    this.changes = changes;
    this.decisions = decisions;
    this.rounds = rounds;
    this.inputView = inputView;
    this.form = inputView.form(groups);
    this.view = new ChangeView(words, inputView);
    this.clock = clock;
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        InputView.MORE,
        this::more,
        InputView.WANTS_TO_HEAR,
        click -> new Reaction.Replace(wantsToHear(click.caller(), click.value())));
  }

  private Message wantsToHear(Caller caller, String id) {
    return view.of(changes.wantsToHear(caller.person(), caller.workspace(), UUID.fromString(id)));
  }

  private Reaction more(Click click) {
    String[] chosen = click.value().split(" ", 2);
    Caller caller = click.caller();
    Optional<Input> found =
        inputs
            .find(caller.workspace(), caller.user(), UUID.fromString(chosen[1]))
            .filter(it -> !it.isWithdrawn());
    if (found.isEmpty()) {
      return new Reaction.Say(view.gone());
    }
    Input input = found.get();
    if (chosen[0].equals(InputView.WANTS_TO_HEAR)) {
      return new Reaction.Say(wantsToHear(caller, chosen[1]));
    }
    String metadata = new Opened(input.id(), input.version(), click.responseUrl()).metadata();
    return new Reaction.Open(
        switch (chosen[0]) {
          case "edit" -> form.view(opened(input, metadata, caller));
          case "merge" ->
              view.mergeForm(
                  input,
                  changes.alike(
                      caller.workspace(), caller.user(), input.id(), ChangeView.MOST_OTHERS),
                  metadata);
          case "withdraw" -> view.withdrawForm(input, metadata);
          default ->
              view.history(
                  input,
                  decisions.history(caller.workspace(), caller.user(), input.id()),
                  caller.person().zone());
        });
  }

  private InputForm.Opened opened(Input input, String metadata, Caller caller) {
    Optional<Round> own = round(input);
    return new InputForm.Opened(
        InputForm.EDIT_FORM,
        metadata,
        InputForm.of(input, own),
        InputForm.choosable(rounds.of(input.workspace(), input.initiative(), MOST_ROUNDS), own),
        LocalDate.ofInstant(clock.instant(), caller.person().zone()));
  }

  private Optional<Round> round(Input input) {
    UUID round = input.origin().round();
    return round == null ? Optional.empty() : rounds.find(input.workspace(), round);
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        InputForm.EDIT_FORM, this::edit,
        ChangeView.MERGE_FORM, this::merge,
        ChangeView.WITHDRAW_FORM, this::withdraw);
  }

  private Ending edit(Submission sent) {
    Opened from = Opened.of(sent.metadata());
    Caller caller = sent.caller();
    Optional<Input> before = inputs.find(caller.workspace(), caller.user(), from.subject());
    if (before.isEmpty()) {
      return new Ending.Show(inputView.notice(view.gone()), Optional.empty());
    }
    NewInput wanted = InputForm.read(sent, caller, InputForm.of(before.get(), round(before.get())));
    Edited edited =
        changes.edit(caller.person(), caller.workspace(), from.subject(), from.version(), wanted);
    if (edited instanceof Edited.Refused refused) {
      Optional<Ending> errors = inputView.errors(refused.why(), sent);
      if (errors.isPresent()) {
        return errors.get();
      }
    }
    return ended(from, edited);
  }

  private Ending merge(Submission sent) {
    Opened from = Opened.of(sent.metadata());
    Caller caller = sent.caller();
    return ended(
        from,
        changes.merge(
            caller.person(),
            caller.workspace(),
            from.subject(),
            UUID.fromString(sent.choice(ChangeView.INTO).orElseThrow())));
  }

  private Ending withdraw(Submission sent) {
    Opened from = Opened.of(sent.metadata());
    Caller caller = sent.caller();
    return ended(from, changes.withdraw(caller.person(), caller.workspace(), from.subject()));
  }

  /** The message says it too when something was changed; a list of many stays as it is. */
  private Ending ended(Opened from, Edited edited) {
    boolean words = edited instanceof Edited.Withdrawn;
    return new Ending.Show(
        inputView.notice(view.of(edited)), words ? from.reply(view.of(edited)) : Optional.empty());
  }
}
