package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
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
import dev.groundswell.slack.SlackApp;
import dev.groundswell.slack.SlackApp.Kind;
import dev.groundswell.slack.SlackClients;
import dev.groundswell.slack.Verb;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Whoever takes no part in an initiative, or is of another workspace, tries everything that is
 * registered: every verb, button, form and shortcut. They learn nothing, and change nothing.
 */
class OutsidersTest {
  /** In each text that belongs to the initiative, and nowhere else; and a rhythm of its own. */
  private static final Pattern MARK = Pattern.compile("(?i)zebrafink|: 47 weeks now");

  /** Only somebody without an initiative gets to see it; it is tried anyway. */
  private static final Set<String> FORMS_OF_OTHERS = Set.of("feedback.first-form");

  /**
   * Buttons that this walk may miss: they stand below long lists, below a tip, below what is said
   * to somebody else, or only where a few weeks went by. Each is tried with all ids all the same.
   */
  private static final Set<String> SELDOM_SEEN =
      Set.of(
          "advice.did-not",
          "advice.helped",
          "advice.keep",
          "advice.more",
          "advice.share",
          "feedback.start-and-keep",
          "feedback.wants-to-hear",
          "home.let-go",
          "initiative.take-over",
          "inputs.back",
          "inputs.next",
          "log.newer",
          "log.older",
          "pledge.more",
          "practice.before",
          "practice.library-before",
          "practice.library-next",
          "practice.history-newer",
          "practice.history-older",
          "practice.near-1",
          "practice.near-2",
          "practice.next",
          "practice.pause-other",
          "practice.sent",
          "practice.spoke",
          "reminder.skip",
          "report-back.send",
          "sponsor.ask-again",
          "sponsor.drop",
          "sponsor.solved",
          "upcoming.more");

  /** What an outsider may add to and change: what is known of themselves. */
  private static final Set<String> OF_THEMSELVES = Set.of("PERSON", "TIP_VOTE", "SAVED_TIP");

  private final SettableClock clock = SettableClock.at(Team.MONDAY_MORNING);
  private final String database = "jdbc:h2:mem:outsiders" + System.nanoTime();
  private final WatchedSlack slack = new WatchedSlack();

  /**
   * Thousands of forged clicks fail as they should; their stack traces take longer than they do.
   */
  @BeforeEach
  void quiet() {
    logger().setLevel(Level.OFF);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger("dev.groundswell.slack");
  }

  @AfterEach
  void close() {
    logger().setLevel(null);
    slack.close();
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
            Settings.USUAL_GRANT_LIMIT,
            false);
    return new Bot(
        settings, "127.0.0.1", PromptFiles.packaged(), clock, clock, new Random(7), List.of());
  }

  private Visitor visitor(Intake intake, String workspace, String user) {
    return new Visitor(intake, workspace, user, slack.responseUrl());
  }

  @Test
  void outsiders_learn_nothing_and_change_nothing_whatever_they_try() throws Exception {
    try (Bot bot = bot();
        Connection rows = DriverManager.getConnection(database, "sa", "")) {
      SlackApp app = bot.app();
      Walk lead = new Walk(visitor(bot.intake(), "T0HERE", "U0MAYA"), slack);
      Walk contributor = new Walk(visitor(bot.intake(), "T0HERE", "U0ANN"), slack);
      walks(bot, lead, contributor);
      String open = copy(rows);
      new Look(app, slack, rows, lead, contributor).everywhere(() -> fifteenDaysOn(bot));
      restore(rows, open);
      SoftAssertions.assertSoftly(
          softly -> {
            softly.assertThat(lead.stuck()).as("steps that lead nowhere").isEmpty();
            softly.assertThat(contributor.stuck()).as("steps that lead nowhere").isEmpty();
            softly
                .assertThat(missed(app.ids(Kind.FORM), slack.offered.forms.keySet()))
                .as("forms that nobody came across: Walks needs a step that leads to them")
                .isEqualTo(FORMS_OF_OTHERS);
            softly
                .assertThat(missed(app.ids(Kind.ACTION), slack.offered.actions()))
                .as("buttons that nobody came across: Walks needs a step that leads to them")
                .isSubsetOf(SELDOM_SEEN);
            softly
                .assertThat(slack.heard())
                .as("what the lead was told")
                .anyMatch(it -> it.contains("Zebrafink"))
                .anyMatch(it -> it.contains(": 47 weeks now"));
            triesEverything(softly, app, visitor(bot.intake(), "T0HERE", "U0STRANGER"), rows);
            restore(rows, open);
            triesEverything(softly, app, visitor(bot.intake(), "T0ELSEWHERE", "U0MAYA"), rows);
          });
    }
  }

  private void walks(Bot bot, Walk lead, Walk contributor) {
    lead.types("initiative Zebrafink outreach");
    Walks.feedback(lead, contributor, bot::tickNow, () -> fifteenDaysOn(bot));
    Walks.advice(lead);
    Walks.pledges(lead);
    Walks.practices(lead);
    Walks.sponsors(lead);
    try (Team team = Team.on(DatabaseUrl.parse(database), clock)) {
      Walks.later(team, lead, bot::tickNow);
    }
    slack.quiet();
  }

  private void fifteenDaysOn(Bot bot) {
    clock.advance(Duration.ofDays(15));
    bot.tickNow();
    slack.quiet();
  }

  private static Set<String> missed(Set<String> registered, Collection<String> seen) {
    Set<String> missed = new TreeSet<>(registered);
    missed.removeAll(seen);
    return missed;
  }

  static String copy(Connection rows) throws SQLException {
    StringBuilder script = new StringBuilder();
    try (Statement statement = rows.createStatement();
        ResultSet lines = statement.executeQuery("script")) {
      while (lines.next()) {
        String line = lines.getString(1);
        if (!line.startsWith("CREATE USER")) {
          script.append(line).append('\n');
        }
      }
    }
    return script.toString();
  }

  static void restore(Connection rows, String copy) {
    try (Statement statement = rows.createStatement()) {
      statement.execute("drop all objects");
      statement.execute(copy);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void triesEverything(
      SoftAssertions softly, SlackApp app, Visitor outsider, Connection rows) {
    Map<String, Set<String>> before = Rows.of(rows);
    Set<String> ids = Rows.ids(before);
    assertThat(ids).isNotEmpty();
    slack.quiet();
    slack.looksNoMore();
    slack.forgetWhatWasHeard();
    List<String> said = new Trial(app, slack, outsider).all(ids);
    slack.quiet();
    said.addAll(slack.heard());
    softly
        .assertThat(said.stream().filter(it -> MARK.matcher(it).find()))
        .as("what an outsider was told")
        .isEmpty();
    Rows.assertUntouched(softly, before, Rows.of(rows), OF_THEMSELVES);
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
      SoftAssertions softly = new SoftAssertions();
      triesEverything(
          softly, app, visitor(new Intake(app, clock, metrics), "T0HERE", "U0STRANGER"), rows);
      softly.assertAll();
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
