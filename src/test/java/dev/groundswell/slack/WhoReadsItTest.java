package dev.groundswell.slack;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.kernel.UserId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.pledge.Pledges;
import dev.groundswell.pledge.Promised;
import dev.groundswell.pledge.Said;
import dev.groundswell.reminder.ReminderChoices;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.slack.Rendering.Rendered;
import dev.groundswell.slack.pledge.PledgeListener;
import dev.groundswell.slack.reminder.ReminderListener;
import dev.groundswell.slack.reminder.ReminderView;
import dev.groundswell.slack.sponsor.CardListener;
import dev.groundswell.slack.sponsor.ProofListener;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Blockages;
import dev.groundswell.sponsor.Proofs;
import dev.groundswell.sponsor.Sponsor;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reminder asks whether the one who will read it may, whoever looks after the thing. */
class WhoReadsItTest {
  private static final UserId EVE = new UserId("U0EVE");

  private final Team team = Team.assembles();
  private final Initiative outreach = team.starts(MAYA, "Diabetes outreach");
  private final Sponsor tom =
      ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org")).sponsor();

  WhoReadsItTest() {
    team.takesPart(PRIYA, Role.VIEWER, outreach);
  }

  @AfterEach
  void close() {
    team.close();
  }

  /** As it goes out, with the buttons that every reminder has. */
  private Rendered read(Rendering own, String kind, UUID subject, UserId reader) {
    ReminderChoices choices =
        new ReminderChoices(
            team.database, team.reminders, team.surroundings, new CronRecurrence(), team.clock);
    return new ReminderListener(team.initiatives, choices, new ReminderView(WORDS), team.clock)
        .withChoices(own)
        .render(HERE, new Item("occasion", kind, subject), reader.value());
  }

  @Test
  void a_pledge_is_read_by_whoever_takes_part() {
    Said said = new Said(Optional.empty(), "Dr Lee", "", "free two nurses", "in 2 weeks");
    UUID pledge =
        ((Promised.Noted) team.pledges.promise(MAYA, HERE, null, said, "command/1")).pledge().id();
    Rendering own = new PledgeListener(team.pledges, team.initiatives, WORDS, Team.GROUPS);

    assertThat(read(own, Pledges.DUE, pledge, PRIYA.id())).isInstanceOf(Rendered.Wanted.class);
    assertThat(read(own, Pledges.DUE, pledge, EVE)).isInstanceOf(Rendered.NotWanted.class);
  }

  @Test
  void a_request_to_a_sponsor_is_read_by_whoever_may_see_sponsors() {
    team.blockages.ask(
        MAYA, HERE, tom.id(), "No room", "yesterday", "A room", "15 December", "form/1");
    UUID ask = theAsk();
    Rendering own =
        new CardListener(
            team.sponsors,
            team.profiles,
            team.blockages,
            team.signs,
            team.initiatives,
            WORDS,
            team.clock);

    assertThat(read(own, Blockages.FOLLOW_UP, ask, ANN.id())).isInstanceOf(Rendered.Wanted.class);
    assertThat(read(own, Blockages.FOLLOW_UP, ask, PRIYA.id()))
        .isInstanceOf(Rendered.NotWanted.class);
    assertThat(read(own, Blockages.FOLLOW_UP, ask, EVE)).isInstanceOf(Rendered.NotWanted.class);
  }

  private UUID theAsk() {
    return Optional.ofNullable(team.profiles.card(HERE, MAYA.id(), tom.id()).orElseThrow().ask())
        .orElseThrow()
        .id();
  }

  @Test
  void a_proof_is_read_by_whoever_may_see_sponsors() {
    team.proofs.ask(
        MAYA,
        HERE,
        tom.id(),
        new Proofs.Wanted("City fund", "The board backs it", "Tom Becker", "18 December"),
        "form/1");
    UUID proof = team.profiles.card(HERE, MAYA.id(), tom.id()).orElseThrow().proofs().get(0).id();
    Rendering own =
        new ProofListener(team.proofs, team.profiles, team.initiatives, WORDS, team.clock);

    assertThat(read(own, Proofs.DUE, proof, ANN.id())).isInstanceOf(Rendered.Wanted.class);
    assertThat(read(own, Proofs.DUE, proof, PRIYA.id())).isInstanceOf(Rendered.NotWanted.class);
    assertThat(read(own, Proofs.DUE, proof, EVE)).isInstanceOf(Rendered.NotWanted.class);
  }
}
