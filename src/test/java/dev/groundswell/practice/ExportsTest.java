package dev.groundswell.practice;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.ContactPeople.Note;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.imports.PracticeList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list of practices as a file. */
@OnBothDatabases
class ExportsTest {
  private static final List<String> HEAD =
      List.of(Team.WORDS.plain("practice.export-head").split("\\s*;\\s*"));

  private final Team team;
  private final Exports exports;
  private final Initiative outreach;

  ExportsTest(Engine engine) {
    team = Team.on(engine);
    exports = new Exports(team.database, team.initiatives, team.clock);
    outreach = team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Outcome<Exports.Sheet> exports(WorkspaceId workspace, UserId by) {
    return exports.csv(workspace, by, outreach.id(), HEAD, "yes");
  }

  private byte[] file() {
    return exports(HERE, MAYA.id())
        .either(
            Exports.Sheet::csv,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  private List<String> lines() {
    return new String(file(), StandardCharsets.UTF_8).lines().toList();
  }

  private static Why refused(Outcome<Exports.Sheet> outcome) {
    return outcome.either(
        it -> {
          throw new AssertionError(it);
        },
        Refusal::why);
  }

  @Test
  void each_practice_is_a_row_with_its_stage_and_its_next_contact() {
    team.engages(MAYA, "Riverside");
    Card eastgate = team.engages(MAYA, "Eastgate");
    team.checkIns.notNow(MAYA, HERE, eastgate.engagement().id(), "", 4, Set.of());

    assertThat(lines()).hasSize(3);
    assertThat(lines().get(0)).startsWith("\uFEFF\"name\",\"size\"").endsWith("\"do not contact\"");
    assertThat(lines().get(0).split(",")).hasSameSizeAs(lines().get(1).split(","));
    assertThat(lines())
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith("\"Eastgate\"")
                    .contains("\"2026-11-30\"")
                    .endsWith("\"\""));

    team.checkIns.leaveAlone(MAYA, HERE, eastgate.engagement().id());

    assertThat(lines())
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith("\"Eastgate\"")
                    .endsWith("\"yes\"")
                    .doesNotContain("2026-11-30"));
  }

  @Test
  void a_formula_in_a_cell_stays_text() {
    Card card = team.engages(MAYA, "=HYPERLINK(1)");
    team.practices.change(
        MAYA.id(),
        HERE,
        card.engagement().id(),
        new Practice.Details(3, "@SUM(A1)", "+1", "-2", "", "", ""));

    assertThat(lines().get(1)).startsWith("\"'=HYPERLINK(1)\",\"3\",\"'+1\",\"'@SUM(A1)\",\"'-2\"");
  }

  @Test
  void what_was_exported_can_be_imported() {
    team.engages(MAYA, "Riverside");

    assertThat(PracticeList.read(file()))
        .isInstanceOfSatisfying(
            PracticeList.Read.Good.class,
            it -> {
              assertThat(it.list().lines())
                  .extracting(PracticeList.Line::name)
                  .containsExactly("Riverside");
              assertThat(it.list().problems()).isEmpty();
            });
  }

  @Test
  void the_people_of_a_practice_are_not_in_the_file() {
    Card card = team.engages(MAYA, "Riverside");
    team.contactPeople.note(
        MAYA.id(),
        HERE,
        card.engagement().id(),
        new Note(null, null, "Ana Ruiz", "front desk", "555 0134", false));

    assertThat(String.join("", lines())).doesNotContain("Ana", "front desk", "0134");
  }

  @Test
  void only_who_may_see_practices_gets_it_and_an_empty_one_is_not_sent() {
    assertThat(refused(exports(HERE, MAYA.id()))).isEqualTo(Why.NOTHING_TO_EXPORT);
    team.engages(MAYA, "Riverside");
    team.takesPart(ANN, Role.VIEWER, outreach);

    assertThat(refused(exports(HERE, ANN.id()))).isEqualTo(Why.NOT_MEMBER);
    assertThat(refused(exports(Team.ELSEWHERE, MAYA.id()))).isEqualTo(Why.NOT_MEMBER);
  }
}
