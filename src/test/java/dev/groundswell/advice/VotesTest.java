package dev.groundswell.advice;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.PromptFiles;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people make of tips. */
@OnBothDatabases
class VotesTest {
  private static final TipLibrary LIBRARY = TipLibrary.load(PromptFiles.packaged());
  private static final String TIP = LIBRARY.tips().get(0).id();
  private static final String OTHER = LIBRARY.tips().get(1).id();

  private final Team team;
  private final Advice advice;

  VotesTest(Engine engine) {
    team = Team.on(engine);
    advice =
        new Advice(
            LIBRARY,
            question -> {
              throw new AssertionError("nobody asked");
            },
            team.database,
            team.clock);
  }

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void each_person_has_one_vote_and_the_last_one_counts() {
    advice.vote(HERE, ANN.id(), TIP, true);
    advice.vote(HERE, MAYA.id(), TIP, true);
    advice.vote(HERE, MAYA.id(), TIP, false);
    advice.vote(ELSEWHERE, MAYA.id(), TIP, true);

    assertThat(advice.tallies(HERE)).containsOnlyKeys(TIP).containsValue(new Tally(1, 1));
    assertThat(advice.mine(HERE, MAYA.id()).votes()).containsEntry(TIP, false);
    assertThat(advice.votes()).isEqualTo(new Tally(2, 1));
  }

  @Test
  void a_tip_that_is_not_there_gets_no_vote() {
    advice.vote(HERE, ANN.id(), "no-such-tip", true);

    assertThat(advice.tallies(HERE)).isEmpty();
  }

  @Test
  void tips_are_kept_the_latest_first_until_they_are_let_go() {
    advice.keepOrLetGo(HERE, ANN.id(), TIP);
    team.clock.advance(Duration.ofMinutes(1));
    advice.keepOrLetGo(HERE, ANN.id(), OTHER);

    assertThat(advice.kept(HERE, ANN.id())).containsExactly(OTHER, TIP);
    assertThat(advice.kept(HERE, MAYA.id())).isEmpty();
    assertThat(advice.kept(ELSEWHERE, ANN.id())).isEmpty();

    advice.keepOrLetGo(HERE, ANN.id(), OTHER);
    assertThat(advice.kept(HERE, ANN.id())).containsExactly(TIP);
  }
}
