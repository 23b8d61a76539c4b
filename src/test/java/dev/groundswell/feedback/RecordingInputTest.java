package dev.groundswell.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Recorded.Kept;
import dev.groundswell.feedback.Recorded.NoWords;
import dev.groundswell.initiative.Initiative;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class RecordingInputTest {
  private static final String EARLY = "The reminder calls come too early";

  private final Team team;
  private final Inputs inputs;

  RecordingInputTest(Engine engine) {
    team = Team.on(engine);
    inputs = team.inputs;
  }

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void an_input_is_kept_with_its_report_back_and_its_reminder() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");

    Recorded recorded = inputs.record(ANN, HERE, Team.from(PRIYA), EARLY, "command/1");

    assertThat(recorded).isInstanceOf(Kept.class);
    Input input = ((Kept) recorded).input();
    assertThat(((Kept) recorded).initiative()).isEqualTo(outreach);
    assertThat(input.words()).isEqualTo(EARLY);
    assertThat(input.contributor()).isEqualTo(Team.from(PRIYA));
    assertThat(input.owner()).isEqualTo(ANN.id());
    assertThat(input.receivedOn()).isEqualTo(LocalDate.parse("2026-11-02"));
    assertThat(input.dueOn()).isEqualTo(LocalDate.parse("2026-11-16"));
    assertThat(input.isDecided()).isFalse();
    assertThat(input.isTold()).isFalse();
    assertThat(inputs.find(HERE, input.id())).contains(input);
    assertThat(team.reportBacks.open(HERE, outreach.id(), 10)).containsExactly(input);
    assertThat(
            team.rows("reminder where due_at = timestamp with time zone '2026-11-16 14:00:00+0'"))
        .isEqualTo(1);
  }

  @Test
  void what_is_due_on_a_weekend_is_due_on_the_friday_before() {
    team.starts(MAYA, "Diabetes outreach");
    team.clock.set("2026-11-07T15:00:00Z"); // a Saturday

    assertThat(team.records(ANN, Team.from(PRIYA), EARLY).dueOn())
        .isEqualTo(LocalDate.parse("2026-11-20"));
  }

  @Test
  void days_are_those_of_the_one_who_records() {
    team.starts(MAYA, "Diabetes outreach");
    team.clock.set("2026-11-03T02:00:00Z"); // still Monday in New York

    assertThat(team.records(ANN, Team.from("Ben"), EARLY).receivedOn())
        .isEqualTo(LocalDate.parse("2026-11-02"));
    assertThat(team.records(PRIYA, Team.from("Ben"), EARLY).receivedOn())
        .isEqualTo(LocalDate.parse("2026-11-03"));
  }

  @Test
  void a_repeated_request_records_nothing_twice() {
    team.starts(MAYA, "Diabetes outreach");
    Recorded first = inputs.record(ANN, HERE, Team.from(PRIYA), EARLY, "command/1");

    assertThat(inputs.record(ANN, HERE, Team.from(PRIYA), EARLY, "command/1")).isEqualTo(first);
    assertThat(team.rows("input")).isEqualTo(1);
    assertThat(team.rows("report_back")).isEqualTo(1);
    assertThat(team.rows("reminder")).isEqualTo(1);
  }

  @Test
  void a_request_that_comes_twice_at_the_same_moment_is_answered_alike() throws Exception {
    team.starts(MAYA, "Diabetes outreach");
    int times = 8;
    CyclicBarrier together = new CyclicBarrier(times);
    Callable<Recorded> request =
        () -> {
          together.await();
          return inputs.record(ANN, HERE, Team.from(PRIYA), EARLY, "command/1");
        };
    ExecutorService threads = Executors.newFixedThreadPool(times);
    List<Future<Recorded>> answers = threads.invokeAll(Collections.nCopies(times, request));
    threads.shutdown();

    for (Future<Recorded> answer : answers) {
      assertThat(answer.get()).isEqualTo(answers.get(0).get());
    }
    assertThat(team.rows("input")).isEqualTo(1);
    assertThat(team.rows("reminder")).isEqualTo(1);
  }

  @Test
  void if_the_reminder_cannot_be_planned_nothing_is_kept() {
    team.starts(MAYA, "Diabetes outreach");
    team.database.transact(tx -> tx.update("alter table reminder rename to away").execute());
    try {
      assertThatThrownBy(() -> inputs.record(ANN, HERE, Team.from(PRIYA), EARLY, "command/1"))
          .isInstanceOf(RuntimeException.class);
    } finally {
      // The next test gets this database.
      team.database.transact(tx -> tx.update("alter table away rename to reminder").execute());
    }

    assertThat(team.rows("input")).isZero();
    assertThat(team.rows("contributor")).isZero();
    assertThat(team.rows("report_back")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n"})
  void nothing_said_is_nothing_kept(String words) {
    team.starts(MAYA, "Diabetes outreach");

    assertThat(inputs.record(ANN, HERE, Team.from(PRIYA), words, "command/1"))
        .isEqualTo(new NoWords());
    assertThat(team.rows("input")).isZero();
  }

  @Test
  void long_words_and_emoji_are_kept_as_typed() {
    team.starts(MAYA, "Diabetes outreach");
    String words = "“Früher” 👩‍⚕️ ist 予算 <b>&amp;\n\t".repeat(700).strip();
    String longest = "👂".repeat(10_000);

    assertThat(words.length()).isGreaterThan(15_000);
    Input kept = team.records(ANN, Team.from("Familie Öztürk 👪"), words);
    assertThat(inputs.find(HERE, kept.id()).orElseThrow().words()).isEqualTo(words);
    assertThat(inputs.find(HERE, kept.id()).orElseThrow().contributor().name())
        .isEqualTo("Familie Öztürk 👪");
    Input second = team.records(ANN, Team.from(PRIYA), longest);
    assertThat(inputs.find(HERE, second.id()).orElseThrow().words()).isEqualTo(longest);
  }

  @Test
  void a_character_that_no_database_keeps_is_left_out() {
    team.starts(MAYA, "Diabetes outreach");

    Input kept = team.records(ANN, Team.from("Ben\0"), "The calls\0 come too early");

    assertThat(inputs.find(HERE, kept.id()).orElseThrow().words())
        .isEqualTo("The calls come too early");
  }

  @Test
  void the_same_contributor_is_known_again_by_account_or_by_name() {
    team.starts(MAYA, "Diabetes outreach");
    team.records(ANN, Team.from(PRIYA), EARLY);
    team.records(MAYA, Team.from(PRIYA), EARLY);
    team.records(ANN, Team.from("The parents' group"), EARLY);
    team.records(ANN, Team.from("the parents' GROUP"), EARLY);
    team.records(ANN, Team.from("Priya"), EARLY); // not the account
    team.records(ANN, Team.from("Familie Öztürk"), EARLY);
    team.records(ANN, Team.from("FAMILIE ÖZTÜRK"), EARLY);

    assertThat(team.rows("contributor")).isEqualTo(4);
    assertThat(team.rows("input")).isEqualTo(7);
  }

  @Test
  void who_waits_longest_stands_first_and_no_more_than_asked() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    Input first = team.records(ANN, Team.from(PRIYA), "one");
    team.clock.advance(Duration.ofSeconds(1));
    Input second = team.records(ANN, Team.from("Ben"), "two");
    team.clock.advance(Duration.ofDays(1));
    Input third = team.records(ANN, Team.from(PRIYA), "three");

    assertThat(team.reportBacks.open(HERE, outreach.id(), 10))
        .containsExactly(first, second, third);
    assertThat(team.reportBacks.open(HERE, outreach.id(), 2)).containsExactly(first, second);
  }

  @Test
  void another_workspace_sees_nothing() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    Input ours = team.records(ANN, Team.from(PRIYA), EARLY);

    assertThat(inputs.find(ELSEWHERE, ours.id())).isEmpty();
    assertThat(team.reportBacks.open(ELSEWHERE, outreach.id(), 10)).isEmpty();
  }
}
