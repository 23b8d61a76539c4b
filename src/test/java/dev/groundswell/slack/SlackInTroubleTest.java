package dev.groundswell.slack;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.SettableClock;
import dev.groundswell.Team;
import dev.groundswell.config.Manifest;
import dev.groundswell.db.Engine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Dispatcher;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.Pace;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.sandbox.Sandbox;
import dev.groundswell.sandbox.workspace.Message;
import dev.groundswell.sandbox.workspace.Story;
import dev.groundswell.sandbox.workspace.Trouble;
import dev.groundswell.slack.outbox.UndeliveredListener;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every trouble that the sandbox's Slack can have: no message is lost, and none comes twice. */
@Tag("jdk")
class SlackInTroubleTest {
  private static final UserId MAYA = new UserId("U0MAYA");
  private static final String PRIYA = "U0PRIYA";
  private static final String POST = "chat.postMessage";
  private static final String SENTENCE = "Your idea was taken up.";

  private final Team team = Team.on(Engine.H2);
  private final Server server = new Server();
  private Sandbox sandbox;
  private SlackClients clients;
  private Dispatcher dispatcher;

  private static final class OneSentence implements Rendering {
    @Override
    public Set<String> kinds() {
      return Set.of("test.word");
    }

    @Override
    public Rendered render(WorkspaceId workspace, Item item) {
      return new Rendered.Wanted(dev.groundswell.slack.Message.of(SENTENCE));
    }
  }

