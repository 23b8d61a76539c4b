package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.model.view.View;
import dev.groundswell.config.Settings;
import dev.groundswell.config.Settings.Figures;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.metrics.Metrics;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Intake;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Replies;
import dev.groundswell.slack.ScriptedSlack;
import dev.groundswell.slack.SlackApp;
import dev.groundswell.slack.SlackApp.Kind;
import dev.groundswell.slack.SlackClients;
import dev.groundswell.slack.Verb;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whoever takes no part in an initiative, or is of another workspace, tries everything that is
 * registered: every verb, button, form and shortcut. They learn nothing, and change nothing.
 */
@Timeout(300)
class OutsidersTest {
  /** In each text that belongs to the initiative, and nowhere else. */
  private static final String MARK = "zebrafink";

  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** What an outsider may add to and change: what is known of themselves. */
  private static final Set<String> OF_THEMSELVES = Set.of("PERSON", "TIP_VOTE", "SAVED_TIP");

  private final SettableClock clock = SettableClock.at(Team.MONDAY_MORNING);
  private final String database = "jdbc:h2:mem:outsiders" + System.nanoTime();
  private final List<String> heard = new ArrayList<>();
  private final Offered offered = new Offered();
  private final ScriptedSlack slack = new ScriptedSlack(this::answer);

  @AfterEach
  void close() {
    slack.close();
  }

  private ScriptedSlack.Reaction answer(ScriptedSlack.Call call) {
    String body = URLDecoder.decode(call.body(), StandardCharsets.UTF_8);
    synchronized (heard) {
      heard.add(call.method() + " " + body);
    }
    for (String part : body.split("&(?=[a-z_]+=)")) {
      String value = part.substring(part.indexOf('=') + 1);
      if (value.startsWith("{") || value.startsWith("[")) {
        synchronized (offered) {
          offered.see(Visitor.json(value));
        }
      }
    }
    String user = body.replaceAll("(?s).*user=([A-Z0-9]+).*", "$1");
    return ScriptedSlack.json(
        switch (call.method()) {
          case "users.info" ->
              "{\"ok\":true,\"user\":{\"id\":\""
                  + user
                  + "\",\"name\":\"somebody\",\"real_name\":\"Some Body\",\"tz\":\"America/New_York\"}}";
          case "conversations.info" ->
              "{\"ok\":true,\"channel\":{\"id\":\"C0HOME\",\"is_member\":true}}";
          case "conversations.open" -> "{\"ok\":true,\"channel\":{\"id\":\"D0DIRECT\"}}";
          default -> "{\"ok\":true,\"ts\":\"1.5\"}";
        });
  }

  private Bot bot() {
    Settings settings =
        new Settings(
            0,
            null,
            DatabaseUrl.parse(database),
            "0123456789abcdef0123456789abcdef",
            "xoxb-test",
            null,
            slack.uri(),
            600,
            "smtp://127.0.0.1:9?starttls=off",
            "Groundswell <groundswell@clinic.example>",
            null,
            null,
            Figures.OFF,
            Team.KEYS,
            null,
            null,
            14,
            5,
            Settings.USUAL_GRANT_LIMIT);
    return new Bot(
        settings, "127.0.0.1", PromptFiles.packaged(), clock, clock, new Random(7), List.of());
  }

  private Visitor visitor(Intake intake, String workspace, String user) {
    String url = slack.uri().resolve("/response").toString();
    return new Visitor(intake, workspace, user, url);
  }

  @Test
  void outsiders_learn_nothing_and_change_nothing_whatever_they_try() throws Exception {
    try (Bot bot = bot();
        Connection rows = DriverManager.getConnection(database, "sa", "")) {
      SlackApp app = bot.app();
      Visitor lead = visitor(bot.intake(), "T0HERE", "U0MAYA");
      lead.types("initiative Zebrafink outreach");
      lead.types("input \"Zebrafink calls come too early\" from Zebrafink Ben");
      lead.types("input \"Zebrafink evenings\" from <@U0ANN>");
      lead.types("sponsor Zebrafink Tom zebrafink@clinic.example");
      seesEverything(app, lead, rows, bot);

      assertThat(offered.forms.keySet())
          .as("forms that the lead came across; a new one has to be within reach of this walk")
          .containsAll(within(app.ids(Kind.FORM)));
      assertThat(offered.buttons.stream().map(Offered.Button::action).distinct())
          .as("buttons that the lead came across")
          .hasSizeGreaterThan(20);
      assertThat(String.join("\n", heard).toLowerCase(Locale.ROOT)).contains(MARK);
      triesEverything(app, visitor(bot.intake(), "T0HERE", "U0STRANGER"), rows);
      triesEverything(app, visitor(bot.intake(), "T0ELSEWHERE", "U0MAYA"), rows);
    }
  }

