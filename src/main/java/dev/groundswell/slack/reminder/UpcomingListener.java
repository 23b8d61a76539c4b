package dev.groundswell.slack.reminder;

import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outbox.Pending;
import dev.groundswell.reminder.Chosen;
import dev.groundswell.reminder.Coming;
import dev.groundswell.reminder.Coming.Place;
import dev.groundswell.reminder.OwnHours;
import dev.groundswell.reminder.ReminderChoices;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Verb;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** {@code /buyin upcoming}: one's own, and what comes to anybody where one may see it. */
public final class UpcomingListener implements Feature {
  private final Reminders reminders;
  private final ReminderChoices choices;
  private final Outbox outbox;
  private final Initiatives initiatives;
  private final OwnHours ownHours;
  private final ReminderListener listener;
  private final ReminderView reminderView;
  private final UpcomingView view;
  private final Clock clock;

  public UpcomingListener(
      Reminders reminders,
      ReminderChoices choices,
      Outbox outbox,
      Initiatives initiatives,
      OwnHours ownHours,
      ReminderListener listener,
      ReminderView reminderView,
      UpcomingView view,
      Clock clock) {
    this.reminders = reminders;
    this.choices = choices;
    this.outbox = outbox;
    this.initiatives = initiatives;
    this.ownHours = ownHours;
    this.listener = listener;
    this.reminderView = reminderView;
    this.view = view;
    this.clock = clock;
  }

  @Override
  public List<Verb> verbs() {
    return List.of(
        Verb.named(
            "upcoming", asked -> Verb.say(page(asked.caller(), Place.FIRST, Optional.empty()))));
  }

  private Message page(Caller caller, Place behind, Optional<Message> notice) {
    Set<UUID> seen = initiatives.where(caller.workspace(), caller.user(), Deed.SEE_UPCOMING);
    Set<UUID> steered = initiatives.where(caller.workspace(), caller.user(), Deed.STEER_REMINDERS);
    List<Coming> coming =
        reminders.upcoming(
            caller.workspace(),
            caller.user(),
            seen,
            behind,
            UpcomingView.horizon(clock.instant()),
            UpcomingView.MOST + 1);
    List<Pending> pending =
        behind.equals(Place.FIRST)
            ? outbox.pending(caller.workspace(), caller.user(), seen, UpcomingView.MOST)
            : List.of();
    ZoneId zone = caller.person().zone();
    WorkingTime hours = ownHours.of(caller.workspace(), caller.user());
    return view.list(caller.user(), steered, zone, hours, notice, pending, coming);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        UpcomingView.MORE,
        click ->
            new Reaction.Replace(
                page(
                    click.caller(),
                    Place.read(click.value()).orElse(Place.FIRST),
                    Optional.empty())),
        UpcomingView.CHOICE,
        this::choose);
  }

  private Reaction choose(Click click) {
    String[] parts = click.value().split(" ", 2);
    Target target = Target.read(parts[1]);
    Target opened = target.openedFrom(click.responseUrl());
    Caller caller = click.caller();
    return switch (parts[0]) {
      case "move" -> listener.snoozeForm(caller, opened);
      case "hand-over" -> new Reaction.Open(reminderView.handOverForm(opened));
      case "stop" -> new Reaction.Open(reminderView.stopForm(opened));
      case "skip" -> skip(caller, target);
      default -> throw new IllegalArgumentException("no such choice: " + parts[0]);
    };
  }

  private Reaction skip(Caller caller, Target target) {
    Chosen chosen = choices.skip(caller.workspace(), target.id(), target.number(), caller.user());
    Message notice = reminderView.of(chosen, caller.person().zone());
    return new Reaction.Replace(page(caller, Place.FIRST, Optional.of(notice)));
  }
}
