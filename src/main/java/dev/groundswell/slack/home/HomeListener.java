package dev.groundswell.slack.home;

import com.slack.api.model.view.View;
import dev.groundswell.advice.Advice;
import dev.groundswell.feedback.HeardBack;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.InputLists;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.reminder.Coming;
import dev.groundswell.reminder.OwnHours;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.NextSteps;
import dev.groundswell.slack.advice.AdviceListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The Home tab: built anew each time somebody opens it, or clicks on it. */
public final class HomeListener implements Feature {
  /** What comes later than this is of no use today. */
  private static final Duration AHEAD = Duration.ofDays(28);

  private final ReportBacks reportBacks;
  private final InputLists lists;
  private final Initiatives initiatives;
  private final Advice advice;
  private final AdviceListener adviceListener;
  private final TipLibrary library;
  private final Reminders reminders;
  private final OwnHours ownHours;
  private final List<NextSteps> besides;
  private final HomeView view;
  private final Clock clock;

  public HomeListener(
      ReportBacks reportBacks,
      InputLists lists,
      Initiatives initiatives,
      Advice advice,
      AdviceListener adviceListener,
      TipLibrary library,
      Reminders reminders,
      OwnHours ownHours,
      List<NextSteps> besides,
      HomeView view,
      Clock clock) {
    this.reportBacks = reportBacks;
    this.lists = lists;
    this.initiatives = initiatives;
    this.advice = advice;
    this.adviceListener = adviceListener;
    this.library = library;
    this.reminders = reminders;
    this.ownHours = ownHours;
    this.besides = List.copyOf(besides);
    this.view = view;
    this.clock = clock;
  }

  @Override
  public Optional<BiFunction<Caller, Optional<Message>, View>> home() {
    return Optional.of(this::home);
  }

  private View home(Caller caller, Optional<Message> answer) {
    Instant now = clock.instant();
    List<Input> todos =
        reportBacks.openFor(caller.workspace(), caller.user(), HomeView.MOST_TODOS + 1);
    Optional<Initiative> current = initiatives.current(caller.workspace(), caller.user());
    Optional<HeardBack> heardBack =
        current.flatMap(it -> lists.heardBack(caller.workspace(), caller.user(), it.id()));
    List<Tip> kept =
        advice.kept(caller.workspace(), caller.user()).stream()
            .map(library::byId)
            .flatMap(Optional::stream)
            .toList();
    boolean seesVotes =
        current
                .map(
                    it ->
                        initiatives
                            .standing(caller.workspace(), caller.user(), it.id())
                            .may(Deed.SEE_VOTES))
                .orElse(false)
            || caller.people().isAdmin(caller.workspace(), caller.user());
    return view.of(
        new HomeView.Shown(
            todos,
            besides.stream()
                .flatMap(it -> it.nextSteps(caller, HomeView.MOST_BESIDES).stream())
                .toList(),
            upcoming(caller, now),
            LocalDate.ofInstant(now, caller.person().zone()),
            answer,
            kept,
            current,
            initiatives.of(caller.workspace(), caller.user()),
            heardBack,
            seesVotes ? advice.tallies(caller.workspace()) : Map.of(),
            caller.person(),
            ownHours.of(caller.workspace(), caller.user())));
  }

  private List<Coming> upcoming(Caller caller, Instant now) {
    return reminders.upcoming(
        caller.workspace(), caller.user(), now.plus(AHEAD), HomeView.MOST_UPCOMING + 1);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        HomeView.ASK, this::ask, HomeView.LET_GO, this::letGo, HomeView.CHOOSE, this::choose);
  }

  private Reaction ask(Click click) {
    Message answer = adviceListener.answerTo(click.caller(), click.value());
    return new Reaction.ShowHome(home(click.caller(), Optional.of(answer)));
  }

  private Reaction choose(Click click) {
    Caller caller = click.caller();
    // The choice has its place in the person's row, which is there once they were looked up.
    caller.person();
    initiatives.workOn(caller.workspace(), caller.user(), UUID.fromString(click.value()));
    return new Reaction.ShowHome(home(caller, Optional.empty()));
  }

  private Reaction letGo(Click click) {
    advice.keepOrLetGo(click.caller().workspace(), click.caller().user(), click.value());
    return new Reaction.ShowHome(home(click.caller(), Optional.empty()));
  }
}
