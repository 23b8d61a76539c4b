package dev.groundswell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.Team;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Map<String, String> ENOUGH =
      Map.of(
          "SLACK_SIGNING_SECRET",
          SECRET,
          "SLACK_BOT_TOKEN",
          "xoxb-1-2-abc",
          "ENCRYPTION_KEY",
          Team.ENCRYPTION_KEY);

  private static Map<String, String> enoughWith(String name, String value) {
    Map<String, String> environment = new HashMap<>(ENOUGH);
    environment.put(name, value);
    return environment;
  }

  private static Settings read(Map<String, String> environment) {
    return SettingsReader.of(environment, "").forServer();
  }

  @Test
  void three_settings_are_enough() {
    Settings settings = read(ENOUGH);

    assertThat(settings.port()).isEqualTo(3000);
    assertThat(settings.slackSigningSecret()).isEqualTo(SECRET);
    assertThat(settings.slackBotToken()).isEqualTo("xoxb-1-2-abc");
    assertThat(settings.slackApiUrl()).isEqualTo(URI.create("https://slack.com/api/"));
    assertThat(settings.database().jdbc()).startsWith("jdbc:h2:file:./data/groundswell;");
    assertThat(settings.publicUrl()).isNull();
    assertThat(settings.mailServer()).isEmpty();
    assertThat(settings.prompts()).isNull();
  }

  @Test
  void links_are_visited_only_where_that_is_wanted() {
    assertThat(read(ENOUGH).checkLinks()).isFalse();
    assertThat(read(enoughWith("CHECK_LINKS", "on")).checkLinks()).isTrue();
    assertThat(read(enoughWith("CHECK_LINKS", "Off")).checkLinks()).isFalse();
    assertThatThrownBy(() -> read(enoughWith("CHECK_LINKS", "yes")))
        .hasMessageContaining("CHECK_LINKS should be on, or off");
  }

  @Test
  void all_can_be_set() {
    Map<String, String> environment = new HashMap<>(ENOUGH);
    environment.putAll(
        Map.of(
            "PORT", " 8080 ",
            "PUBLIC_URL", "https://groundswell.example.org",
            "DATABASE_URL", "postgres://ann:secret@db/ground",
            "SLACK_API_URL", "http://localhost:3001/api",
            "SMTP_URL", "smtp://localhost:2525?starttls=off",
            "MAIL_FROM", "Groundswell <bot@example.org>",
            "MAIL_REPLY_TO", "team@example.org",
            "IMAP_URL", "imaps://ann:secret@mail.example.org",
            "PROMPTS_DIR", "./prompts"));
    Settings settings = read(environment);

    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.publicUrl()).isEqualTo(URI.create("https://groundswell.example.org"));
    assertThat(settings.database().jdbc()).isEqualTo("jdbc:postgresql://db/ground");
    assertThat(settings.slackApiUrl()).isEqualTo(URI.create("http://localhost:3001/api/"));
    assertThat(settings.mailServer()).contains("smtp://localhost:2525?starttls=off");
    assertThat(settings.mailFrom()).isEqualTo("Groundswell <bot@example.org>");
    assertThat(settings.mailReplyTo()).isEqualTo("team@example.org");
    assertThat(settings.prompts()).isEqualTo(Path.of("./prompts"));
    assertThat(settings.mailbox()).contains("imaps://ann:secret@mail.example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SLACK_SIGNING_SECRET | SLACK_SIGNING_SECRET is missing; it should be the 32 characters under Basic Information (or set SLACK_APP_TOKEN for Socket Mode)
          SLACK_BOT_TOKEN      | SLACK_BOT_TOKEN is missing; it should be xoxb-…, from OAuth & Permissions
          ENCRYPTION_KEY       | ENCRYPTION_KEY is missing; make one with openssl rand -base64 32, and keep it apart from the database: without it addresses and notes are lost
          """)
  void a_missing_setting_is_named_with_its_shape(String name, String line) {
    Map<String, String> environment = new HashMap<>(ENOUGH);
    environment.remove(name);
    assertThatThrownBy(() -> read(environment)).isInstanceOf(BadSetting.class).hasMessage(line);

    environment.put(name, "   ");
    assertThatThrownBy(() -> read(environment)).isInstanceOf(BadSetting.class).hasMessage(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PORT                 | http                   | PORT should be a number from 1 to 65535, such as 3000
          PORT                 | 0                      | PORT should be a number from 1 to 65535, such as 3000
          PORT                 | 65536                  | PORT should be a number from 1 to 65535, such as 3000
          PORT                 | -1                     | PORT should be a number from 1 to 65535, such as 3000
          PORT                 | 99999999999            | PORT should be a number from 1 to 65535, such as 3000
          PUBLIC_URL           | groundswell.example    | PUBLIC_URL should look like https://groundswell.example.org
          PUBLIC_URL           | ftp://groundswell.org  | PUBLIC_URL should look like https://groundswell.example.org
          PUBLIC_URL           | https:// x             | PUBLIC_URL should look like https://groundswell.example.org
          PUBLIC_URL           | https:///path          | PUBLIC_URL should look like https://groundswell.example.org
          SLACK_API_URL        | slack.com/api          | SLACK_API_URL should look like https://slack.com/api/
          SLACK_API_URL        | https://sl ack.com/api | SLACK_API_URL should look like https://slack.com/api/
          SLACK_API_URL        | https:///api           | SLACK_API_URL should look like https://slack.com/api/
          SLACK_SIGNING_SECRET | hunter2                | SLACK_SIGNING_SECRET should be the 32 characters under Basic Information
          SLACK_SIGNING_SECRET | xoxb-hunter2-hunter2-x | SLACK_SIGNING_SECRET should be the 32 characters under Basic Information
          SLACK_BOT_TOKEN      | hunter2                | SLACK_BOT_TOKEN should be xoxb-…, from OAuth & Permissions
          SLACK_BOT_TOKEN      | xoxp-hunter2           | SLACK_BOT_TOKEN should be xoxb-…, from OAuth & Permissions
          ENCRYPTION_KEY       | hunter2                | ENCRYPTION_KEY should be 32 random bytes in base64, as openssl rand -base64 32 prints them; while you change it, the new one, a comma, and the old one
          DATABASE_URL         | mysql://a:hunter2@h/d  | DATABASE_URL should look like jdbc:h2:file:./data/groundswell or postgres://user:password@host:5432/groundswell
          """)
  void a_wrong_setting_is_named_with_its_shape_and_never_shown(
      String name, String value, String line) {
    assertThatThrownBy(() -> read(enoughWith(name, value)))
        .isInstanceOf(BadSetting.class)
        .hasMessage(line)
        .hasNoCause();
  }

  @Test
  void a_mail_server_needs_a_sender() {
    assertThatThrownBy(() -> read(enoughWith("SMTP_URL", "smtp://ann:hunter2@localhost")))
        .isInstanceOf(BadSetting.class)
        .hasMessage(
            "MAIL_FROM is missing; it should look like Groundswell <groundswell@example.org>");
  }

  @Test
  void mails_go_to_a_server_or_into_a_folder() {
    Map<String, String> environment = enoughWith("MAIL_FOLDER", "./mails");
    environment.put("MAIL_FROM", "bot@example.org");
    assertThat(read(environment).mailFiles()).contains(Path.of("./mails"));

    environment.put("SMTP_URL", "smtp://localhost");
    assertThatThrownBy(() -> read(environment))
        .isInstanceOf(BadSetting.class)
        .hasMessage(
            "MAIL_FOLDER is for trying things out without a mail server; remove it or SMTP_URL");
  }

  @Test
  void a_file_can_hold_them_and_the_environment_wins() {
    String file =
        """
        # our server
        PORT: 4000
        SLACK_SIGNING_SECRET: %s
        SLACK_BOT_TOKEN: "xoxb-from-the-file"
        ENCRYPTION_KEY: %s
        """
            .formatted(SECRET, Team.ENCRYPTION_KEY);

    Settings settings = SettingsReader.of(Map.of("PORT", "5000"), file).forServer();

    assertThat(settings.port()).isEqualTo(5000);
    assertThat(settings.slackBotToken()).isEqualTo("xoxb-from-the-file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01234567012345670123456701234567", // would be octal
        "12345678901234567890123456789012",
        "12345678901234567890123456789e12", // would be a float
        "0x345678901234567890123456789012"
      })
  void a_secret_in_the_file_is_read_as_it_stands(String secret) {
    String file =
        "SLACK_SIGNING_SECRET: "
            + secret
            + "\nSLACK_BOT_TOKEN: xoxb-1\nENCRYPTION_KEY: "
            + Team.ENCRYPTION_KEY;
    if (secret.startsWith("0x")) {
      assertThatThrownBy(() -> SettingsReader.of(Map.of(), file).forServer())
          .hasMessageStartingWith("SLACK_SIGNING_SECRET should be");
    } else {
      assertThat(SettingsReader.of(Map.of(), file).forServer().slackSigningSecret())
          .isEqualTo(secret);
    }
  }

  @Test
  void a_name_without_a_value_in_the_file_is_not_set() {
    Settings settings = SettingsReader.of(ENOUGH, "SMTP_URL:\nPORT:\nPUBLIC_URL: \n").forServer();

    assertThat(settings.mailServer()).isEmpty();
    assertThat(settings.port()).isEqualTo(3000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PORT: 'hunter2                  | config/groundswell.yaml can't be read at line 1; it should have one NAME: value on each line
          PORT: 1\\n  hunter2: 3           | config/groundswell.yaml can't be read at line 2; it should have one NAME: value on each line
          SLACK_BOT_TOKEN: @hunter2       | config/groundswell.yaml can't be read at line 1; it should have one NAME: value on each line
          - hunter2                       | config/groundswell.yaml can't be used at line 1; it should have one NAME: value on each line
          hunter2                         | config/groundswell.yaml can't be used at line 1; it should have one NAME: value on each line
          PORT: 3\\nSLACK: {TOKEN: hunter2} | config/groundswell.yaml can't be used at line 2; it should have one NAME: value on each line
          """)
  void a_broken_file_is_one_line_without_what_stands_in_it(String file, String line) {
    assertThatThrownBy(() -> SettingsReader.of(ENOUGH, file.replace("\\n", "\n")))
        .isInstanceOf(BadSetting.class)
        .hasMessage(line)
        .hasNoCause();
  }

  @Test
  void the_settings_show_no_secret() {
    Map<String, String> environment = new HashMap<>(ENOUGH);
    environment.put("DATABASE_URL", "postgres://ann:hunter2@db/ground");
    environment.put("SMTP_URL", "smtp://ann:hunter2@localhost");
    environment.put("MAIL_FROM", "bot@example.org");

    assertThat(read(environment).toString())
        .doesNotContain(SECRET, "xoxb", "hunter2", "ann", Team.ENCRYPTION_KEY);
  }
}
