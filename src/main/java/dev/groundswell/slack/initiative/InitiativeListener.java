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

/** {@code /buyin initiative}: starts one, shows where one stands, switches. */
public final class InitiativeListener implements Feature, Verb {
  private static final Pattern WITH_LEAD =
      Pattern.compile(
          "^(?<name>.*?)[,;]?\\s+(?:lead|led by)[: ]\\s*(?<lead>\\S.*)$", Pattern.CASE_INSENSITIVE);

  private final Initiatives initiatives;
  private final InitiativeView view;
  private final Cards cards;

  public InitiativeListener(Initiatives initiatives, InitiativeView view, Cards cards) {
    this.initiatives = initiatives;
    this.view = view;
    this.cards = cards;
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
      return Verb.say(cards.overview(asked.caller()));
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

  @Override
  public boolean isAboutAnInitiative() {
    return false;
  }

  @Override
  public Optional<Function<Caller, Optional<Footing>>> footing() {
    return Optional.of(this::footing);
  }

  private Optional<Footing> footing(Caller caller) {
    Initiatives.Choice choice =
        initiatives.choice(caller.workspace(), caller.user(), caller.channel());
    return choice
        .current()
        .filter(it -> !it.isAtHomeIn(caller.channel()))
        .map(it -> view.footing(it, choice.all().size() > 1));
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        InitiativeView.START,
        click -> new Reaction.Open(view.form(click.caller().user(), click.responseUrl())),
        InitiativeView.SWITCH,
        this::switchTo,
        InitiativeView.CHOOSE,
        click -> new Reaction.Say(cards.overview(click.caller())));
  }

  private Reaction switchTo(Click click) {
    Caller caller = click.caller();
    // A person is known from the first click on, so that the choice has a row to live in.
    caller.person();
    Optional<Initiative> chosen =
        initiatives.workOn(caller.workspace(), caller.user(), UUID.fromString(click.value()));
    boolean atHome =
        initiatives
            .current(caller.workspace(), caller.user(), caller.channel())
            .filter(it -> it.isAtHomeIn(caller.channel()))
            .isPresent();
    return new Reaction.Replace(
        chosen
            .filter(it -> atHome)
            .map(view::switchedElsewhere)
            .orElseGet(() -> cards.overview(caller)));
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
