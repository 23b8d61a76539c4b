package dev.groundswell.slack.feedback;

import dev.groundswell.feedback.Decided;
import dev.groundswell.feedback.Decision;
import dev.groundswell.feedback.Decisions;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Inputs;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.people.Person;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

/** Notes what was decided, from the buttons on an input and on a round. */
public final class DecisionListener implements Feature {
  private final Inputs inputs;
  private final Decisions decisions;
  private final ReportBacks reportBacks;
  private final InputView inputView;
  private final DecisionView view;
  private final DecisionForm form;

  public DecisionListener(
      Inputs inputs,
      Decisions decisions,
      ReportBacks reportBacks,
      InputView inputView,
      Words words) {
    this.inputs = inputs;
    this.decisions = decisions;
    this.reportBacks = reportBacks;
    this.inputView = inputView;
    this.view = new DecisionView(words, inputView);
    this.form = new DecisionForm(words, inputView);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(InputView.DECIDE, click -> open(click, false));
  }

  private Reaction open(Click click, boolean told) {
    Caller caller = click.caller();
    UUID id = UUID.fromString(click.value().split(" ", 2)[0]);
    Optional<Input> input =
        inputs.find(caller.workspace(), caller.user(), id).filter(it -> !it.isWithdrawn());
    if (InputView.isToDecide(click.value()) && input.filter(Input::isDecided).isPresent()) {
      return new Reaction.Replace(
          view.meanwhile(
              input.get(), reportBacks.prepare(caller.person(), caller.workspace(), id)));
    }
    return input
        .flatMap(it -> decisions.main(caller.workspace(), caller.user(), it))
        .<Reaction>map(
            it ->
                new Reaction.Open(
                    form.view(
                        it,
                        others(caller, it),
                        new Opened(it.id(), it.version(), click.responseUrl()).metadata(),
                        told)))
        .orElseGet(() -> new Reaction.Replace(view.of(new Decided.Gone())));
  }

  private List<Input> others(Caller caller, Input input) {
    return decisions.others(caller.workspace(), caller.user(), input, DecisionForm.MOST_OTHERS);
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(DecisionForm.FORM, this::decide);
  }

  private Ending decide(Submission sent) {
    Opened from = Opened.of(sent.metadata());
    Optional<Decision> decision = DecisionForm.read(sent);
    if (decision.isEmpty()) {
      return view.outcomeMissing();
    }
    Caller caller = sent.caller();
    Person by = caller.person();
    Decided decided =
        decisions.decide(
            by,
            caller.workspace(),
            from.subject(),
            OptionalInt.of(from.version()),
            DecisionForm.also(sent),
            decision.get());
    Optional<Ending> errors = view.errors(decided);
    if (errors.isPresent()) {
      return errors.get();
    } else if (!(decided instanceof Decided.Done done)) {
      return new Ending.Show(inputView.notice(view.of(decided)), Optional.empty());
    } else if (done.input().isDecided() && sent.isTicked(DecisionForm.TOLD)) {
      Message told = inputView.of(reportBacks.told(by, caller.workspace(), from.subject()));
      return new Ending.Close(from.reply(view.withLeftOut(told, done)));
    }
    return new Ending.Close(from.reply(view.of(decided)));
  }
}
