package dev.groundswell.slack.home;

import static dev.groundswell.slack.Extremes.LAKESIDE;
import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.longInput;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortest;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.view.View;
import dev.groundswell.advice.Tally;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.HeardBack;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.people.Person;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.Coming;
import dev.groundswell.reminder.Once;
import dev.groundswell.reminder.Reminder;
import dev.groundswell.reminder.Reminder.State;
import dev.groundswell.reminder.Reminder.When;
import dev.groundswell.reminder.Subject;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.feedback.InputListView;
import dev.groundswell.slack.reminder.UpcomingView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HomeViewTest {
  private final PromptFiles files = PromptFiles.packaged();
  private final TipLibrary library = TipLibrary.load(files);
  private final Words words = Words.load(files);
  private final HomeView view =
      new HomeView(words, new InputListView(words), new UpcomingView(words), library);
  private final Person maya = new Person(MAYA, "Maya", ZoneId.of("America/Chicago"), true);

  @Test
  void it_fits_for_somebody_who_has_just_come() {
    Shown.fits(
        view.of(
            new HomeView.Shown(
                List.of(),
                List.of(),
                List.of(),
                LocalDate.EPOCH,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(),
                maya,
                WorkingTime.USUAL)));
  }

  @Test
  void it_fits_with_everything_on_it() {
    Map<String, Tally> tallies = new HashMap<>();
    library.tips().forEach(tip -> tallies.put(tip.id(), new Tally(99_999, 99_999)));
    Message answer =
        new Message("an answer", Collections.nCopies(45, Blocks.section("x".repeat(3000))));
    Shown.fits(
        view.of(
            new HomeView.Shown(
                Collections.nCopies(HomeView.MOST_TODOS + 1, longInput(Outcome.DECLINED)),
                Collections.nCopies(
                    3 * HomeView.MOST_BESIDES,
                    List.of(Blocks.section("x".repeat(600)), Blocks.section("the buttons"))),
                Collections.nCopies(HomeView.MOST_UPCOMING + 1, coming()),
                LocalDate.EPOCH.plusDays(9),
                Optional.of(answer),
                library.tips(),
                Optional.of(longest()),
                IntStream.range(0, 300).mapToObj(n -> another(n)).toList(),
                Optional.of(new HeardBack(9, 9, 9, 9, 0, 9, 9, 9, 9, 9)),
                tallies,
                maya,
                WorkingTime.USUAL)));
  }

  @Test
  void what_is_coming_stands_between_the_next_steps_and_the_initiative() {
    View home =
        view.of(
            new HomeView.Shown(
                List.of(),
                List.of(),
                List.of(coming()),
                LocalDate.EPOCH,
                Optional.empty(),
                List.of(),
                Optional.of(shortest()),
                List.of(),
                Optional.empty(),
                Map.of(),
                maya,
                WorkingTime.USUAL));

    Shown.fits(home);
    assertThat(home.getBlocks().stream().filter(HeaderBlock.class::isInstance).limit(3))
        .extracting(it -> ((HeaderBlock) it).getText().getText())
        .containsExactly("Your next steps", "Coming up", shortest().name());
    assertThat(home.getBlocks().toString())
        .contains(
            "Tuesday 3 November",
            "to you: a reminder to tell somebody what became of their input"
                + " (<@"
                + MAYA.value()
                + ">: “The calls come too early”).");
  }

  @Test
  void what_other_features_leave_to_do_stands_there_instead_of_nothing() {
    View home =
        view.of(
            new HomeView.Shown(
                List.of(),
                List.of(List.of(Blocks.section("Dr Lee will free two nurses"))),
                List.of(),
                LocalDate.EPOCH,
                Optional.empty(),
                List.of(),
                Optional.of(shortest()),
                List.of(),
                Optional.empty(),
                Map.of(),
                maya,
                WorkingTime.USUAL));

    assertThat(home.getBlocks().get(1).toString()).contains("Dr Lee will free two nurses");
    assertThat(home.getBlocks().toString()).doesNotContain("Nobody is waiting for you");
  }

  private static Coming coming() {
    Instant tuesday = Instant.parse("2026-11-03T15:00:00Z");
    return new Coming(
        new Reminder(
            LAKESIDE,
            new UUID(7, 7),
            ReportBacks.REPORT_BACK,
            new UUID(8, 8),
            null,
            MAYA,
            new Once(),
            State.WAITING,
            0,
            new When(tuesday, ZoneId.of("America/Chicago"), 0, false, 0, null)),
        tuesday,
        new Subject(MAYA, "Maya", "The calls come\ntoo early"));
  }

  private static Initiative another(int n) {
    Initiative one = longest();
    return new Initiative(one.workspace(), new UUID(9, n), one.name(), one.lead(), one.zone());
  }
}
