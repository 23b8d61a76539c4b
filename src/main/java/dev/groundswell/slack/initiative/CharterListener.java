package dev.groundswell.slack.initiative;

import com.slack.api.model.view.View;
import dev.groundswell.initiative.Changed;
import dev.groundswell.initiative.Charter;
import dev.groundswell.initiative.Charters;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Pauses;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Opened;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changes what an initiative is, pauses it, puts it to rest and brings it back. */
public final class CharterListener implements Feature {
  private final Initiatives initiatives;
  private final Charters charters;
  private final Pauses pauses;
  private final Cards cards;
  private final CharterView view;
  private final ChangedView changedView;
  private final Clock clock;

  public CharterListener(
      Initiatives initiatives,
      Charters charters,
      Pauses pauses,
      Cards cards,
      Words words,
      Clock clock) {
    this.initiatives = initiatives;
    this.charters = charters;
    this.pauses = pauses;
    this.cards = cards;
    this.view = new CharterView(words);
    this.changedView = new ChangedView(words);
    this.clock = clock;
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        CardView.SETTINGS,
        click -> open(click, Deed.CHANGE_SETTINGS, view::form),
        CardView.PAUSE,
        click ->
            open(
                click,
                Deed.PAUSE,
                (it, metadata) ->
                    view.pauseForm(LocalDate.now(clock.withZone(it.zone())), metadata)),
        CardView.RESUME,
        click -> done(click, pauses::resume),
        CardView.ARCHIVE,
        click -> done(click, pauses::archive),
        InitiativeView.BRING_BACK,
        click -> done(click, pauses::bringBack));
  }

  private Reaction open(Click click, Deed deed, BiFunction<Initiative, String, View> form) {
    Standing standing =
        initiatives.standing(
            click.caller().workspace(), click.caller().user(), UUID.fromString(click.value()));
    Optional<Initiative> seen = standing.initiative();
    if (seen.isEmpty()) {
      return new Reaction.Replace(changedView.refusal(new Changed.Gone()));
    }
    return standing.may(deed)
        ? new Reaction.Open(form.apply(seen.get(), Opened.by(click).metadata()))
        : new Reaction.Say(changedView.refusal(new Changed.NotAllowed(seen.get())));
  }

  private interface Deal {
    Changed with(WorkspaceId workspace, UserId by, UUID initiative);
  }

  private Reaction done(Click click, Deal deal) {
    Caller caller = click.caller();
    Changed changed = deal.with(caller.workspace(), caller.user(), UUID.fromString(click.value()));
    if (changed instanceof Changed.Done) {
      return new Reaction.Replace(cards.overview(caller));
    }
    return changed instanceof Changed.Gone
        ? new Reaction.Replace(changedView.refusal(changed))
        : new Reaction.Say(changedView.refusal(changed));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(CharterView.FORM, this::change, CharterView.PAUSE_FORM, this::pause);
  }

  private Ending change(Submission form) {
    Opened from = Opened.of(form.metadata());
    Charter wish =
        new Charter(
            form.text(CharterView.NAME),
            form.text(CharterView.PURPOSE),
            form.conversation(CharterView.HOME).orElse(null),
            form.text(CharterView.ZONE),
            form.choices(CharterView.DAYS).stream()
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet()),
            form.text(CharterView.HOLIDAYS));
    Caller caller = form.caller();
    return ending(
        caller,
        from,
        CharterView.NAME,
        charters.change(caller.workspace(), caller.user(), from.subject(), wish));
  }

  private Ending pause(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    LocalDate until = form.date(CharterView.UNTIL).orElse(LocalDate.EPOCH);
    return ending(
        caller,
        from,
        CharterView.UNTIL,
        pauses.pause(caller.workspace(), caller.user(), from.subject(), until));
  }

  private Ending ending(Caller caller, Opened from, String field, Changed changed) {
    if (changed instanceof Changed.Done) {
      return new Ending.Close(from.reply(cards.overview(caller)));
    } else if (changed instanceof Changed.Unfit unfit) {
      return new Ending.Errors(changedView.flaws(unfit));
    }
    return new Ending.Errors(Map.of(field, changedView.plain(changed)));
  }
}