  /** Forms that only somebody without any initiative gets to see; the trial tries them anyway. */
  private static Set<String> within(Set<String> forms) {
    Set<String> reached = new TreeSet<>(forms);
    reached.remove("feedback.first-form");
    return reached;
  }

  /** The lead looks at all there is; whatever would end that is undone. */
  private void seesEverything(SlackApp app, Visitor lead, Connection rows, Bot bot)
      throws Exception {
    Set<String> tried = new LinkedHashSet<>();
    for (int round = 0; round < 4; round++) {
      for (String verb : app.verbs()) {
        look(lead.types(verb));
      }
      lead.opensHome();
      for (String shortcut : app.ids(Kind.SHORTCUT)) {
        look(lead.usesShortcut(shortcut, "Zebrafink, as somebody wrote"));
      }
      quiet();
      for (Offered.Button button : List.copyOf(offered.buttons)) {
        if (tried.add("click " + button.action() + timesTried(tried, button.action()))) {
          undone(
              rows,
              () ->
                  look(
                      lead.clicks(
                          button.action(),
                          button.value(),
                          button.within().isEmpty() ? null : button.within())));
        }
      }
      for (List<JsonNode> forms : List.copyOf(offered.forms.values())) {
        for (JsonNode form : List.copyOf(forms)) {
          if (tried.add("form " + form)) {
            undone(rows, () -> look(lead.sends(form, "Zebrafink words")));
          }
        }
      }
      clock.advance(Duration.ofDays(15));
      bot.tickNow();
      quiet();
    }
  }

  /** Two of each kind are enough to see what comes of it. */
  private static String timesTried(Set<String> tried, String action) {
    return tried.contains("click " + action + " 1") ? " 2" : " 1";
  }

  private interface Deed {
    void run();
  }

  private void undone(Connection rows, Deed deed) throws SQLException {
    try (Statement statement = rows.createStatement()) {
      String copy = copy(statement);
      deed.run();
      quiet();
      boolean stillLeads;
      try (ResultSet found =
          statement.executeQuery(
              """
              select count(*) from member m join initiative i
                on i.workspace_id = m.workspace_id and i.id = m.initiative_id
              where m.user_id = 'U0MAYA' and m.role = 'LEAD' and i.archived_at is null
                and i.paused_until is null and lower(i.name) = 'zebrafink outreach'
              """)) {
        stillLeads = found.next() && found.getInt(1) == 1;
      }
      if (!stillLeads) {
        statement.execute("drop all objects");
        statement.execute(copy);
      }
    }
  }

  private static String copy(Statement statement) throws SQLException {
    StringBuilder script = new StringBuilder();
    try (ResultSet lines = statement.executeQuery("script")) {
      while (lines.next()) {
        String line = lines.getString(1);
        if (!line.startsWith("CREATE USER")) {
          script.append(line).append('\n');
        }
      }
    }
    return script.toString();
  }

  private void look(String answer) {
    synchronized (offered) {
      offered.see(Visitor.json(answer));
    }
  }

