package dev.groundswell.reminder;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
@OnBothDatabases
class RemindersTest {
  private static final String CALL = "test.call";
  private static final String TUESDAY = "2026-11-03T14:00:00Z";

  private final Team team;
  private final RecordingSender slack = RecordingSender.slack();

  RemindersTest(Engine engine) {
    team = Team.on(engine);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private UUID remind(Person person, String dueAt) {
    return remind(HERE, person, dueAt);
  }

  private UUID remind(WorkspaceId workspace, Person person, String dueAt) {
    UUID subject = team.ids.next();
    team.database.transact(
        tx -> team.reminders.plan(tx, workspace, CALL, subject, person.id(), Instant.parse(dueAt)));
    return subject;
  }

  private List<Outgoing> delivered() {
    team.reminders.fireDue();
    team.dispatcher(slack).dispatchDue();
    return slack.sent();
  }

  private static List<UUID> subjects(Outgoing message) {
    return message.items().stream().map(Item::subject).toList();
  }

  @Test
  void a_reminder_comes_exactly_when_it_is_due() {
    UUID subject = remind(ANN, TUESDAY);

    team.clock.set("2026-11-03T13:59:59.999999Z");
    assertThat(delivered()).isEmpty();
    team.clock.set(TUESDAY);
    assertThat(delivered()).hasSize(1);

    Outgoing message = slack.sent().get(0);
    assertThat(message.workspace()).isEqualTo(HERE);
    assertThat(message.recipient()).isEqualTo("U0ANN");
    assertThat(message.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.kind()).isEqualTo(CALL);
              assertThat(item.subject()).isEqualTo(subject);
            });
  }

  @Test
  void it_comes_once() {
    remind(ANN, TUESDAY);
    team.clock.set(TUESDAY);

    assertThat(team.reminders.fireDue()).isEqualTo(1);
    assertThat(team.reminders.fireDue()).isZero();
    team.clock.set("2027-11-03T14:00:00Z");
    assertThat(team.reminders.fireDue()).isZero();
    assertThat(team.rows("outbox")).isEqualTo(1);
  }

  @Test
  void what_fell_due_while_nobody_looked_comes_once_when_somebody_does() {
    remind(ANN, TUESDAY);
    team.clock.set("2026-12-24T18:00:00Z");

    assertThat(delivered()).hasSize(1);
  }

  @Test
  void several_for_one_person_share_a_message() {
    UUID one = remind(ANN, TUESDAY);
    UUID two = remind(ANN, "2026-11-03T13:00:00Z");
    UUID mayas = remind(MAYA, TUESDAY);
    UUID later = remind(ANN, "2026-11-04T14:00:00Z");
    team.clock.set(TUESDAY);

    assertThat(delivered()).hasSize(2);
    assertThat(slack.sent())
        .anySatisfy(it -> assertThat(subjects(it)).containsExactlyInAnyOrder(one, two))
        .anySatisfy(it -> assertThat(subjects(it)).containsExactly(mayas))
        .noneSatisfy(it -> assertThat(subjects(it)).contains(later));
  }

  @Test
  void the_same_person_in_two_workspaces_gets_two_messages() {
    remind(HERE, ANN, TUESDAY);
    remind(ELSEWHERE, ANN, TUESDAY);
    team.clock.set(TUESDAY);

    assertThat(delivered())
        .extracting(Outgoing::workspace)
        .containsExactlyInAnyOrder(HERE, ELSEWHERE);
  }

  @Test
  void what_is_done_does_not_come() {
    UUID done = remind(ANN, TUESDAY);
    UUID open = remind(ANN, TUESDAY);
    team.database.transact(tx -> team.reminders.finish(tx, HERE, CALL, done));
    team.clock.set(TUESDAY);

    assertThat(delivered())
        .singleElement()
        .satisfies(it -> assertThat(subjects(it)).containsExactly(open));
  }

  @Test
  void only_what_is_meant_is_done() {
    UUID subject = remind(ANN, TUESDAY);
    team.database.transact(
        tx -> {
          team.reminders.finish(tx, ELSEWHERE, CALL, subject);
          team.reminders.finish(tx, HERE, "test.letter", subject);
        });
    team.clock.set(TUESDAY);

    assertThat(team.reminders.fireDue()).isEqualTo(1);
  }

  @Test
  void what_was_rolled_back_was_never_planned() {
    UUID subject = team.ids.next();
    try {
      team.database.transact(
          tx -> {
            team.reminders.plan(tx, HERE, CALL, subject, ANN.id(), Instant.parse(TUESDAY));
            throw new IllegalStateException("the feature's own row was refused");
          });
    } catch (IllegalStateException e) {
      // as planned
    }
    team.clock.set(TUESDAY);

    assertThat(team.reminders.fireDue()).isZero();
  }

  @Test
  void a_crowd_due_at_one_instant_fires_to_the_last() {
    for (int i = 0; i < 450; i++) {
      remind(i % 2 == 0 ? ANN : MAYA, TUESDAY);
    }
    team.clock.set(TUESDAY);

    assertThat(team.reminders.fireDue()).isEqualTo(450);
    assertThat(team.rows("occasion")).isEqualTo(450);
    assertThat(team.rows("reminder where state = 'FIRED' and fired = 1")).isEqualTo(450);
  }

  @Test
  void the_occasion_names_the_reminder_and_how_often_it_came() {
    UUID id = team.ids.next();

    assertThat(new Occasion(id, 2, Occasion.To.RECIPIENT).name())
        .isEqualTo("reminder/" + id + "/2");
  }
}
