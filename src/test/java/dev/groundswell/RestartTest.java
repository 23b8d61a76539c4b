package dev.groundswell;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.feedback.Input;
import dev.groundswell.outbox.Dispatcher;
import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.RecordingSender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restart loses nothing, be it a stop or a crash. */
@Tag("jdk")
class RestartTest {
  private static final String WHEN_IT_IS_DUE = "2026-11-16T14:00:00Z";

  private final Path directory;

  RestartTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static DatabaseUrl in(Path directory) {
    return DatabaseUrl.parse("jdbc:h2:file:" + directory.resolve("groundswell").toAbsolutePath());
  }

  private static Team opens(Path directory, String at) {
    return Team.on(in(directory), SettableClock.at(at));
  }

  /** What a killed process leaves: the file as it is while it is open. */
  private Path afterACrash() throws IOException {
    Path left = Files.createDirectories(directory.resolve("after"));
    return Files.copy(directory.resolve("groundswell.mv.db"), left.resolve("groundswell.mv.db"))
        .resolveSibling("");
  }

  private static void comesOnce(Team team, Input input) {
    RecordingSender slack = RecordingSender.slack();
    Dispatcher dispatcher = team.dispatcher(slack);
    for (int i = 0; i < 3; i++) {
      team.reminders.fireDue();
      dispatcher.dispatchDue();
      team.clock.advance(Duration.ofDays(1));
    }
    assertThat(slack.sent())
        .singleElement()
        .satisfies(it -> assertThat(it.items().get(0).subject()).isEqualTo(input.id()));
  }

  @Test
  void what_was_recorded_before_a_stop_is_there_and_its_reminder_comes_once() {
    Input input;
    try (Team team = opens(directory, Team.MONDAY_MORNING)) {
      team.starts(MAYA, "Diabetes outreach");
      input = team.records(ANN, Team.from(PRIYA), "The calls come too early 👂");
    }

    try (Team team = opens(directory, WHEN_IT_IS_DUE)) {
      assertThat(team.inputs.find(HERE, input.id())).contains(input);
      comesOnce(team, input);
    }
  }

  @Test
  void what_was_recorded_before_a_crash_is_there_and_its_reminder_comes_once() throws IOException {
    try (Team team = opens(directory, Team.MONDAY_MORNING)) {
      team.starts(MAYA, "Diabetes outreach");
      Input input = team.records(ANN, Team.from(PRIYA), "The calls come too early");

      try (Team next = opens(afterACrash(), WHEN_IT_IS_DUE)) {
        assertThat(next.inputs.find(HERE, input.id())).contains(input);
        comesOnce(next, input);
      }
    }
  }

  @Test
  void what_was_said_before_a_stop_is_not_said_again() {
    try (Team team = opens(directory, Team.MONDAY_MORNING)) {
      team.starts(MAYA, "Diabetes outreach");
      comesOnceAt(team, WHEN_IT_IS_DUE);
    }

    try (Team team = opens(directory, WHEN_IT_IS_DUE)) {
      RecordingSender slack = RecordingSender.slack();
      assertThat(team.reminders.fireDue()).isZero();
      assertThat(team.dispatcher(slack).dispatchDue()).isZero();
    }
  }

  private static void comesOnceAt(Team team, String moment) {
    Input input = team.records(ANN, Team.from(PRIYA), "The calls come too early");
    team.clock.set(moment);
    comesOnce(team, input);
  }

  @Test
  void a_message_that_was_under_way_at_a_crash_is_looked_for_and_not_doubled() throws IOException {
    try (Team team = opens(directory, Team.MONDAY_MORNING)) {
      team.starts(MAYA, "Diabetes outreach");
      team.records(ANN, Team.from(PRIYA), "The calls come too early");
      team.clock.set(WHEN_IT_IS_DUE);
      team.reminders.fireDue();
      RecordingSender killed = RecordingSender.slack().thenIsKilled();
      try {
        team.dispatcher(killed).dispatchDue();
      } catch (RecordingSender.Killed e) {
        // the process ends here
      }

      try (Team next = opens(afterACrash(), "2026-11-16T14:01:00Z")) {
        RecordingSender slack = RecordingSender.slack().shows(new LookBack.Found("D1/17"));
        Dispatcher dispatcher = next.dispatcher(slack);
        dispatcher.dispatchDue();
        dispatcher.settleUnknown();
        next.clock.advance(Duration.ofDays(1));
        dispatcher.dispatchDue();

        assertThat(slack.sent()).isEmpty();
        assertThat(slack.lookedFor())
            .extracting(Outgoing::id)
            .containsExactly(killed.sent().get(0).id());
      }
    }
  }
}
