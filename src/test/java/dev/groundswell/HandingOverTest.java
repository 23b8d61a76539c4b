package dev.groundswell;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.db.Engine;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.pledge.Said;
import dev.groundswell.reminder.Chosen;
import dev.groundswell.reminder.Occasion;
import dev.groundswell.reminder.Reminder;
import dev.groundswell.reminder.ReminderChoices;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.Rendering.Rendered;
import dev.groundswell.slack.reminder.ReminderListener;
import dev.groundswell.slack.reminder.ReminderView;
import dev.groundswell.sponsor.Changed;
import dev.groundswell.sponsor.Proofs;
import dev.groundswell.sponsor.Sponsor;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever a reminder is handed to can do what it is about, in every feature; nobody gets one who
 * may not see that.
 */
class HandingOverTest {
  private static final UserId STRANGER = new UserId("U0NOBODY");

  private final Team team = Team.on(Engine.H2);
  private final ReminderChoices choices =
      new ReminderChoices(
          team.database, team.reminders, team.surroundings, new CronRecurrence(), team.clock);
  private Initiative outreach;

  /** Of each kind one, whose owner is the lead, by the table and column that say so. */
  private final Map<String, String> ownerOf = new LinkedHashMap<>();

  @BeforeEach
  void oneOfEachKind() {
    outreach = team.starts(MAYA, "Diabetes outreach");
    team.takesPart(ANN, Role.FACILITATOR, outreach);
    team.takesPart(PRIYA, Role.VIEWER, outreach);
    team.records(MAYA, Team.from(PRIYA), "The calls come too early");
    ownerOf.put("feedback.report-back", "input owner_id");
    team.rounds.open(MAYA, HERE, null, "Spring", LocalDate.parse("2026-11-20"), null);
    ownerOf.put("feedback.round-ends", "input_round owner_id");
    team.pledges.promise(
        MAYA,
        HERE,
        null,
        new Said(Optional.empty(), "Dr Lee", "", "free two nurses", "2026-11-20"),
        "pledge/1");
    ownerOf.put("pledge.due", "pledge owner_id");
    team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@lakeside.example");
    Sponsor tom = team.sponsors.of(HERE, outreach.id()).get(0);
    ownerOf.put("sponsor.weekly", "sponsor owner_id");
    assertThat(
            team.blockages.ask(
                MAYA,
                HERE,
                tom.id(),
                "No room for the nurses",
                "2026-10-01",
                "A room on Tuesdays",
                "2026-11-20",
                "ask/1"))
        .isInstanceOf(Changed.Done.class);
    ownerOf.put("sponsor.follow-up", "blockage asked_by");
    assertThat(
            team.proofs.ask(
                MAYA,
                HERE,
                tom.id(),
                new Proofs.Wanted("A grant", "We back it", "Tom Becker, CEO", "2026-12-20"),
                "proof/1"))
        .isInstanceOf(Changed.Done.class);
    ownerOf.put("sponsor.proof", "proof owner_id");
    team.engages(MAYA, "Eastgate");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Reminder of(String kind) {
    UUID id =
        team.database.query(
            tx ->
                tx.query("select id from reminder where kind = :kind")
                    .bind("kind", kind)
                    .mapTo(UUID.class)
                    .one());
    return choices.find(HERE, id).orElseThrow();
  }

  private String owner(String kind) {
    String[] of = ownerOf.get(kind).split(" ");
    return team.database.query(
        tx -> tx.query("select " + of[1] + " from " + of[0]).mapTo(String.class).one());
  }

  @Test
  void nobody_gets_one_who_takes_no_part_or_only_looks_on() {
    for (String kind : ownerOf.keySet()) {
      for (UserId to : new UserId[] {STRANGER, PRIYA.id()}) {
        assertThat(choices.handOver(HERE, of(kind).id(), to, MAYA.id()))
            .as(kind)
            .isEqualTo(new Chosen.NotFor(to));
      }
      assertThat(of(kind).recipient()).as(kind).isEqualTo(MAYA.id());
      assertThat(owner(kind)).as(kind).isEqualTo(MAYA.id().value());
    }
  }

  @Test
  void a_facilitator_gets_it_with_what_it_is_about() {
    for (String kind : ownerOf.keySet()) {
      assertThat(choices.handOver(HERE, of(kind).id(), ANN.id(), MAYA.id()))
          .as(kind)
          .isEqualTo(new Chosen.HandedOver(ANN.id()));
      assertThat(of(kind).recipient()).as(kind).isEqualTo(ANN.id());
      assertThat(owner(kind)).as(kind).isEqualTo(ANN.id().value());
    }
  }

  @Test
  void nothing_is_shown_to_one_who_left_before_it_went_out() {
    Reminder weekly = of("sponsor.weekly");
    choices.handOver(HERE, weekly.id(), ANN.id(), MAYA.id());
    Rendering rendering =
        new ReminderListener(team.initiatives, choices, new ReminderView(WORDS), team.clock)
            .withChoices(new OneSecret());
    Item item =
        new Item(
            new Occasion(weekly.id(), 0, Occasion.To.LEAD_ASIDE).name(),
            "sponsor.weekly",
            weekly.subject());

    assertThat(rendering.render(HERE, item, ANN.id().value())).isInstanceOf(Rendered.Wanted.class);
    assertThat(rendering.render(HERE, item, STRANGER.value()))
        .isInstanceOf(Rendered.NotWanted.class);
    team.members.remove(HERE, MAYA.id(), outreach.id(), ANN.id());
    assertThat(rendering.render(HERE, item, ANN.id().value()))
        .isInstanceOf(Rendered.NotWanted.class);
  }

  private static final class OneSecret implements Rendering {
    @Override
    public Set<String> kinds() {
      return Set.of("sponsor.weekly");
    }

    @Override
    public Rendered render(WorkspaceId workspace, Item item) {
      return new Rendered.Wanted(Message.of("Between us."));
    }
  }
}
