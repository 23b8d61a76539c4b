package dev.groundswell.slack.feedback;

import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.feedback.Round;
import dev.groundswell.feedback.RoundChanged;
import dev.groundswell.feedback.Rounds;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Opened;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** {@code /buyin round}, its buttons, and the word at its end. */
public final class RoundListener implements Feature, Rendering {
  private final Rounds rounds;
  private final Initiatives initiatives;
  private final InputView inputView;
  private final RoundView view;

  public RoundListener(Rounds rounds, Initiatives initiatives, InputView inputView, Words words) {
    this.rounds = rounds;
    this.initiatives = initiatives;
    this.inputView = inputView;
    this.view = new RoundView(words);
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.named("round", this::round));
  }

  private Verb.Answer round(Verb.Asked asked) {
    Caller caller = asked.caller();
    String name = SlackText.plain(asked.words()).replaceAll("^[\"“”„«\\s]+|[\"“”»\\s]+$", "");
    if (!name.isEmpty()) {
      return Verb.say(
          view.of(
              rounds.open(
                  caller.person(), caller.workspace(), caller.channel(), name, null, null)));
    }
    Optional<Initiative> current =
        initiatives.current(caller.workspace(), caller.user(), caller.channel());
    return Verb.say(
        current
            .map(it -> view.list(it, rounds.of(caller.workspace(), it.id(), RoundView.MOST_LISTED)))
            .orElseGet(() -> view.of(new RoundChanged.NoInitiative())));
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        RoundView.OPEN, click -> new Reaction.Open(view.form(null, " " + click.responseUrl())),
        RoundView.CHANGE, this::openChange,
        RoundView.CLOSE, this::close);
  }

  private Reaction openChange(Click click) {
    Caller caller = click.caller();
    return rounds
        .find(caller.workspace(), caller.user(), UUID.fromString(click.value()))
        .<Reaction>map(
            it ->
                new Reaction.Open(
                    view.form(
                        it, new Opened(it.id(), it.version(), click.responseUrl()).metadata())))
        .orElseGet(() -> new Reaction.Say(view.of(new RoundChanged.Gone())));
  }

  private Reaction close(Click click) {
    Caller caller = click.caller();
    RoundChanged changed =
        rounds.close(caller.person(), caller.workspace(), UUID.fromString(click.value()));
    return changed instanceof RoundChanged.Closed
        ? new Reaction.Replace(view.of(changed))
        : new Reaction.Say(view.of(changed));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(RoundView.FORM, this::open, RoundView.CHANGE_FORM, this::change);
  }

  private Ending open(Submission sent) {
    Caller caller = sent.caller();
    return ended(
        rounds.open(
            caller.person(),
            caller.workspace(),
            caller.channel(),
            sent.text(RoundView.NAME),
            sent.date(RoundView.ENDS_ON).orElse(null),
            sent.choice(RoundView.STEERS).map(Steers::valueOf).orElse(null)));
  }

  private Ending change(Submission sent) {
    Opened from = Opened.of(sent.metadata());
    Caller caller = sent.caller();
    return ended(
        rounds.change(
            caller.person(),
            caller.workspace(),
            from.subject(),
            from.version(),
            sent.date(RoundView.ENDS_ON).orElse(null),
            sent.choice(RoundView.STEERS).map(Steers::valueOf).orElse(null)));
  }

  private Ending ended(RoundChanged changed) {
    return view.errors(changed)
        .orElseGet(() -> new Ending.Show(inputView.notice(view.of(changed)), Optional.empty()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Rounds.ROUND_ENDS);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    Optional<Round> round = rounds.find(workspace, item.subject()).filter(it -> !it.isClosed());
    if (round.isEmpty()) {
      return new Rendered.NotWanted("the round is closed");
    }
    return initiatives
        .silence(workspace, round.get().initiative(), round.get().owner())
        .<Rendered>map(silence -> new Rendered.NotWanted(silence.why()))
        .orElseGet(() -> new Rendered.Wanted(view.ends(round.get(), rounds.waiting(round.get()))));
  }
}
