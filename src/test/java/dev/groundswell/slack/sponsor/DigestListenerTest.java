package dev.groundswell.slack.sponsor;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.people.Person;
import dev.groundswell.reminder.Occasion;
import dev.groundswell.reminder.ReminderChoices;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Rendering.Rendered;
import dev.groundswell.slack.Verb;
import dev.groundswell.slack.reminder.ReminderListener;
import dev.groundswell.slack.reminder.ReminderView;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Digest;
import dev.groundswell.sponsor.Objective;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Watch;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who reads what about a digest in Slack. */
class DigestListenerTest {
  private final Team team = Team.assembles();
  private final Initiative outreach = team.starts(MAYA, "Diabetes outreach");
  private final Sponsor tom =
      ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org")).sponsor();
  private final DigestListener listener =
      new DigestListener(
          team.drafts,
          team.digests,
          team.digestLetters,
          team.notices,
          team.papers,
          team.sponsors,
          team.initiatives,
          new DigestView(Team.WORDS),
          new SponsorView(Team.WORDS),
          new CardView(Team.WORDS),
          team.clock);

  @AfterEach
  void close() {
    team.close();
  }

  private Rendered weekly(Person reader) {
    return listener.render(HERE, new Item("week", Watch.WEEKLY, tom.id()), reader.id().value());
  }

  private String weeklyWords(Person reader) {
    return ((Rendered.Wanted) weekly(reader)).message().blocks().toString();
  }

  @Test
  void only_the_owner_reads_a_personal_objective_in_the_weekly_word() {
    for (Objective.Kind kind : Objective.Kind.values()) {
      team.profiles.addObjective(MAYA, HERE, tom.id(), kind, "to be " + kind, Set.of());
    }
    team.clock.set("2027-01-29T15:00:00Z");

    assertThat(weeklyWords(MAYA)).contains("to be STRATEGIC", "to be PERSONAL");
    assertThat(weeklyWords(ANN)).contains("to be STRATEGIC").doesNotContain("to be PERSONAL");
  }

  @Test
  void it_is_the_same_for_a_lead_who_gets_the_reminder_instead() {
    team.profiles.addObjective(
        MAYA, HERE, tom.id(), Objective.Kind.PERSONAL, "to be PERSONAL", Set.of());
    team.clock.set("2027-01-29T15:00:00Z");
    ReminderChoices choices =
        new ReminderChoices(
            team.database, team.reminders, team.surroundings, new CronRecurrence(), team.clock);
    UUID weekly =
        team.database.inTransaction(
            tx ->
                tx.query("select id from reminder where kind = '" + Watch.WEEKLY + "'")
                    .mapTo(UUID.class)
                    .one());
    Item item =
        new Item(new Occasion(weekly, 0, Occasion.To.LEAD_INSTEAD).name(), Watch.WEEKLY, tom.id());

    Rendered rendered =
        new ReminderListener(team.initiatives, choices, new ReminderView(Team.WORDS), team.clock)
            .withChoices(listener)
            .render(HERE, item, ANN.id().value());

    assertThat(((Rendered.Wanted) rendered).message().blocks().toString())
        .contains("The digest for Tom Becker")
        .doesNotContain("to be PERSONAL");
  }

  @Test
  void the_weekly_word_goes_only_to_who_may_see_the_sponsors() {
    team.clock.set("2026-12-04T15:00:00Z");
    team.takesPart(ANN, Role.VIEWER, outreach);
    team.members.remove(HERE, MAYA.id(), outreach.id(), PRIYA.id());

    assertThat(weekly(MAYA)).isInstanceOf(Rendered.Wanted.class);
    assertThat(weekly(ANN))
        .isEqualTo(
            new Rendered.NotWanted("the recipient does not see the sponsors of the initiative"));
    assertThat(weekly(PRIYA))
        .isEqualTo(
            new Rendered.NotWanted("the recipient takes no part in the initiative any more"));
  }

  @Test
  void an_approved_one_still_offers_to_leave_it_out() {
    team.confirms(tom);
    team.records(MAYA, Team.from("Ben"), "Calls come too early");
    Digest draft = team.drafts.preview(HERE, MAYA.id(), tom.id()).orElseThrow();
    team.digests.approve(MAYA, HERE, draft.id());

    assertThat(new DigestView(Team.WORDS).preview(draft, team.clock.instant()).blocks().toString())
        .contains(DigestView.APPROVE, DigestView.SEND);
    Digest approved = team.drafts.preview(MAYA.id(), HERE, draft.id()).orElseThrow();
    assertThat(
            new DigestView(Team.WORDS).preview(approved, team.clock.instant()).blocks().toString())
        .contains(DigestView.SKIP)
        .doesNotContain(DigestView.APPROVE);
  }

  @Test
  void one_whose_day_has_gone_by_says_so() {
    team.records(MAYA, Team.from("Ben"), "Calls come too early");
    team.clock.set("2026-12-11T15:00:00Z");

    assertThat(weeklyWords(MAYA))
        .contains("It was due on *Monday 7 December* and has not gone out");
  }

  private String digest(Person by) {
    Caller caller = new Caller(HERE, by.id(), null, "", team.people);
    Verb.Answer answer = listener.verbs().get(0).answer(new Verb.Asked(caller, "", "r"));
    return ((Verb.Answer.Say) answer).message().text();
  }

  @Test
  void whoever_may_not_send_one_hears_so_and_not_that_it_is_gone() {
    assertThat(digest(ANN)).contains("Your role in *Diabetes outreach* does not go that far");
  }

  @Test
  void when_the_only_sponsor_has_left_that_is_said() {
    team.profiles.left(MAYA, HERE, tom.id());

    assertThat(digest(MAYA)).contains("Tom Becker is no sponsor any more");
  }
}
