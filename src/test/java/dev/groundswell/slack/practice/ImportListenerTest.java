package dev.groundswell.slack.practice;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.model.File;
import com.slack.api.model.view.ViewState;
import dev.groundswell.Team;
import dev.groundswell.practice.Imports;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Downloads;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Replies;
import dev.groundswell.slack.ScriptedSlack;
import dev.groundswell.slack.SlackClients;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a list is told line by line, however much it is. */
class ImportListenerTest {
  private static final int NAMELESS = 40;

  private final Team team = Team.assembles();
  private final ScriptedSlack slack = new ScriptedSlack(ImportListenerTest::answer);
  private final SlackClients clients = new SlackClients(slack.uri(), "xoxb-test");
  private final Replies replies = new Replies(clients, slack.uri());
  private final ImportListener listener =
      new ImportListener(
          new Imports(team.database, team.initiatives, team.ids, team.clock),
          new Downloads(clients, slack.uri()),
          replies,
          WORDS);

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
              "{\"ok\":true,\"file_id\":\"F0REPORT\",\"upload_url\":\"" + host + "upload\"}";
          case "files.info" -> "{\"ok\":true,\"file\":{\"id\":\"F0REPORT\",\"filetype\":\"csv\"}}";
          case "list" -> "name,size\n" + ",3\n".repeat(NAMELESS);
          default -> "{\"ok\":true}";
        });
  }

  @Test
  void more_than_a_message_holds_comes_as_a_file() {
    String outreach = team.starts(MAYA, "Diabetes outreach").id().toString();
    File list = new File();
    list.setId("F0LIST");
    list.setName("practices.csv");
    list.setUrlPrivateDownload(slack.uri() + "list");
    ViewState.Value value = new ViewState.Value();
    value.setFiles(List.of(list));
    ViewState state = new ViewState();
    String file = Fields.id(Field.FILE);
    state.setValues(Map.of(file, Map.of(file, value)));
    Caller maya = new Caller(HERE, MAYA.id(), null, "", team.people);

    Objects.requireNonNull(listener.submissions().get(ImportListener.FORM))
        .apply(new Submission(maya, outreach, "form/1", state));

    await()
        .untilAsserted(
            () ->
                assertThat(slack.calls("upload"))
                    .singleElement()
                    .satisfies(
                        it ->
                            assertThat(it.body())
                                .contains(
                                    "\"line\",\"what it needs\"",
                                    "\"2\",\"no name\"",
                                    "\"41\",\"no name\"")));
  }
}
