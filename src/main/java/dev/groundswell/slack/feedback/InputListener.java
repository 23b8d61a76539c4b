package dev.groundswell.slack.feedback;

import com.slack.api.model.view.View;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Decided;
import dev.groundswell.feedback.Decision;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Decisions;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.InputWords;
import dev.groundswell.feedback.Inputs;
import dev.groundswell.feedback.NewInput;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Told;
import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.people.Person;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import dev.groundswell.slack.initiative.InitiativeView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** {@code /buyin input}, {@code /buyin inputs}, and the reminder to report back. */
public final class InputListener implements Feature, Rendering {
  private final Inputs inputs;
  private final Decisions decisions;
  private final ReportBacks reportBacks;
  private final Initiatives initiatives;
  private final InputView view;
  private final InitiativeView initiativeView;
  private final Clock clock;

  public InputListener(
      Inputs inputs,
      Decisions decisions,
      ReportBacks reportBacks,
      Initiatives initiatives,
      InputView view,
      InitiativeView initiativeView,
      Clock clock) {
    this.inputs = inputs;
    this.decisions = decisions;
    this.reportBacks = reportBacks;
    this.initiatives = initiatives;
    this.view = view;
    this.initiativeView = initiativeView;
    this.clock = clock;
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.named("input", this::record), Verb.named("inputs", this::list));
  }

  private Verb.Answer record(Verb.Asked asked) {
    if (asked.words().isEmpty()) {
      return new Verb.Answer.Open(view.form());
    }
    InputWords typed = InputWords.read(asked.words());
    Caller caller = asked.caller();
    Person by = caller.person();
    Recorded recorded =
        typed
            .from()
            .map(from -> contributor(caller, from))
            .orElseGet(() -> Optional.of(new Contributor(by.id(), by.name())))
            .map(
                from ->
                    inputs.record(
                        by,
                        caller.workspace(),
                        caller.channel(),
                        new NewInput(from, SlackText.plain(typed.words())),
                        asked.requestKey()))
            .orElseGet(Recorded.NameTooLong::new);
    return Verb.say(view.of(recorded, by.id()));
  }

  /** An account, or a name as it was typed; empty if the name is too long. */
  private static Optional<Contributor> contributor(Caller caller, String typed) {
    Optional<UserId> account = SlackText.account(typed);
    if (account.isPresent()) {
      Person person = caller.people().get(caller.workspace(), account.get());
      return Optional.of(new Contributor(person.id(), person.name()));
    }
    String name = SlackText.plain(typed).strip().replaceFirst("[.;,]+$", "");
    return name.isBlank() || name.length() > Contributor.LONGEST_NAME
        ? Optional.empty()
        : Optional.of(new Contributor(null, name));
  }

  private Verb.Answer list(Verb.Asked asked) {
    Caller caller = asked.caller();
    Optional<Initiative> current =
        initiatives.current(caller.workspace(), caller.user(), caller.channel());
    if (current.isEmpty()) {
      return Verb.say(view.noInitiativeYet());
    }
    LocalDate today = LocalDate.now(clock.withZone(caller.person().zone()));
    return Verb.say(
        view.list(
            current.get(),
            reportBacks.open(caller.workspace(), current.get().id(), InputView.MOST_LISTED + 1),
            today));
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        InputView.START_AND_KEEP, this::startAndKeep,
        InputView.DECIDE, click -> decisionForm(click, false),
        InputView.DONE, this::done);
  }

  private Reaction startAndKeep(Click click) {
    String metadata = click.value() + " " + click.responseUrl();
    return new Reaction.Open(
        view.firstForm(initiativeView.nameField(InputView.INITIATIVE), metadata));
  }

  private Reaction decisionForm(Click click, boolean told) {
    Caller caller = click.caller();
    Optional<Input> input =
        inputs.find(caller.workspace(), caller.user(), UUID.fromString(click.value()));
    return input.isEmpty()
        ? new Reaction.Replace(view.of(new Told.Gone()))
        : new Reaction.Open(
            view.decisionForm(input.get(), click.value() + " " + click.responseUrl(), told));
  }

  private Reaction done(Click click) {
    Caller caller = click.caller();
    Told told =
        reportBacks.told(caller.person(), caller.workspace(), UUID.fromString(click.value()));
    return told instanceof Told.NotDecided
        ? decisionForm(click, true)
        : told instanceof Told.NotYours
            ? new Reaction.Say(view.of(told))
            : new Reaction.Replace(view.of(told));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        InputView.FORM, this::recordForm,
        InputView.FIRST_FORM, this::recordFirst,
        InputView.DECISION_FORM, this::decide);
  }

  private Ending recordForm(Submission form) {
    Caller caller = form.caller();
    Person by = caller.person();
    Contributor from =
        form.user(InputView.WHO)
            .map(id -> caller.people().get(caller.workspace(), new UserId(id)))
            .map(person -> new Contributor(person.id(), person.name()))
            .or(
                () ->
                    Optional.of(form.text(InputView.NAME).strip())
                        .filter(name -> !name.isEmpty())
                        .map(name -> new Contributor(null, name)))
            .orElseGet(() -> new Contributor(by.id(), by.name()));
    Recorded recorded =
        inputs.record(
            by,
            caller.workspace(),
            caller.channel(),
            new NewInput(from, form.text(InputView.WORDS)),
            form.requestKey());
    if (recorded instanceof Recorded.NoWords) {
      return new Ending.Errors(Map.of(InputView.WORDS, view.plain("words-missing")));
    } else if (recorded instanceof Recorded.PatientDetails details) {
      boolean words = details.part() == Recorded.Part.WORDS;
      return view.patientDetails(words ? InputView.WORDS : InputView.NAME, details.kind());
    } else if (recorded instanceof Recorded.NoInitiative none) {
      return new Ending.Show(
          view.firstForm(initiativeView.nameField(InputView.INITIATIVE), none.draft() + " "),
          Optional.empty());
    }
    return new Ending.Show(notice(view.of(recorded, by.id())), Optional.empty());
  }

  private View notice(Message message) {
    View notice = Blocks.notice(view.plain("form-title"), view.close(), message.text());
    notice.setBlocks(message.blocks());
    return notice;
  }

  private Ending recordFirst(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    Person by = caller.person();
    Inputs.FirstInput first =
        inputs.recordDraft(by, caller.workspace(), from.subject(), form.text(InputView.INITIATIVE));
    if (first.initiative() instanceof Created.BadName bad) {
      return new Ending.Errors(Map.of(InputView.INITIATIVE, initiativeView.plainRefusal(bad)));
    } else if (first.initiative() instanceof Created.Taken
        || first.initiative() instanceof Created.BadLead) {
      return new Ending.Errors(
          Map.of(InputView.INITIATIVE, initiativeView.plainRefusal(first.initiative())));
    } else if (first.initiative() instanceof Created.PatientDetails details) {
      return view.patientDetails(InputView.INITIATIVE, details.kind());
    }
    Message message =
        first
            .recorded()
            .map(recorded -> view.of(recorded, by.id()))
            .orElseGet(() -> Message.of(view.plain("draft-gone")));
    return new Ending.Show(notice(message), from.reply(message));
  }

  private Ending decide(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    Optional<String> outcome = form.choice(InputView.OUTCOME);
    if (outcome.isEmpty()) {
      return new Ending.Errors(Map.of(InputView.OUTCOME, view.plain("outcome-missing")));
    }
    Decision decision =
        new Decision(
            Outcome.valueOf(outcome.get()),
            form.text(InputView.WEIGHED).strip(),
            form.text(InputView.REASON).strip());
    Person by = caller.person();
    Decided decided = decisions.decide(by, caller.workspace(), from.subject(), decision);
    if (decided instanceof Decided.ReasonMissing) {
      return new Ending.Errors(Map.of(InputView.REASON, view.plain("reason-missing")));
    } else if (decided instanceof Decided.WeighedMissing) {
      return new Ending.Errors(Map.of(InputView.WEIGHED, view.plain("weighed-missing")));
    } else if (decided instanceof Decided.PatientDetails details) {
      boolean weighed = details.field() == Decided.Field.WEIGHED;
      return view.patientDetails(weighed ? InputView.WEIGHED : InputView.REASON, details.kind());
    } else if (decided instanceof Decided.Done && form.isTicked(InputView.TOLD)) {
      return new Ending.Close(
          from.reply(view.of(reportBacks.told(by, caller.workspace(), from.subject()))));
    } else if (decided instanceof Decided.Done) {
      return new Ending.Close(from.reply(view.of(decided)));
    }
    return new Ending.Show(notice(view.of(decided)), Optional.empty());
  }

  /** What a form was opened from: the thing it is about, and the message to replace. */
  private record Opened(UUID subject, String responseUrl) {
    static Opened of(String metadata) {
      String[] parts = metadata.split(" ", 2);
      return new Opened(UUID.fromString(parts[0]), parts.length > 1 ? parts[1] : "");
    }

    Optional<Reply> reply(Message message) {
      return responseUrl.isEmpty()
          ? Optional.empty()
          : Optional.of(new Reply(responseUrl, message));
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ReportBacks.REPORT_BACK);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    Optional<Input> input = inputs.find(workspace, item.subject());
    if (input.isEmpty() || input.get().isTold()) {
      return new Rendered.NotWanted("the contributor has heard");
    }
    return initiatives
        .silence(workspace, input.get().initiative(), input.get().owner())
        .<Rendered>map(silence -> new Rendered.NotWanted(silence.why()))
        .orElseGet(() -> new Rendered.Wanted(view.reminder(input.get())));
  }
}
