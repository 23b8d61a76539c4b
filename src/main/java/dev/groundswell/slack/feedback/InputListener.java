package dev.groundswell.slack.feedback;

import com.slack.api.model.view.View;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.InputWords;
import dev.groundswell.feedback.Inputs;
import dev.groundswell.feedback.NewInput;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.Round;
import dev.groundswell.feedback.Rounds;
import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.Audience;
import dev.groundswell.people.Person;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import dev.groundswell.slack.initiative.InitiativeView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /buyin input}, and the shortcut to log a message. */
public final class InputListener implements Feature {
  static final String LOG_MESSAGE = "feedback.log-message";
  private static final int MOST_ROUNDS = 100;

  private final Inputs inputs;
  private final Rounds rounds;
  private final Initiatives initiatives;
  private final InputView view;
  private final InputForm form;
  private final InitiativeView initiativeView;
  private final Clock clock;

  public InputListener(
      Inputs inputs,
      Rounds rounds,
      Initiatives initiatives,
      InputView view,
      List<Audience> groups,
      InitiativeView initiativeView,
      Clock clock) {
    this.inputs = inputs;
    this.rounds = rounds;
    this.initiatives = initiatives;
    this.view = view;
    this.form = view.form(groups);
    this.initiativeView = initiativeView;
    this.clock = clock;
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.named("input", this::record));
  }

  private Verb.Answer record(Verb.Asked asked) {
    Caller caller = asked.caller();
    if (asked.words().isEmpty()) {
      return new Verb.Answer.Open(
          form.view(InputForm.Opened.empty(openRounds(caller), today(caller), caller.user())));
    }
    InputWords typed = InputWords.read(asked.words());
    Person by = caller.person();
    Recorded recorded =
        typed
            .from()
            .map(from -> contributor(caller, from))
            .orElseGet(() -> Optional.of(Contributor.of(by)))
            .map(from -> new NewInput(from, SlackText.plain(typed.words())))
            .map(
                wanted ->
                    inputs.record(
                        by, caller.workspace(), caller.channel(), wanted, asked.requestKey()))
            .orElseGet(Recorded.NameTooLong::new);
    return Verb.say(view.of(recorded, by.id()));
  }

  private LocalDate today(Caller caller) {
    return LocalDate.ofInstant(clock.instant(), caller.person().zone());
  }

  private List<Round> openRounds(Caller caller) {
    return initiatives
        .current(caller.workspace(), caller.user(), caller.channel())
        .map(it -> rounds.of(caller.workspace(), it.id(), MOST_ROUNDS))
        .map(all -> InputForm.choosable(all, Optional.empty()))
        .orElse(List.of());
  }

  /** An account, or a name as it was typed; empty if the name is too long. */
  private static Optional<Contributor> contributor(Caller caller, String typed) {
    Optional<UserId> account = SlackText.account(typed);
    if (account.isPresent()) {
      return Optional.of(Contributor.of(caller.people().get(caller.workspace(), account.get())));
    }
    String name = OneLine.of(SlackText.plain(typed)).replaceFirst("[.;,]+$", "");
    return name.isBlank() || name.length() > Contributor.LONGEST_NAME
        ? Optional.empty()
        : Optional.of(new Contributor(null, name));
  }

  @Override
  public Map<String, Function<Shortcut, Reaction>> shortcuts() {
    return Map.of(LOG_MESSAGE, this::logMessage);
  }

  /** The message as it was written, by whoever wrote it; a bot's is one's own to attribute. */
  private Reaction logMessage(Shortcut used) {
    Caller caller = used.caller();
    Person author =
        used.author() == null
            ? caller.person()
            : caller.people().get(caller.workspace(), used.author());
    String text = SlackText.plain(used.text()).strip();
    if (text.isEmpty()) {
      return new Reaction.Say(view.of(new Recorded.NoWords(), caller.user()));
    }
    NewInput message =
        new NewInput(
            Contributor.of(author),
            text,
            null,
            "",
            dayOf(used.ts(), caller),
            "",
            null,
            Input.Channel.SLACK,
            used.link().isEmpty() ? null : used.link(),
            false);
    return new Reaction.Open(
        about(
            caller,
            form.view(
                new InputForm.Opened(
                    InputForm.FORM, used.link(), message, openRounds(caller), today(caller)))));
  }

  /** A shortcut is used anywhere, so the form says for which initiative it logs. */
  private View about(Caller caller, View opened) {
    Initiatives.Choice choice =
        initiatives.choice(caller.workspace(), caller.user(), caller.channel());
    Set<UUID> allowed = initiatives.where(caller.workspace(), caller.user(), Deed.RECORD_INPUT);
    List<Initiative> offered =
        Stream.concat(choice.current().stream(), choice.all().stream())
            .distinct()
            .filter(it -> allowed.contains(it.id()))
            .toList();
    // Who may record nowhere is told so as ever.
    return offered.isEmpty() ? opened : form.about(opened, choice.current(), offered);
  }

  /** The day on which a message was written, where the one who logs it is. */
  private LocalDate dayOf(String ts, Caller caller) {
    LocalDate today = today(caller);
    try {
      long seconds = Long.parseLong(ts.replaceFirst("\\..*", ""));
      LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(seconds), caller.person().zone());
      return day.isAfter(today) ? today : day;
    } catch (NumberFormatException e) {
      return today;
    }
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(InputView.START_AND_KEEP, this::startAndKeep);
  }

  private Reaction startAndKeep(Click click) {
    String metadata = click.value() + " " + click.responseUrl();
    return new Reaction.Open(
        view.firstForm(initiativeView.nameField(InputView.INITIATIVE), metadata));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(InputForm.FORM, this::recordForm, InputView.FIRST_FORM, this::recordFirst);
  }

  private Ending recordForm(Submission sent) {
    Caller caller = sent.caller();
    Person by = caller.person();
    NewInput wanted = InputForm.read(sent, caller, new NewInput(Contributor.of(by), ""));
    if (!sent.metadata().isEmpty()) {
      wanted = wanted.from(sent.metadata());
    }
    Optional<String> chosen = sent.choice(InputForm.FOR);
    Optional<Initiative> initiative = chosen.flatMap(it -> own(caller, UUID.fromString(it)));
    if (chosen.isPresent() && initiative.isEmpty()) {
      return view.notThere();
    } else if (initiative.filter(it -> isRoundOfAnother(it, sent)).isPresent()) {
      return view.roundOfAnother();
    }
    Recorded recorded =
        initiative.isPresent()
            ? inputs.recordFor(by, caller.workspace(), initiative.get(), wanted, sent.requestKey())
            : inputs.record(by, caller.workspace(), caller.channel(), wanted, sent.requestKey());
    Optional<Ending> errors = view.errors(recorded, sent);
    if (errors.isPresent()) {
      return errors.get();
    } else if (recorded instanceof Recorded.NoInitiative none) {
      return new Ending.Show(
          view.firstForm(initiativeView.nameField(InputView.INITIATIVE), none.draft() + " "),
          Optional.empty());
    }
    return new Ending.Show(view.notice(view.of(recorded, by.id())), Optional.empty());
  }

  private Optional<Initiative> own(Caller caller, UUID id) {
    return initiatives.of(caller.workspace(), caller.user()).stream()
        .filter(it -> it.id().equals(id))
        .findFirst();
  }

  /** The form lists the rounds of one initiative, and another one can be chosen in it. */
  private boolean isRoundOfAnother(Initiative initiative, Submission sent) {
    return sent.text(InputForm.NEW_ROUND).isBlank()
        && sent.choice(InputForm.ROUND)
            .filter(
                name ->
                    rounds.of(initiative.workspace(), initiative.id(), MOST_ROUNDS).stream()
                        .noneMatch(it -> it.name().equals(name)))
            .isPresent();
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
    return new Ending.Show(view.notice(message), from.reply(message));
  }
}