  @BeforeEach
  void open() throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.open();
    server.addConnector(connector);
    int port = connector.getLocalPort();
    sandbox =
        Sandbox.open(
            Clock.systemUTC(), new Random(7), Story.ofTheHouse(), Manifest.ofTheHouse(), port);
    server.setHandler(sandbox.handler());
    server.start();
    sandbox.connectTo(URI.create("http://127.0.0.1:" + port + "/"));
    clients =
        new SlackClients(
            sandbox.apiUrl(), sandbox.botToken(), Duration.ofSeconds(1), Duration.ofSeconds(1));
    UndeliveredListener undelivered =
        new UndeliveredListener(
            team.outbox, team.initiatives, Words.load(PromptFiles.packaged()), team.clock);
    dispatcher =
        team.dispatcher(
            new SlackSender(
                clients,
                Pace.of(Duration.ZERO, 500, () -> team.clock.millis() * 1_000_000),
                List.of(new OneSentence(), undelivered)));
  }

  @AfterEach
  void close() throws Exception {
    clients.close();
    server.stop();
    sandbox.close();
    team.close();
  }

  /** A message for which Maya answers. */
  private UUID to(String recipient) {
    UUID subject = team.ids.next();
    return team.database
        .inTransaction(
            tx ->
                team.outbox.put(
                    tx,
                    HERE,
                    Medium.SLACK,
                    recipient,
                    MAYA,
                    List.of(new Item("occasion/" + subject, "test.word", subject)),
                    team.clock.instant()))
        .orElseThrow();
  }

  private void next(Trouble trouble) {
    sandbox.slack().troubles().next(1, POST, trouble);
  }

  private void after(Duration time) {
    SettableClock clock = team.clock;
    clock.advance(time);
    dispatcher.dispatchDue();
    dispatcher.settleUnknown();
  }

  private OutboxState state(UUID message) {
    return team.outbox.find(HERE, message).orElseThrow().state();
  }

  private List<String> saidTo(String user) {
    return sandbox.slack().workspace().directMessages(user).all().stream()
        .map(Message::text)
        .toList();
  }

  private void comesOnce(UUID message) {
    for (int i = 0; i < 4; i++) {
      after(Duration.ofSeconds(31));
    }
    assertThat(state(message)).isEqualTo(OutboxState.SENT);
    assertThat(saidTo(PRIYA)).containsExactly(SENTENCE);
  }

  @Test
  void patience_that_slack_asks_for_is_given_and_the_message_comes_once() {
    UUID message = to(PRIYA);
    next(new Trouble.RateLimited(Duration.ofSeconds(20)));

    dispatcher.dispatchDue();
    after(Duration.ofSeconds(19));
    assertThat(saidTo(PRIYA)).isEmpty();
    assertThat(state(message)).isEqualTo(OutboxState.WAITING);

    comesOnce(message);
  }

  @Test
  void after_a_server_error_it_is_looked_for_and_sent_once() {
    UUID message = to(PRIYA);
    next(new Trouble.ServerError());

    dispatcher.dispatchDue();
    assertThat(state(message)).isEqualTo(OutboxState.SENDING);

    comesOnce(message);
  }

  @Test
  void what_was_taken_while_nobody_waited_any_more_is_found_and_not_sent_again() {
    UUID message = to(PRIYA);
    next(new Trouble.Slow(Duration.ofSeconds(2)));

    dispatcher.dispatchDue();
    assertThat(state(message)).isEqualTo(OutboxState.SENDING);
    assertThat(saidTo(PRIYA)).containsExactly(SENTENCE);

    comesOnce(message);
  }

  @Test
  void what_was_taken_before_the_connection_broke_is_found_and_not_sent_again() {
    UUID message = to(PRIYA);
    next(new Trouble.Dropped());

    dispatcher.dispatchDue();
    assertThat(state(message)).isEqualTo(OutboxState.SENDING);

    comesOnce(message);
  }

  @Test
  void a_slow_answer_is_waited_for() {
    UUID message = to(PRIYA);
    next(new Trouble.Slow(Duration.ofMillis(200)));

    dispatcher.dispatchDue();

    assertThat(state(message)).isEqualTo(OutboxState.SENT);
    comesOnce(message);
  }

  @Test
  void a_history_that_is_refused_is_put_to_the_owner() {
    UUID message = to(PRIYA);
    next(new Trouble.Dropped());
    sandbox
        .slack()
        .troubles()
        .next(1, "conversations.history", new Trouble.Refusal("missing_scope"));

    dispatcher.dispatchDue();
    after(Duration.ofSeconds(31));
    after(Duration.ofSeconds(31));

    assertThat(state(message)).isEqualTo(OutboxState.UNKNOWN);
    assertThat(saidTo(PRIYA)).containsExactly(SENTENCE);
    assertThat(saidTo(MAYA.value()))
        .singleElement()
        .asString()
        .contains("can't tell whether a message to <@U0PRIYA> arrived");
  }

  @Test
  void a_revoked_token_is_told_to_the_owner_once_it_is_mended() {
    UUID message = to(PRIYA);
    sandbox.slack().troubles().next(2, POST, new Trouble.Refusal("token_revoked"));

    dispatcher.dispatchDue();
    dispatcher.dispatchDue();
    assertThat(saidTo(MAYA.value())).isEmpty();
    after(Duration.ofSeconds(31));
    after(Duration.ofSeconds(31));

    assertThat(state(message)).isEqualTo(OutboxState.GIVEN_UP);
    assertThat(saidTo(PRIYA)).isEmpty();
    assertThat(saidTo(MAYA.value()))
        .singleElement()
        .asString()
        .contains("install Groundswell again");

    assertThat(team.outbox.sendAgain(HERE, message, MAYA, team.clock.instant())).isTrue();
    assertThat(team.outbox.sendAgain(HERE, message, ANN.id(), team.clock.instant())).isFalse();
    comesOnce(message);
  }

  @ParameterizedTest
  @CsvSource({
    "C0OLDPILOT, is archived",
    "C0NOSUCH, may be deleted",
    "U0DENISE, has left this Slack",
  })
  void what_can_never_arrive_is_told_to_the_owner_with_what_to_do(String recipient, String words) {
    UUID message = to(recipient);

    dispatcher.dispatchDue();
    after(Duration.ofSeconds(31));

    assertThat(state(message)).isEqualTo(OutboxState.GIVEN_UP);
    assertThat(saidTo(MAYA.value())).singleElement().asString().contains(words);
  }

  @Test
  void where_the_app_is_not_in_the_channel_the_owner_is_told_to_invite_it() {
    UUID message = to("C0GENERAL");
    next(new Trouble.Refusal("not_in_channel"));

    dispatcher.dispatchDue();
    after(Duration.ofSeconds(31));

    assertThat(state(message)).isEqualTo(OutboxState.GIVEN_UP);
    assertThat(saidTo(MAYA.value()))
        .singleElement()
        .asString()
        .contains("<#C0GENERAL>")
        .contains("/invite @Groundswell");
  }

  @Test
  void a_public_notice_goes_to_its_channel() {
    UUID message = to("C0DIABETES");

    dispatcher.dispatchDue();

    assertThat(state(message)).isEqualTo(OutboxState.SENT);
    assertThat(sandbox.slack().workspace().conversation("C0DIABETES").orElseThrow().all())
        .last()
        .satisfies(it -> assertThat(it.text()).isEqualTo(SENTENCE));
  }
}
