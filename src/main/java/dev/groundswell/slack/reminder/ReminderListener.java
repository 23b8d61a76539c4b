package dev.groundswell.slack.reminder;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.people.Person;
import dev.groundswell.reminder.Chosen;
import dev.groundswell.reminder.Later;
import dev.groundswell.reminder.Occasion;
import dev.groundswell.reminder.Reminder;
import dev.groundswell.reminder.ReminderChoices;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Rendering;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Later, not this time, never again, somebody else: the buttons that every reminder has. */
public final class ReminderListener implements Feature {
  private final ReminderChoices choices;
  private final ReminderView view;
  private final Clock clock;

  public ReminderListener(ReminderChoices choices, ReminderView view, Clock clock) {
    this.choices = choices;
    this.view = view;
    this.clock = clock;
  }

  /** The same words, with those buttons below each reminder; nothing for one that has ended. */
  public Rendering withChoices(Rendering own) {
    return new Rendering() {
      @Override
      public Set<String> kinds() {
        return own.kinds();
      }

      @Override
      public Rendered render(WorkspaceId workspace, Item item) {
        return render(workspace, item, () -> own.render(workspace, item));
      }

      private Rendered render(WorkspaceId workspace, Item item, Supplier<Rendered> words) {
        Optional<Occasion> occasion = Occasion.read(item.occasion());
        if (occasion.isEmpty()) {
          return words.get();
        }
        Optional<Reminder> reminder = choices.find(workspace, occasion.get().reminder());
        if (reminder.filter(Reminder::isOpen).isEmpty()) {
          return new Rendered.NotWanted("the reminder has ended");
        }
        Rendered rendered = words.get();
        return rendered instanceof Rendered.Wanted wanted
            ? new Rendered.Wanted(
                view.withChoices(wanted.message(), reminder.get(), occasion.get()))
            : rendered;
      }

      @Override
      public Rendered render(WorkspaceId workspace, Item item, String recipient) {
        // Whoever handed it over, or takes part no longer, learns nothing more of it.
        return isSomebodyElses(workspace, item, recipient)
            ? new Rendered.NotWanted("the reminder is somebody else's by now")
            : render(workspace, item, () -> own.render(workspace, item, recipient));
      }
    };
  }

  private boolean isSomebodyElses(WorkspaceId workspace, Item item, String recipient) {
    return Occasion.read(item.occasion())
        .filter(it -> it.to() == Occasion.To.RECIPIENT)
        .flatMap(it -> choices.find(workspace, it.reminder()))
        .filter(it -> !it.recipient().value().equals(recipient))
        .isPresent();
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    Map<String, Function<Click, Reaction>> clicks = new LinkedHashMap<>();
    clicks.put(ReminderView.SNOOZE, this::snooze);
    clicks.put(
        ReminderView.SKIP,
        click -> {
          Target target = Target.read(click.value());
          Caller caller = click.caller();
          return shown(
              caller,
              choices.skip(caller.workspace(), target.id(), target.number(), caller.user()));
        });
    clicks.put(
        ReminderView.STOP,
        click -> {
          Caller caller = click.caller();
          return shown(
              caller,
              choices.stop(caller.workspace(), Target.read(click.value()).id(), caller.user()));
        });
    clicks.put(
        ReminderView.HAND_OVER,
        click ->
            new Reaction.Open(
                view.handOverForm(Target.read(click.value()).openedFrom(click.responseUrl()))));
    return clicks;
  }

  private Reaction snooze(Click click) {
    String[] parts = click.value().split(" ", 2);
    Target target = Target.read(parts[1]);
    Caller caller = click.caller();
    if (parts[0].equals(ReminderView.PICK)) {
      return snoozeForm(caller, target.openedFrom(click.responseUrl()));
    }
    return shown(
        caller,
        choices.snooze(
            caller.workspace(),
            target.id(),
            target.number(),
            Later.valueOf(parts[0]),
            caller.user()));
  }

  Reaction snoozeForm(Caller caller, Target target) {
    ZoneId zone = caller.person().zone();
    return new Reaction.Open(view.snoozeForm(target, zone, LocalDate.now(clock.withZone(zone))));
  }

  /** What concerns only whoever clicked is said besides; the message is for somebody else. */
  private Reaction shown(Caller caller, Chosen chosen) {
    Message message = view.of(chosen, caller.person().zone());
    return isRefusal(chosen) ? new Reaction.Say(message) : new Reaction.Replace(message);
  }

  static boolean isRefusal(Chosen chosen) {
    return chosen instanceof Chosen.NotYours
        || chosen instanceof Chosen.NotFor
        || chosen instanceof Chosen.Theirs
        || chosen instanceof Chosen.ComesOnce
        || chosen instanceof Chosen.Past;
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        ReminderView.SNOOZE_FORM, this::snoozeTo,
        ReminderView.HAND_OVER_FORM, this::handOver,
        ReminderView.STOP_FORM, this::stop);
  }

  private Ending snoozeTo(Submission form) {
    Optional<LocalDate> picked = form.date(ReminderView.DAY);
    if (picked.isEmpty()) {
      return new Ending.Errors(Map.of(ReminderView.DAY, view.plain("no-such-day")));
    }
    Optional<LocalTime> time = form.time(ReminderView.TIME);
    if (time.isEmpty()) {
      return new Ending.Errors(Map.of(ReminderView.TIME, view.plain("no-such-time")));
    }
    LocalDate day = picked.get();
    Target target = Target.read(form.metadata());
    Caller caller = form.caller();
    Chosen chosen =
        choices.snooze(
            caller.workspace(),
            target.id(),
            target.number(),
            day.atTime(time.get()),
            caller.user());
    if (chosen instanceof Chosen.Past) {
      boolean today = day.equals(LocalDate.now(clock.withZone(caller.person().zone())));
      return new Ending.Errors(
          Map.of(today ? ReminderView.TIME : ReminderView.DAY, view.plain("past")));
    }
    return ended(caller, target, chosen);
  }

  private Ending handOver(Submission form) {
    Caller caller = form.caller();
    Optional<String> chosen = form.user(ReminderView.TO);
    if (chosen.isEmpty()) {
      return new Ending.Errors(Map.of(ReminderView.TO, view.plain("to-missing")));
    }
    Person to = caller.people().get(caller.workspace(), new UserId(chosen.get()));
    if (!to.reachable()) {
      return new Ending.Errors(Map.of(ReminderView.TO, view.plain("to-unreachable")));
    }
    Target target = Target.read(form.metadata());
    Chosen outcome = choices.handOver(caller.workspace(), target.id(), to.id(), caller.user());
    return ended(caller, target, outcome);
  }

  private Ending stop(Submission form) {
    Caller caller = form.caller();
    Target target = Target.read(form.metadata());
    return ended(caller, target, choices.stop(caller.workspace(), target.id(), caller.user()));
  }

  private Ending ended(Caller caller, Target target, Chosen chosen) {
    Message message = view.of(chosen, caller.person().zone());
    return new Ending.Show(
        view.notice(message), isRefusal(chosen) ? Optional.empty() : target.reply(message));
  }
}
