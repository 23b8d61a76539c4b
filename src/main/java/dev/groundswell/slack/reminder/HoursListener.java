package dev.groundswell.slack.reminder;

import dev.groundswell.reminder.OwnHours;
import dev.groundswell.reminder.OwnHours.Choice;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** “When may I write to you?”: each person's own answer, from the Home and from what is coming. */
public final class HoursListener implements Feature {
  private final OwnHours hours;
  private final HoursView view;
  private final Clock clock;

  public HoursListener(OwnHours hours, HoursView view, Clock clock) {
    this.hours = hours;
    this.clock = clock;
    this.view = view;
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(HoursView.OPEN, this::open);
  }

  private Reaction open(Click click) {
    Caller caller = click.caller();
    return new Reaction.Open(
        view.form(
            hours.of(caller.workspace(), caller.user()),
            hours.backOn(caller.workspace(), caller.user(), today(caller)).orElse(null),
            caller.person().zone()));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(HoursView.FORM, this::choose);
  }

  private Ending choose(Submission form) {
    Optional<LocalTime> from = form.time(HoursView.FROM);
    Optional<LocalTime> until = form.time(HoursView.UNTIL);
    if (from.isEmpty() || until.isEmpty()) {
      String field = from.isEmpty() ? HoursView.FROM : HoursView.UNTIL;
      return error(field, "no-such-time");
    }
    Set<DayOfWeek> days =
        form.choices(HoursView.DAYS).stream().map(DayOfWeek::valueOf).collect(Collectors.toSet());
    Caller caller = form.caller();
    LocalDate backOn = form.date(HoursView.BACK).orElse(null);
    if (form.hasDate(HoursView.BACK) && (backOn == null || !backOn.isAfter(today(caller)))) {
      return error(HoursView.BACK, "back-is-past");
    }
    Choice choice =
        hours.choose(caller.workspace(), caller.user(), from.get(), until.get(), days, backOn);
    if (choice instanceof Choice.NoDay) {
      return error(HoursView.DAYS, "no-day");
    } else if (choice instanceof Choice.NoTime) {
      return error(HoursView.UNTIL, "no-time");
    } else if (choice instanceof Choice.Kept kept) {
      ZoneId zone = caller.person().zone();
      String sentence = view.kept(kept.hours(), zone);
      return new Ending.Show(
          view.notice(backOn == null ? sentence : sentence + "\n" + view.away(backOn)),
          Optional.empty());
    }
    throw new AssertionError(choice);
  }

  private LocalDate today(Caller caller) {
    return LocalDate.ofInstant(clock.instant(), caller.person().zone());
  }

  private Ending error(String field, String sentence) {
    return new Ending.Errors(Map.of(field, view.plain(sentence)));
  }
}
