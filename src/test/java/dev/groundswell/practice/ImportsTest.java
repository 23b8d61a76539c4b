package dev.groundswell.practice;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.practice.Imports.Count;
import dev.groundswell.practice.imports.PracticeList;
import dev.groundswell.practice.imports.PracticeList.Line;
import dev.groundswell.practice.imports.PracticeList.Read;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Taking over lists of practices. */
@OnBothDatabases
class ImportsTest {
  private final Team team;
  private final Initiative outreach;
  private final Imports imports;

  ImportsTest(Engine engine) {
    team = Team.on(engine);
    outreach = team.starts(MAYA, "Diabetes outreach");
    imports = new Imports(team.database, team.initiatives, team.ids, team.clock);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static List<Line> lines(String text) {
    return ((Read.Good) PracticeList.read(text.getBytes(UTF_8))).list().lines();
  }

  private Count apply(List<Line> lines) {
    return imports
        .apply(HERE, MAYA, outreach.id(), lines, done -> {})
        .either(
            it -> it,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  @Test
  void the_same_list_again_adds_nothing_and_fills_what_was_not_known() {
    team.engages(MAYA, "Eastgate");
    Count first = apply(lines("name,region\nEastgate,North\nWestgate,South"));
    assertThat(first.fresh()).isEqualTo(1);
    assertThat(first.known()).isEqualTo(1);

    Count again = apply(lines("name,region\nEastgate,East\nwestgate,South"));
    assertThat(again.fresh()).isZero();
    assertThat(team.rows("practice")).isEqualTo(2);
    assertThat(team.rows("engagement")).isEqualTo(2);
    assertThat(team.rows("practice where region = 'North'")).isEqualTo(1);
  }

  @Test
  void looking_through_a_list_changes_nothing() {
    team.engages(MAYA, "Eastgate");

    Count count =
        imports
            .preview(HERE, MAYA, Meant.ANY, lines("name\neastgate\nWestgate"))
            .either(
                it -> it,
                refusal -> {
                  throw new AssertionError(refusal);
                });

    assertThat(count.fresh()).isEqualTo(1);
    assertThat(count.known()).isEqualTo(1);
    assertThat(team.rows("practice")).isEqualTo(1);
  }

  @Test
  void looking_through_a_list_knows_former_names_as_taking_it_over_does() {
    var eastgate = team.engages(MAYA, "Eastgate").engagement().id();
    team.renames(eastgate, "Eastgate Clinic");

    List<Line> lines = lines("name\neastgate\nWestgate");
    Outcome<Count> looked = imports.preview(HERE, MAYA, Meant.ANY, lines);

    assertThat(looked).isEqualTo(Outcome.done(new Count(outreach, 1, 1)));
    assertThat(apply(lines)).isEqualTo(new Count(outreach, 1, 1));
  }

  @Test
  void a_viewer_takes_over_nothing() {
    team.takesPart(PRIYA, Role.VIEWER, outreach);

    assertThat(imports.apply(HERE, PRIYA, outreach.id(), lines("name\nEastgate"), done -> {}))
        .isInstanceOf(Outcome.Not.class);
    assertThat(team.rows("practice")).isZero();
  }

  @Test
  void a_thousand_lines_are_taken_over_with_word_of_how_far_it_is() {
    StringBuilder text = new StringBuilder("name\n");
    for (int i = 0; i < 1000; i++) {
      text.append("Practice ").append(i).append('\n');
    }
    List<Integer> progress = new ArrayList<>();
    imports.apply(HERE, MAYA, outreach.id(), lines(text.toString()), progress::add);

    assertThat(progress).containsExactly(250, 500, 750, 1000);
    assertThat(team.rows("engagement")).isEqualTo(1000);
  }
}