  /** Whatever is answered later has been. */
  private void quiet() {
    int before = -1;
    for (int i = 0; i < 100; i++) {
      int now;
      synchronized (heard) {
        now = heard.size();
      }
      if (now == before) {
        return;
      }
      before = now;
      try {
        Thread.sleep(40);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void triesEverything(SlackApp app, Visitor outsider, Connection rows) throws Exception {
    Map<String, Set<String>> before = Rows.of(rows);
    Set<String> ids = new TreeSet<>();
    before.values().stream()
        .flatMap(Set::stream)
        .forEach(row -> UUIDS.matcher(row).results().forEach(it -> ids.add(it.group())));
    assertThat(ids).isNotEmpty();
    quiet();
    synchronized (heard) {
      heard.clear();
    }
    List<String> said = new ArrayList<>();
    outsider.opensHome();
    outsider.writes("what about zebraf?");
    for (String verb : app.verbs()) {
      for (String words : List.of("", " send", " Zebraf", " \"Words\" from Somebody", " csv")) {
        said.add(verb + words + ": " + outsider.types(verb + words));
      }
    }
    for (String shortcut : app.ids(Kind.SHORTCUT)) {
      said.add(shortcut + ": " + outsider.usesShortcut(shortcut, "what somebody wrote"));
    }
    for (String action : app.ids(Kind.ACTION)) {
      Set<String> values = new LinkedHashSet<>(ids);
      offered.buttons.stream()
          .filter(it -> it.action().equals(action))
          .limit(30)
          .forEach(it -> values.add(it.value()));
      for (String value : values) {
        said.add(action + " " + value + ": " + outsider.clicks(action, value, null));
      }
    }
    for (String form : app.ids(Kind.FORM)) {
      for (JsonNode seen : offered.forms.getOrDefault(form, List.of())) {
        // The form itself holds words that the lead saw; an outsider has to guess all but the ids.
        said.add(form + ": " + outsider.sends(seen, "Wolfram words"));
      }
      for (String id : ids) {
        JsonNode guessed =
            Visitor.json(
                "{\"type\":\"modal\",\"callback_id\":\""
                    + form
                    + "\",\"private_metadata\":\""
                    + id
                    + " \",\"blocks\":[]}");
        said.add(form + " " + id + ": " + outsider.sends(guessed, "Wolfram words"));
      }
    }
    outsider.opensHome();
    quiet();
    synchronized (heard) {
      said.addAll(heard);
    }
    assertThat(said)
        .as("what an outsider was told")
        .noneMatch(it -> it.toLowerCase(Locale.ROOT).contains(MARK));
    Rows.assertUntouched(before, Rows.of(rows), OF_THEMSELVES);
  }

  // A guard that never failed is none.

  private static final class Careless implements Feature {
    private final Team team;

    Careless(Team team) {
      this.team = team;
    }

    @Override
    public List<Verb> verbs() {
      return List.of(Verb.general("careless", asked -> Verb.say(name(team.initiatives))));
    }

    private static String name(Initiatives initiatives) {
      return initiatives.current(Team.HERE, Team.MAYA.id()).orElseThrow().name();
    }

    @Override
    public Map<String, Function<Click, Reaction>> clicks() {
      return Map.of("careless.archive", this::archive);
    }

    private Reaction archive(Click click) {
      UUID id = UUID.fromString(click.value());
      team.pauses.archive(Team.HERE, Team.MAYA.id(), id);
      return new Reaction.Replace(Message.of("done"));
    }

    @Override
    public Optional<BiFunction<Caller, Optional<Message>, View>> home() {
      return Optional.of((caller, answer) -> Blocks.notice("Home", "Close", "welcome"));
    }
  }

  private static final class Quiet implements Feature {
    @Override
    public Optional<BiFunction<Caller, Optional<Message>, View>> home() {
      return Optional.of((caller, answer) -> Blocks.notice("Home", "Close", "welcome"));
    }
  }

  private void tried(Function<Team, Feature> feature) throws Exception {
    URI api = slack.uri();
    try (Team team = Team.on(DatabaseUrl.parse(database), clock);
        SlackClients clients = new SlackClients(api, "xoxb-test");
        Replies replies = new Replies(clients, api);
        Metrics metrics = new Metrics();
        Connection rows = DriverManager.getConnection(database, "sa", "")) {
      team.starts(Team.MAYA, "Zebrafink outreach");
      Words words = Words.load(PromptFiles.packaged());
      SlackApp app =
          new SlackApp(
              "xoxb-test", clients, team.people, words, replies, List.of(feature.apply(team)));
      triesEverything(app, visitor(new Intake(app, clock, metrics), "T0HERE", "U0STRANGER"), rows);
    }
  }

  @Test
  void a_verb_that_tells_is_seen_and_one_that_does_not_is_fine() throws Exception {
    tried(team -> new Quiet());
    assertThatThrownBy(
            () ->
                tried(
                    team ->
                        new Feature() {
                          @Override
                          public List<Verb> verbs() {
                            return new Careless(team).verbs();
                          }

                          @Override
                          public Optional<BiFunction<Caller, Optional<Message>, View>> home() {
                            return new Quiet().home();
                          }
                        }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("what an outsider was told");
  }

  @Test
  void a_button_that_changes_something_is_seen() {
    assertThatThrownBy(
            () ->
                tried(
                    team ->
                        new Feature() {
                          @Override
                          public Map<String, Function<Click, Reaction>> clicks() {
                            return new Careless(team).clicks();
                          }

                          @Override
                          public Optional<BiFunction<Caller, Optional<Message>, View>> home() {
                            return new Quiet().home();
                          }
                        }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("INITIATIVE");
  }
}
