package dev.groundswell;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Decided;
import dev.groundswell.feedback.Decision;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.Telling;
import dev.groundswell.kernel.UserId;
import dev.groundswell.people.Person;
import dev.groundswell.sponsor.Added;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who do the same thing at the same moment, each over a connection of their own. */
@OnBothDatabases
class AtTheSameMomentTest {
  private static final int TIMES = 8;
  private static final int ROUNDS = 10;

  private final Team team;

  AtTheSameMomentTest(Engine engine) {
    team = Team.on(engine);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static <T> List<T> together(IntFunction<T> deed) throws Exception {
    CyclicBarrier start = new CyclicBarrier(TIMES);
    List<Callable<T>> deeds = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      int number = i;
      deeds.add(
          () -> {
            start.await();
            return deed.apply(number);
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(TIMES);
    try {
      List<T> ends = new ArrayList<>();
      for (Future<T> end : threads.invokeAll(deeds)) {
        ends.add(end.get());
      }
      return ends;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void somebody_who_is_met_for_the_first_time_by_several_is_known_to_all() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Person fay = new Person(new UserId("U0FAY" + round), "Fay", PRIYA.zone(), true);
      team.directory.nowKnows(fay);

      assertThat(together(i -> team.people.get(HERE, fay.id()))).containsOnly(fay);
    }
    assertThat(team.rows("person")).isEqualTo(ROUNDS);
  }

  @Test
  void a_new_contributor_whose_input_several_log_is_one_contributor() throws Exception {
    team.starts(MAYA, "Diabetes outreach");
    for (int round = 0; round < ROUNDS; round++) {
      Contributor ben = Team.from("Ben " + round);
      String key = "command/" + round + "/";

      assertThat(together(i -> team.inputs.record(ANN, HERE, ben, "Said " + i, key + i)))
          .allSatisfy(it -> assertThat(it).isInstanceOf(Recorded.Kept.class));
    }
    together(i -> team.inputs.record(ANN, HERE, Team.from(PRIYA), "Said " + i, "priya/" + i));

    assertThat(team.rows("contributor")).isEqualTo(ROUNDS + 1);
    assertThat(team.rows("input")).isEqualTo(TIMES * (ROUNDS + 1));
    assertThat(team.rows("reminder")).isEqualTo(TIMES * (ROUNDS + 1));
  }

  @Test
  void a_sponsor_whom_several_add_is_added_once() throws Exception {
    team.starts(MAYA, "Diabetes outreach");
    for (int round = 0; round < ROUNDS; round++) {
      String address = "tom" + round + "@example.org";

      List<Added> ends = together(i -> team.sponsors.add(HERE, MAYA.id(), "Tom Becker", address));

      assertThat(ends).filteredOn(Added.Done.class::isInstance).hasSize(1);
      assertThat(ends).filteredOn(Added.Exists.class::isInstance).hasSize(TIMES - 1);
    }
  }

  @Test
  void of_owner_and_lead_who_decide_at_once_one_decides_and_the_others_are_told() throws Exception {
    team.starts(MAYA, "Diabetes outreach");
    for (int round = 0; round < ROUNDS; round++) {
      Input input = team.records(ANN, Team.from(PRIYA), "Calls come too early");

      List<Decided> ends =
          together(
              i ->
                  team.decisions.decide(
                      i % 2 == 0 ? ANN : MAYA,
                      HERE,
                      input.id(),
                      OptionalInt.of(input.version()),
                      Map.of(),
                      new Decision(
                          i % 2 == 0 ? Outcome.ADOPTED : Outcome.DECLINED,
                          "The clinic team",
                          "It saves a visit, says number " + i)));

      assertThat(ends).filteredOn(Decided.Done.class::isInstance).hasSize(1);
      assertThat(ends).filteredOn(Decided.ChangedMeanwhile.class::isInstance).hasSize(TIMES - 1);
    }
    assertThat(team.rows("decision")).isEqualTo(ROUNDS);
  }

  @Test
  void what_owner_and_lead_send_at_once_is_sent_once() throws Exception {
    team.starts(MAYA, "Diabetes outreach");
    for (int round = 0; round < ROUNDS; round++) {
      Input input = team.records(ANN, Team.from(PRIYA), "Calls come too early");
      team.decides(ANN, input, Outcome.ADOPTED);
      String stamp = ((Telling.Ready) team.reportBacks.prepare(ANN, HERE, input.id())).stamp();

      List<Telling> ends =
          together(
              i -> team.reportBacks.send(i % 2 == 0 ? ANN : MAYA, HERE, input.id(), stamp, null));

      assertThat(ends).filteredOn(Telling.UnderWay.class::isInstance).hasSize(TIMES - 1);
      assertThat(team.rows("outbox")).isEqualTo(round + 1);
    }
  }
}
