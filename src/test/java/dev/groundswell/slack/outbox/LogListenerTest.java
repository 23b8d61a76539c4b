package dev.groundswell.slack.outbox;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Changed;
import dev.groundswell.initiative.Channels;
import dev.groundswell.initiative.Charter;
import dev.groundswell.initiative.Charters;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.people.Person;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Extremes;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.Verb;
import dev.groundswell.sponsor.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class LogListenerTest {
  private final Team team;
  private final RecordingSender slack = RecordingSender.slack();
  private final RecordingSender mail = RecordingSender.mail();
  private final LogListener listener;
  private final Initiative outreach;

  LogListenerTest(Engine engine) {
    team = Team.on(engine);
    listener = new LogListener(team.outbox, team.initiatives, Words.load(PromptFiles.packaged()));
    outreach = team.starts(MAYA, "Outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private void sent(WorkspaceId workspace, Medium medium, String recipient, Person answers) {
    team.clock.advance(Duration.ofSeconds(1));
    UUID subject = team.ids.next();
    Item item = new Item("occasion/" + subject, "feedback.report-back", subject);
    team.database.transact(
        tx ->
            team.outbox.put(
                tx,
                workspace,
                medium,
                recipient,
                answers.id(),
                List.of(item),
                outreach.id(),
                team.clock.instant()));
    team.dispatcher(slack, mail).dispatchDue();
  }

  @Test
  void a_digest_that_was_sent_and_one_that_was_not_stand_in_the_log_of_whoever_leads_by_now() {
    for (String name : new String[] {"Tom", "Sue"}) {
      team.sponsors.add(HERE, MAYA.id(), name, name + "@example.org");
    }
    team.sponsors.of(HERE, outreach.id()).forEach(team::confirms);
    team.dispatcher(slack, mail).dispatchDue();
    team.records(MAYA, Team.from(PRIYA), "The calls come too early");
    assertThat(team.digests.sendNow(HERE, MAYA.id())).isInstanceOf(Sent.OnItsWay.class);
    mail.then(new SendResult.Sent("1"))
        .then(new SendResult.Cancelled("they do not want it, or have not said that they do"));
    team.dispatcher(slack, mail).dispatchDue();
    team.members.handOver(HERE, MAYA.id(), outreach.id(), ANN.id());
    team.initiatives.workOn(HERE, ANN.id(), outreach.id());

    assertThat(log(ANN, "sent")).contains("a sponsor's digest · to ").contains(", by mail");
    assertThat(log(ANN, "cancelled")).contains("a sponsor's digest · to ");
    assertThat(log(ANN, "")).contains("to Tom, by mail", "to Sue, by mail");
    assertThat(log(ANN, "")).doesNotContain("too early", "example.org");
    team.members.remove(HERE, MAYA.id(), outreach.id(), MAYA.id());
    assertThat(log(MAYA, ""))
        .as("she sent it, and is no member any more")
        .contains("a sponsor's digest · to a mailbox")
        .doesNotContain("Tom", "Sue");
    assertThat(log(PRIYA, "")).doesNotContain("a sponsor's digest");
  }

  private String log(Person reader, String words) {
    return log(reader, null, words);
  }

  private String log(Person reader, @Nullable ChannelId channel, String words) {
    Caller caller = new Caller(HERE, reader.id(), channel, "", team.people);
    Verb.Answer answer = listener.verbs().get(0).answer(new Verb.Asked(caller, words, "request"));
    return read(((Verb.Answer.Say) answer).message());
  }

  private String click(Person reader, String action, String value) {
    Caller caller = new Caller(HERE, reader.id(), null, "", team.people);
    Reaction reaction =
        Objects.requireNonNull(listener.clicks().get(action))
            .apply(new Click(caller, value, "block", ""));
    return read(((Reaction.Replace) reaction).message());
  }

  private static String read(Message message) {
    Shown.fits(message);
    return message.toString();
  }

  @Test
  void the_lead_sees_what_was_sent_when_and_to_whom_and_never_what_it_says() {
    sent(HERE, Medium.SLACK, "U0PRIYA", ANN);
    sent(HERE, Medium.SLACK, "C0ALL", ANN);
    sent(HERE, Medium.MAIL, "sponsor-1", ANN);

    assertThat(log(MAYA, ""))
        .contains("Outreach")
        .contains("*sent* 2 Nov, 09:00 · a reminder to report back · to <@U0PRIYA>")
        .contains("to <#C0ALL>")
        .contains("to a mailbox")
        .doesNotContain("sponsor-1");
  }

  @Test
  void in_the_home_of_another_initiative_it_is_that_one_s_log_and_stays_it() {
    for (int i = 0; i <= LogView.PAGE; i++) {
      sent(HERE, Medium.SLACK, "U" + (100 + i), ANN);
    }
    Initiative asthma = team.starts(MAYA, "Asthma at school");
    ChannelId home = new ChannelId("C0HOME");
    Charter wish =
        new Charter(outreach.name(), "", home, "New York", Initiative.MONDAY_TO_FRIDAY, "");
    assertThat(
            new Charters(team.database, (workspace, channel) -> Channels.State.OPEN)
                .change(HERE, MAYA.id(), outreach.id(), wish))
        .isInstanceOf(Changed.Done.class);

    assertThat(log(MAYA, "")).contains("Asthma at school").doesNotContain("<@U110>");
    String there = log(MAYA, home, "");
    assertThat(there).contains("Outreach", "<@U110>").doesNotContain("Asthma");

    String older = "ANY/1/" + outreach.id();
    assertThat(there).contains(older);
    assertThat(click(MAYA, LogView.OLDER, older)).contains("Outreach", "<@U100>");
    team.members.handOver(HERE, MAYA.id(), outreach.id(), PRIYA.id());
    assertThat(click(MAYA, LogView.OLDER, older)).doesNotContain("Outreach", "<@U100>");
    assertThat(log(MAYA, "")).contains(asthma.name());
  }

  @Test
  void others_see_what_they_answer_for_and_nothing_else() {
    sent(HERE, Medium.SLACK, "U0PRIYA", ANN);
    sent(HERE, Medium.SLACK, "U0MAYA", MAYA);

    assertThat(log(ANN, "")).contains("<@U0PRIYA>").doesNotContain("<@U0MAYA>");
    assertThat(log(PRIYA, "")).contains("There is nothing to show here");
  }

  @Test
  void nothing_is_seen_of_another_workspace() {
    sent(ELSEWHERE, Medium.SLACK, "U0PRIYA", MAYA);

    assertThat(log(MAYA, "")).doesNotContain("<@U0PRIYA>");
  }

  @Test
  void the_reason_stands_there_in_plain_words() {
    slack
        .then(new SendResult.GivenUp("Slack refused it: not_in_channel"))
        .then(new SendResult.Cancelled("the contributor has heard"));
    sent(HERE, Medium.SLACK, "C0ALL", MAYA);

    assertThat(log(MAYA, "given up")).contains("*given up*").contains("/invite @Groundswell");
    assertThat(log(MAYA, "cancelled")).contains("the contributor has heard");
    assertThat(log(MAYA, "sent")).contains("There is nothing to show here");
  }

  @Test
  void it_pages() {
    for (int i = 0; i < 23; i++) {
      sent(HERE, Medium.SLACK, "U" + (100 + i), ANN);
    }

    String first = log(MAYA, "sent");
    assertThat(first).contains("<@U122>").contains("<@U113>").doesNotContain("<@U112>");
    assertThat(first).contains(LogView.OLDER).doesNotContain(LogView.NEWER);
    assertThat(click(MAYA, LogView.OLDER, "SENT/1/" + outreach.id()))
        .contains("<@U112>")
        .contains(LogView.NEWER);
    assertThat(click(MAYA, LogView.OLDER, "SENT/2/" + outreach.id()))
        .contains("<@U100>")
        .doesNotContain(LogView.OLDER);
    assertThat(click(MAYA, LogView.SHOW, "WAITING/0/-")).contains("There is nothing to show here");
  }

  @Test
  void a_state_that_does_not_exist_is_answered_with_those_that_do() {
    assertThat(log(MAYA, "lost")).contains("/buyin log sent");
  }

  @Test
  void the_longest_of_everything_fits() {
    for (int i = 0; i < 11; i++) {
      mail.then(new SendResult.GivenUp(Extremes.hostile(500)));
      sent(HERE, Medium.MAIL, "x".repeat(64), MAYA);
    }

    log(MAYA, "given_up");
  }
}
