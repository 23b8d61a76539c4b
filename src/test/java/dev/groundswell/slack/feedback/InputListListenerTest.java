package dev.groundswell.slack.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.InputList;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.people.Person;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Replies;
import dev.groundswell.slack.ScriptedSlack;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.SlackClients;
import dev.groundswell.slack.Verb;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The buttons of a list mean the initiative whose list it is. */
@OnBothDatabases
class InputListListenerTest {
  private final Team team;
  private final ScriptedSlack slack = new ScriptedSlack(InputListListenerTest::answer);
  private final SlackClients clients = new SlackClients(slack.uri(), "xoxb-test");
  private final Replies replies = new Replies(clients, slack.uri());
  private final InputListListener listener;
  private final Initiative outreach;

  InputListListenerTest(Engine engine) {
    team = Team.on(engine);
    listener =
        new InputListListener(
            team.lists, team.initiatives, new InputListView(WORDS), replies, WORDS, team.clock);
    outreach = team.starts(MAYA, "Diabetes outreach");
    for (int i = 0; i <= InputList.PAGE; i++) {
      team.records(ANN, Team.from("Ben " + i), "Outreach words " + i);
    }
    team.starts(ANN, "Asthma at school");
    team.records(ANN, Team.from(PRIYA), "Asthma words");
  }

  @AfterEach
  void close() {
    replies.close();
    clients.close();
    slack.close();
    team.close();
  }

  private static ScriptedSlack.Reaction answer(ScriptedSlack.Call call) {
    String host = "http://" + call.headers().get("host") + "/api/";
    return ScriptedSlack.json(
        switch (call.method()) {
          case "conversations.open" -> "{\"ok\":true,\"channel\":{\"id\":\"D0DIRECT\"}}";
          case "files.getUploadURLExternal" ->
              "{\"ok\":true,\"file_id\":\"F0LIST\",\"upload_url\":\"" + host + "upload\"}";
          case "files.info" -> "{\"ok\":true,\"file\":{\"id\":\"F0LIST\",\"filetype\":\"csv\"}}";
          default -> "{\"ok\":true}";
        });
  }

  private Caller caller(Person who) {
    return new Caller(HERE, who.id(), null, "", team.people);
  }

  private String list(Person who) {
    Verb.Answer answer = listener.verbs().get(0).answer(new Verb.Asked(caller(who), "", "request"));
    return read(((Verb.Answer.Say) answer).message());
  }

  private Reaction clicks(Person who, String action, String value) {
    return Objects.requireNonNull(listener.clicks().get(action))
        .apply(new Click(caller(who), value, "b", ""));
  }

  private static String read(Message message) {
    Shown.fits(message);
    return message.toString();
  }

  private String button(InputList list) {
    return new InputListView.Asked(outreach.id(), list).value();
  }

  @Test
  void the_next_page_of_an_old_list_is_of_the_same_initiative() {
    team.initiatives.workOn(HERE, ANN.id(), outreach.id());
    String next = button(InputList.FIRST.page(1));
    assertThat(list(ANN)).contains("Diabetes outreach", "1 to 10 of 11", next);

    workElsewhere(ANN);

    assertThat(list(ANN)).contains("Asthma words").doesNotContain(outreach.id().toString());
    assertThat(read(((Reaction.Replace) clicks(ANN, InputListView.NEXT, next)).message()))
        .contains("Diabetes outreach", "11 to 11 of 11")
        .doesNotContain("Asthma words");
  }

  @Test
  void so_is_the_file() {
    workElsewhere(ANN);

    clicks(ANN, InputListView.EXPORT, button(InputList.FIRST));

    Awaitility.await()
        .untilAsserted(() -> assertThat(slack.calls("files.completeUploadExternal")).hasSize(1));
    assertThat(slack.calls("upload").get(0).body())
        .contains("Outreach words 0", "Outreach words 10")
        .doesNotContain("Asthma words");
    assertThat(slack.calls("files.completeUploadExternal").get(0).body())
        .contains("Diabetes%20outreach");
  }

  @Test
  void whoever_left_meanwhile_turns_no_page_and_gets_no_file() {
    team.database.transact(
        tx ->
            tx.update("delete from member where initiative_id = :id and user_id = :user")
                .bind("id", outreach.id())
                .bind("user", PRIYA.id())
                .execute());

    Reaction turned = clicks(PRIYA, InputListView.NEXT, button(InputList.FIRST.page(1)));
    Reaction exported = clicks(PRIYA, InputListView.EXPORT, button(InputList.FIRST));

    assertThat(turned.toString()).doesNotContain("Outreach", "outreach");
    assertThat(exported.toString())
        .isEqualTo(
            new Reaction.Say(Message.of(WORDS.say("feedback.no-initiative-yet"))).toString());
    assertThat(slack.calls("conversations.open")).isEmpty();
  }

  private void workElsewhere(Person who) {
    team.initiatives.of(HERE, who.id()).stream()
        .filter(it -> !it.equals(outreach))
        .forEach(it -> team.initiatives.workOn(HERE, who.id(), it.id()));
  }
}
