package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Doctor.Finding;
import dev.groundswell.config.SettingsReader;
import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.db.Engine;
import dev.groundswell.db.Schema;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.slack.ScriptedSlack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("jdk")
class DoctorTest {
  private static final String OTHER = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

  private final Map<String, String> settings = new HashMap<>();
  private final Path folder;

  DoctorTest(@TempDir Path folder) {
    this.folder = folder;
    settings.put("SLACK_BOT_TOKEN", "xoxb-secret");
    settings.put("SLACK_APP_TOKEN", "xapp-secret");
    settings.put("ENCRYPTION_KEY", Team.ENCRYPTION_KEY);
    settings.put("DATABASE_URL", "jdbc:h2:file:" + folder.resolve("it"));
    settings.put("SLACK_API_URL", "http://127.0.0.1:1/api/");
  }

  private List<Finding> examines(@Nullable MailAddress mailTo) {
    List<Finding> findings =
        new Doctor(SettingsReader.of(settings, ""), Clock.systemUTC(), new Random(7))
            .examine(mailTo);
    assertThat(findings.stream().map(Finding::line))
        .allMatch(it -> !it.contains("secret") && !it.contains("\n") && it.endsWith(it.strip()));
    return findings;
  }

  private static String line(List<Finding> findings, String part) {
    return findings.stream()
        .filter(it -> it.part().equals(part))
        .map(Finding::line)
        .findFirst()
        .orElse("");
  }

  @Test
  void a_missing_setting_is_said_first_and_nothing_else_is_tried() {
    settings.remove("SLACK_BOT_TOKEN");

    assertThat(examines(null))
        .singleElement()
        .extracting(Finding::line)
        .asString()
        .startsWith("FAIL  settings: SLACK_BOT_TOKEN is missing");
  }

  @Test
  void what_works_is_ok_and_a_test_mail_is_sent() throws Exception {
    settings.put("MAIL_FOLDER", folder.resolve("mails").toString());
    settings.put("MAIL_FROM", "bot@example.org");
    try (ScriptedSlack slack =
        new ScriptedSlack(call -> ScriptedSlack.json("{\"ok\":true,\"team\":\"Lakeside\"}"))) {
      settings.put("SLACK_API_URL", slack.uri().toString());

      Database.open(DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("it"))).close();
      List<Finding> findings = examines(new MailAddress("ann@example.org"));

      assertThat(line(findings, "database"))
          .startsWith("ok    database: H2 answers")
          .endsWith("up to date");
      assertThat(line(findings, "socket mode"))
          .isEqualTo("ok    socket mode: the token opens a connection");
      assertThat(line(findings, "encryption key")).startsWith("ok");
      assertThat(line(findings, "slack")).startsWith("ok    slack: the token is good for Lakeside");
      assertThat(line(findings, "mail")).startsWith("ok");
      assertThat(line(findings, "test mail")).startsWith("ok    test mail: was taken for ann@");
      assertThat(line(findings, "public address")).startsWith("FAIL").contains("PUBLIC_URL");
    }
    try (Stream<Path> mails = Files.list(folder.resolve("mails"))) {
      assertThat(mails).hasSize(1);
    }
  }

  @Test
  void looking_makes_no_database_and_changes_no_schema() throws Exception {
    assertThat(line(examines(null), "database"))
        .startsWith("ok")
        .contains("its schema is not there yet, the bot will bring it to V");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .noneMatch(it -> it.startsWith("it"));
    }

    DatabaseUrl url = DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("it"));
    Flyway.configure().dataSource(url.jdbc(), "sa", "").target("9").load().migrate();
    for (int i = 0; i < 2; i++) {
      assertThat(line(examines(null), "database"))
          .startsWith("ok")
          .contains("its schema is at V9, the bot will bring it to V");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_up_to_date_is_known_on_both_databases(Engine engine) {
    DatabaseUrl url = engine.fresh();
    Database database = Database.open(url);
    assertThat(Schema.of(url).isUpToDate()).isTrue();
    database.close();
    engine.giveBack(url);
  }

  @Test
  void what_fails_says_what_to_do() {
    Database database = Database.open(DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("it")));
    database.close();
    examines(null);
    settings.put("ENCRYPTION_KEY", OTHER);
    settings.put("PUBLIC_URL", "http://groundswell.example.org");
    settings.put("SMTP_URL", "smtp://127.0.0.1:1");
    settings.put("MAIL_FROM", "bot@example.org");
    settings.put("IMAP_URL", "imap://bot:secret@127.0.0.1:1/INBOX");

    List<Finding> findings = examines(null);

    assertThat(line(findings, "encryption key")).startsWith("FAIL").contains("Set that one");
    assertThat(line(findings, "slack")).startsWith("FAIL").contains("can't be reached");
    assertThat(line(findings, "public address")).startsWith("FAIL").contains("certificate");
    assertThat(line(findings, "mail")).startsWith("FAIL").contains("SMTP_URL");
    assertThat(line(findings, "mailbox")).startsWith("FAIL").contains("IMAP_URL");
  }

  @Test
  void a_token_that_slack_refuses_is_said() throws Exception {
    try (ScriptedSlack slack =
        new ScriptedSlack(
            call -> ScriptedSlack.json("{\"ok\":false,\"error\":\"invalid_auth\"}"))) {
      settings.put("SLACK_API_URL", slack.uri().toString());

      assertThat(line(examines(null), "slack"))
          .startsWith("FAIL")
          .contains("invalid_auth", "OAuth & Permissions");
      assertThat(line(examines(null), "socket mode"))
          .startsWith("FAIL")
          .contains("SLACK_APP_TOKEN", "connections:write");
    }
  }
}
