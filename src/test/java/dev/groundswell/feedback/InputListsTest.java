package dev.groundswell.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.InputList.Decisions;
import dev.groundswell.feedback.InputList.Tab;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.initiative.Initiative;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits, who has heard, who can't be reached; in lists, in figures, and as a file. */
@OnBothDatabases
class InputListsTest {
  private final Team team;
  private final Initiative outreach;

  InputListsTest(Engine engine) {
    team = Team.on(engine);
    outreach = team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private InputPage page(InputList list) {
    return team.lists.page(ANN, HERE, outreach.id(), list).orElseThrow();
  }

  private List<String> words(InputList list) {
    return page(list).inputs().stream().map(Input::words).toList();
  }

  private HeardBack figures() {
    return team.lists.heardBack(HERE, ANN.id(), outreach.id()).orElseThrow();
  }

  @Test
  void each_tab_shows_its_own_and_counts_all() {
    Input told = team.records(ANN, Team.from(PRIYA), "told");
    Input lost = team.records(ANN, Team.from("Ben"), "lost");
    team.records(ANN, Team.from("the night shift"), "late");
    team.decides(ANN, told, Outcome.ADOPTED);
    team.tells(ANN, told);
    team.reportBacks.notReached(ANN, HERE, lost.id(), Unreachable.DEACTIVATED);
    team.clock.set("2026-11-25T15:00:00Z");
    team.records(ANN, Team.from("the day shift"), "fresh");

    assertThat(words(InputList.FIRST)).containsExactly("late", "fresh");
    assertThat(words(InputList.FIRST.tab(Tab.OVERDUE))).containsExactly("late");
    assertThat(words(InputList.FIRST.tab(Tab.TOLD))).containsExactly("told");
    assertThat(words(InputList.FIRST.tab(Tab.CONFIRMED))).isEmpty();
    assertThat(words(InputList.FIRST.tab(Tab.UNREACHABLE))).containsExactly("lost");
    assertThat(page(InputList.FIRST).counts())
        .containsEntry(Tab.OPEN, 2)
        .containsEntry(Tab.OVERDUE, 1)
        .containsEntry(Tab.TOLD, 1)
        .containsEntry(Tab.UNREACHABLE, 1)
        .containsEntry(Tab.ALL, 4);
  }

  @Test
  void filters_hold_for_lists_and_counts() {
    Input decided = team.records(ANN, Team.from(PRIYA), "decided");
    team.records(ANN, Team.from("Ben"), "undecided");
    team.records(MAYA, Team.from("Cem"), "Maya's");
    team.decides(ANN, decided, Outcome.DECLINED);

    assertThat(words(InputList.FIRST.decisions(Decisions.DECIDED))).containsExactly("decided");
    assertThat(words(InputList.FIRST.decisions(Decisions.UNDECIDED)))
        .containsExactlyInAnyOrder("undecided", "Maya's");
    assertThat(words(InputList.FIRST.onlyMine(true)))
        .containsExactlyInAnyOrder("decided", "undecided");
    assertThat(page(InputList.FIRST.onlyMine(true)).counts()).containsEntry(Tab.OPEN, 2);
    assertThat(words(InputList.FIRST.round(new UUID(1, 1)))).isEmpty();
  }

  @Test
  void the_rate_counts_those_who_heard_of_all_and_the_days_it_took() {
    Input one = team.records(ANN, Team.from(PRIYA), "one");
    Input two = team.records(ANN, Team.from("Ben"), "two");
    Input three = team.records(ANN, Team.from("Cem"), "three");
    assertThat(figures().rate()).hasValue(0);
    assertThat(figures().medianDays()).isNull();

    team.clock.set("2026-11-04T15:00:00Z");
    team.decides(ANN, one, Outcome.ADOPTED);
    team.tells(ANN, one);
    team.clock.set("2026-11-10T15:00:00Z");
    team.decides(ANN, two, Outcome.PARTLY);
    team.reportBacks.byHand(ANN, HERE, two.id(), How.CALL, null);
    team.reportBacks.notReached(ANN, HERE, three.id(), Unreachable.ANONYMOUS);

    assertThat(figures().rate()).hasValue(67);
    assertThat(figures().anonymous()).isEqualTo(1);
    assertThat(figures().medianDays()).isEqualTo(5);
  }

  @Test
  void a_notice_for_somebody_without_a_name_does_not_count_as_told() {
    Input early = team.records(ANN, Team.from("anonymous"), "Too early");
    Input loud = team.records(ANN, Team.from(PRIYA), "Too loud");
    team.decides(ANN, early, Outcome.ADOPTED);
    team.decides(ANN, loud, Outcome.ADOPTED);
    Instant before = team.clock.instant().minusSeconds(1);

    team.reportBacks.byHand(ANN, HERE, early.id(), How.NOTICE, null);

    assertThat(figures().rate()).hasValue(0);
    assertThat(figures().anonymous()).isEqualTo(1);
    assertThat(figures().waiting()).isEqualTo(1);
    assertThat(figures().medianDays()).isNull();
    assertThat(team.reportBacks.since(HERE, outreach.id(), before, team.clock.instant()).told())
        .isZero();

    team.reportBacks.byHand(ANN, HERE, loud.id(), How.NOTICE, null);
    assertThat(figures().rate()).hasValue(50);
  }

  @Test
  void the_file_has_no_day_of_telling_for_those_who_do_not_count_as_told() {
    Input early = team.records(ANN, Team.from(PRIYA), "Too early");
    team.decides(ANN, early, Outcome.ADOPTED);
    team.reportBacks.byHand(ANN, HERE, early.id(), How.CALL, null);
    assertThat(file()).contains("\"told\",\"\",\"call\",\"2026-11-02\"");

    team.answers.stop(HERE, PRIYA.id(), early.id());

    assertThat(file()).contains("\"unreachable\",\"opted out\",\"\",\"\",");
  }

  private String file() {
    InputList all = InputList.FIRST.tab(InputList.Tab.ALL);
    return new String(
        team.lists.csv(ANN, HERE, outreach.id(), all).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void a_list_of_ten_thousand_is_paged_without_gaps() {
    Input first = team.records(ANN, Team.from(PRIYA), "=cmd()");
    tenThousandLike(first);
    InputPage page = page(InputList.FIRST);
    assertThat(page.all()).isEqualTo(10_001);
    assertThat(page.hasNext()).isTrue();

    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      page(InputList.FIRST.page(i)).inputs().forEach(it -> seen.add(it.id()));
    }
    assertThat(seen).hasSize(30);
    assertThat(page(InputList.FIRST.page(1000)).inputs()).hasSize(1);
    assertThat(page(InputList.FIRST.page(999_999)).list().page()).isEqualTo(1000);

    String csv =
        new String(
            team.lists.csv(ANN, HERE, outreach.id(), InputList.FIRST).orElseThrow(),
            StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF\"received\",\"who\"").contains("\"'=cmd()\"");
    assertThat(csv.lines().count()).isEqualTo(10_002);
  }

  private void tenThousandLike(Input first) {
    team.database.transact(
        tx -> {
          PreparedBatch inputs =
              tx.batch(
                  """
                  insert into input (workspace_id, id, initiative_id, contributor_id, words,
                    received_on, recorded_by, recorded_at, owner_id, request_key, version)
                  select workspace_id, cast(:new as uuid), initiative_id, contributor_id, words,
                    received_on, recorded_by, recorded_at, owner_id, :key, 0
                  from input where workspace_id = :workspace and id = :id
                  """);
          PreparedBatch reportBacks =
              tx.batch(
                  """
                  insert into report_back (workspace_id, input_id, due_on, state)
                  select workspace_id, cast(:new as uuid), due_on, state from report_back
                  where workspace_id = :workspace and input_id = :id
                  """);
          for (int i = 0; i < 10_000; i++) {
            UUID id = team.ids.next();
            inputs
                .bind("new", id)
                .bind("key", "copy/" + i)
                .bind("workspace", HERE)
                .bind("id", first.id())
                .add();
            reportBacks.bind("new", id).bind("workspace", HERE).bind("id", first.id()).add();
          }
          inputs.execute();
          reportBacks.execute();
          // As PostgreSQL does by itself within a minute; until then it expects a handful of rows.
          tx.update("analyze").execute();
        });
  }
}
