package dev.groundswell.outbox;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OutboxTest {
  private final Team team;
  private final RecordingSender slack = RecordingSender.slack();

  OutboxTest(Engine engine) {
    team = Team.on(engine);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Optional<UUID> put(WorkspaceId workspace, String... occasions) {
    List<Item> items =
        List.of(occasions).stream().map(it -> new Item(it, "test.word", team.ids.next())).toList();
    return team.database.inTransaction(
        tx ->
            team.outbox.put(
                tx, workspace, Medium.SLACK, "U0ANN", ANN.id(), items, team.clock.instant()));
  }

  @Test
  void a_message_waits_and_can_be_found() {
    UUID id = put(HERE, "monday").orElseThrow();

    Outbox.Letter letter = team.outbox.find(HERE, id).orElseThrow();
    assertThat(letter.state()).isEqualTo(OutboxState.WAITING);
    assertThat(letter.medium()).isEqualTo(Medium.SLACK);
    assertThat(letter.recipient()).isEqualTo("U0ANN");
    assertThat(letter.why()).isEmpty();
    assertThat(letter.items()).extracting(Item::occasion).containsExactly("monday");
  }

  @Test
  void an_occasion_has_one_message_only() {
    assertThat(put(HERE, "monday")).isPresent();
    assertThat(put(HERE, "monday")).isEmpty();
    assertThat(team.rows("outbox")).isEqualTo(1);
  }

  @Test
  void what_was_said_is_left_out_of_a_message_that_says_more() {
    put(HERE, "monday");

    UUID second = put(HERE, "monday", "tuesday").orElseThrow();

    assertThat(team.outbox.find(HERE, second).orElseThrow().items())
        .extracting(Item::occasion)
        .containsExactly("tuesday");
  }

  @Test
  void each_workspace_has_occasions_of_its_own_and_sees_no_others() {
    UUID ours = put(HERE, "monday").orElseThrow();
    assertThat(put(ELSEWHERE, "monday")).isPresent();

    assertThat(team.outbox.find(ELSEWHERE, ours)).isEmpty();
    assertThat(team.outbox.itArrived(ELSEWHERE, ours, ANN.id(), team.clock.instant())).isFalse();
    assertThat(team.outbox.sendAgain(ELSEWHERE, ours, ANN.id(), team.clock.instant())).isFalse();
  }

  @Test
  void a_message_that_was_given_up_can_be_sent_again_once_by_whoever_answers_for_it() {
    UUID id = put(HERE, "monday").orElseThrow();
    slack.then(new SendResult.GivenUp("user_not_found"));
    team.dispatcher(slack).dispatchDue();
    assertThat(team.outbox.find(HERE, id).orElseThrow().state()).isEqualTo(OutboxState.GIVEN_UP);

    assertThat(team.outbox.sendAgain(HERE, id, MAYA.id(), team.clock.instant())).isFalse();
    assertThat(team.outbox.sendAgain(HERE, id, ANN.id(), team.clock.instant())).isTrue();
    assertThat(team.outbox.sendAgain(HERE, id, ANN.id(), team.clock.instant())).isFalse();
    team.dispatcher(slack).dispatchDue();

    assertThat(slack.sent()).hasSize(2);
    assertThat(team.outbox.find(HERE, id).orElseThrow().state()).isEqualTo(OutboxState.SENT);
  }

  @Test
  void what_waits_or_was_sent_is_not_settled_by_hand() {
    UUID id = put(HERE, "monday").orElseThrow();
    assertThat(team.outbox.itArrived(HERE, id, ANN.id(), team.clock.instant())).isFalse();

    team.dispatcher(slack).dispatchDue();

    assertThat(team.outbox.sendAgain(HERE, id, ANN.id(), team.clock.instant())).isFalse();
    team.dispatcher(slack).dispatchDue();
    assertThat(slack.sent()).hasSize(1);
  }
}
