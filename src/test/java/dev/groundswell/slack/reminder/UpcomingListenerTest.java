package dev.groundswell.slack.reminder;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.people.Person;
import dev.groundswell.reminder.OwnHours;
import dev.groundswell.reminder.ReminderChoices;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.Verb;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What will be sent to whom, as each role gets to see it. */
@OnBothDatabases
class UpcomingListenerTest {
  private final Team team;
  private final UpcomingListener listener;
  private final Initiative outreach;

  UpcomingListenerTest(Engine engine) {
    team = Team.on(engine);
    ReminderView view = new ReminderView(WORDS);
    ReminderChoices choices =
        new ReminderChoices(
            team.database, team.reminders, team.surroundings, new CronRecurrence(), team.clock);
    listener =
        new UpcomingListener(
            team.reminders,
            choices,
            team.outbox,
            team.initiatives,
            new OwnHours(team.database),
            new ReminderListener(team.initiatives, choices, view, team.clock),
            view,
            new UpcomingView(WORDS),
            team.clock);
    outreach = team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private String upcoming(Person reader) {
    Caller caller = new Caller(HERE, reader.id(), null, "", team.people);
    Verb.Answer answer = listener.verbs().get(0).answer(new Verb.Asked(caller, "", "request"));
    Message message = ((Verb.Answer.Say) answer).message();
    Shown.fits(message);
    return message.toString();
  }

  private void waits(String recipient, Person answers) {
    UUID subject = team.ids.next();
    Item item = new Item("occasion/" + subject, "feedback.report-back", subject);
    team.database.transact(
        tx ->
            team.outbox.put(
                tx,
                HERE,
                Medium.SLACK,
                recipient,
                answers.id(),
                List.of(item),
                outreach.id(),
                team.clock.instant()));
  }

  @Test
  void leads_and_facilitators_see_what_comes_to_others_and_only_leads_decide_about_it() {
    team.records(ANN, Team.from(PRIYA), "The calls come too early");

    assertThat(upcoming(ANN)).contains("too early", UpcomingView.CHOICE, "Another time");
    assertThat(upcoming(MAYA))
        .contains("<@U0ANN>", "too early", UpcomingView.CHOICE, "Hand over")
        .doesNotContain("Another time");
    assertThat(upcoming(PRIYA))
        .contains("<@U0ANN>", "too early")
        .doesNotContain(UpcomingView.CHOICE);

    team.takesPart(PRIYA, Role.VIEWER, outreach);
    assertThat(upcoming(PRIYA)).doesNotContain("<@U0ANN>", "too early");
  }

  @Test
  void so_with_the_messages_that_wait_to_be_sent() {
    waits("U0BEN", ANN);

    assertThat(upcoming(ANN)).contains("<@U0BEN>");
    assertThat(upcoming(MAYA)).contains("<@U0BEN>");
    assertThat(upcoming(PRIYA)).contains("<@U0BEN>");

    team.takesPart(PRIYA, Role.VIEWER, outreach);
    assertThat(upcoming(PRIYA)).doesNotContain("<@U0BEN>");
    team.members.handOver(HERE, MAYA.id(), outreach.id(), ANN.id());
    team.takesPart(MAYA, Role.VIEWER, team.initiatives.find(HERE, outreach.id()).orElseThrow());
    assertThat(upcoming(MAYA)).doesNotContain("<@U0BEN>");
  }

  @Test
  void what_waits_names_the_sponsor_who_gets_it_and_the_channel() {
    team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@lakeside.example");
    waits("C0OUTREACH", MAYA);

    assertThat(upcoming(MAYA))
        .contains("to Tom Becker, by mail: a question to a sponsor", "to <#C0OUTREACH>")
        .doesNotContain("lakeside.example");
  }
}
