package dev.groundswell.slack.initiative;

import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /buyin initiative}. */
public final class InitiativeListener implements Feature, Verb {
  private static final Pattern WITH_LEAD =
      Pattern.compile(
          "^(?<name>.*?)[,;]?\\s+(?:lead|led by)[: ]\\s*(?<lead>\\S.*)$", Pattern.CASE_INSENSITIVE);

  private final Initiatives initiatives;
  private final InitiativeView view;

  public InitiativeListener(Initiatives initiatives, InitiativeView view) {
    this.initiatives = initiatives;
    this.view = view;
  }

  @Override
  public String name() {
    return "initiative";
  }

  @Override
  public List<Verb> verbs() {
    return List.of(this);
  }

  @Override
  public Answer answer(Asked asked) {
    if (asked.words().isEmpty()) {
      return Verb.say(overview(asked.caller()));
    }
    Matcher withLead = WITH_LEAD.matcher(asked.words());
    if (!withLead.matches()) {
      return create(asked.caller(), asked.words(), asked.caller().user());
    }
    Optional<UserId> lead = SlackText.account(withLead.group("lead"));
    return lead.isPresent()
        ? create(asked.caller(), withLead.group("name"), lead.get())
        : Verb.say(view.unknownLead(SlackText.plain(withLead.group("lead"))));
  }

  private Answer create(Caller caller, String name, UserId lead) {
    Created created =
        initiatives.create(caller.workspace(), SlackText.plain(name), lead, caller.person());
    return Verb.say(view.of(created));
  }

  private dev.groundswell.slack.Message overview(Caller caller) {
    Optional<Initiative> current =
        initiatives.current(caller.workspace(), caller.user(), caller.channel());
    return view.overview(current, initiatives.of(caller.workspace(), caller.user()));
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        InitiativeView.START,
        click -> new Reaction.Open(view.form(click.caller().user(), click.responseUrl())),
        InitiativeView.SWITCH,
        this::switchTo);
  }

  private Reaction switchTo(Click click) {
    Caller caller = click.caller();
    // A person is known from the first click on, so that the choice has a row to live in.
    caller.person();
    initiatives.workOn(caller.workspace(), caller.user(), UUID.fromString(click.value()));
    return new Reaction.Replace(overview(caller));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(InitiativeView.FORM, this::started);
  }

  private Ending started(Submission form) {
    UserId lead = form.user(InitiativeView.LEAD).map(UserId::new).orElse(form.caller().user());
    Created created =
        initiatives.create(
            form.caller().workspace(),
            form.text(InitiativeView.NAME),
            lead,
            form.caller().person());
    return view.ending(created, form.metadata());
  }
}
