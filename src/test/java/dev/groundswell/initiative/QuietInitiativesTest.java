package dev.groundswell.initiative;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.outbox.Dispatcher;
import dev.groundswell.outbox.Entry;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.RecordingSender;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the outbox when an initiative is paused or archived. It is Monday, 2 November. */
@OnBothDatabases
class QuietInitiativesTest {
  private final Team team;
  private final RecordingSender slack = RecordingSender.slack();
  private final RecordingSender mail = RecordingSender.mail();
  private final Dispatcher dispatcher;
  private final Initiative outreach;
  private final Initiative asthma;

  QuietInitiativesTest(Engine engine) {
    team = Team.on(engine);
    dispatcher = team.dispatcher(slack, mail);
    outreach = team.starts(MAYA, "Diabetes outreach");
    asthma = team.starts(MAYA, "Asthma at school");
  }

  @AfterEach
  void close() {
    team.close();
  }

  /** One message to Ann that says one thing of each of these. */
  private UUID put(Medium medium, @Nullable Initiative... initiatives) {
    List<Outbox.Part> parts =
        Stream.of(initiatives)
            .map(
                it ->
                    new Outbox.Part(
                        new Item("occasion/" + team.ids.next(), "test.word", team.ids.next()),
                        it == null ? null : it.id()))
            .toList();
    return team.database.inTransaction(
        tx ->
            team.outbox
                .putAll(
                    tx,
                    List.of(new Outbox.Envelope(HERE, medium, ANN.id().value(), PRIYA.id(), parts)),
                    team.clock.instant())
                .get(0));
  }

  private void pause(Initiative initiative, String until) {
    assertThat(team.pauses.pause(HERE, MAYA.id(), initiative.id(), LocalDate.parse(until)))
        .isInstanceOf(Changed.Done.class);
  }

  private RecordingSender sender(Medium medium) {
    return medium == Medium.MAIL ? mail : slack;
  }

  private OutboxState state(UUID message) {
    return team.outbox.find(HERE, message).orElseThrow().state();
  }

  @ParameterizedTest
  @EnumSource(Medium.class)
  void what_is_under_way_when_it_is_paused_goes_when_the_pause_is_over(Medium medium) {
    UUID message = put(medium, outreach);
    pause(outreach, "2026-11-09");

    dispatcher.dispatchDue();
    team.clock.set("2026-11-09T13:59:00Z");
    dispatcher.dispatchDue();
    assertThat(sender(medium).sent()).isEmpty();
    assertThat(team.outbox.find(HERE, message).orElseThrow().why()).contains("paused");

    team.clock.set("2026-11-09T14:00:00Z");
    dispatcher.dispatchDue();
    assertThat(sender(medium).sent()).hasSize(1);
    assertThat(state(message)).isEqualTo(OutboxState.SENT);
  }

  @ParameterizedTest
  @EnumSource(Medium.class)
  void what_is_under_way_when_it_is_archived_is_cancelled_with_the_reason(Medium medium) {
    UUID message = put(medium, outreach);
    team.pauses.archive(HERE, MAYA.id(), outreach.id());

    dispatcher.dispatchDue();

    assertThat(sender(medium).sent()).isEmpty();
    assertThat(state(message)).isEqualTo(OutboxState.CANCELLED);
    assertThat(team.outbox.find(HERE, message).orElseThrow().why())
        .isEqualTo(Silence.ARCHIVED.why());
  }

  @Test
  void a_message_that_waits_for_a_pause_holds_up_no_other() {
    put(Medium.SLACK, outreach);
    pause(outreach, "2026-11-09");
    dispatcher.dispatchDue();

    UUID other = put(Medium.SLACK, asthma);
    dispatcher.dispatchDue();

    assertThat(state(other)).isEqualTo(OutboxState.SENT);
  }

  @Test
  void whoever_goes_on_sooner_gets_it_then() {
    UUID message = put(Medium.SLACK, outreach);
    pause(outreach, "2026-11-30");
    dispatcher.dispatchDue();

    team.pauses.resume(HERE, MAYA.id(), outreach.id());
    dispatcher.dispatchDue();

    assertThat(state(message)).isEqualTo(OutboxState.SENT);
  }

  @Test
  void of_several_things_in_one_message_only_what_is_paused_waits() {
    UUID message = put(Medium.SLACK, outreach, asthma, null);
    pause(outreach, "2026-11-09");

    dispatcher.dispatchDue();
    assertThat(slack.sent()).singleElement().satisfies(it -> assertThat(it.items()).hasSize(2));
    assertThat(state(message)).isEqualTo(OutboxState.SENT);

    team.clock.set("2026-11-09T14:00:00Z");
    dispatcher.dispatchDue();
    assertThat(slack.sent()).hasSize(2).last().satisfies(it -> assertThat(it.items()).hasSize(1));
  }

  @Test
  void of_several_things_in_one_message_what_is_archived_is_left_out() {
    put(Medium.SLACK, outreach, asthma);
    team.pauses.archive(HERE, MAYA.id(), outreach.id());

    dispatcher.dispatchDue();

    assertThat(slack.sent()).singleElement().satisfies(it -> assertThat(it.items()).hasSize(1));
  }

  @Test
  void the_lead_sees_a_reminder_to_somebody_else_in_the_log_also_if_it_is_about_more() {
    Initiative own = team.starts(ANN, "Hers");
    team.records(ANN, Team.from(PRIYA), "The calls come too early");
    team.initiatives.workOn(HERE, ANN.id(), outreach.id());
    team.records(ANN, Team.from(PRIYA), "And too late");
    team.clock.set("2026-11-16T15:00:00Z");
    assertThat(team.reminders.fireDue()).isEqualTo(2);
    assertThat(team.rows("outbox")).isEqualTo(1);

    assertThat(log(outreach)).hasSize(1);
    assertThat(log(own)).hasSize(1);
    assertThat(log(asthma)).isEmpty();
  }

  private List<Entry> log(Initiative initiative) {
    Set<OutboxState> all = Set.of(OutboxState.values());
    return team.outbox.log(HERE, MAYA.id(), initiative.id(), all, 0, 10);
  }
}
