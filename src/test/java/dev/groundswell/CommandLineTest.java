package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody types on the machine that Groundswell runs on, in processes of their own. */
@Tag("jdk")
class CommandLineTest {
  private static final String OTHER = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

  private final Path folder;

  CommandLineTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Ended(int code, String said) {}

  private Ended run(Map<String, String> settings, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.groundswell.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(settings);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said.strip());
  }

  private Database sealedDatabase() {
    Database database =
        Database.open(DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("data/groundswell")));
    Vault.unlock(database, Team.KEYS, Clock.systemUTC());
    return database;
  }

  @Test
  void a_wrong_encryption_key_stops_the_start_with_one_line_and_shows_no_key() throws Exception {
    sealedDatabase().close();

    Ended ended =
        run(
            Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_APP_TOKEN", "xapp-1",
                "ENCRYPTION_KEY", OTHER),
            "serve");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.said())
        .startsWith("ENCRYPTION_KEY is not the one")
        .contains("the new one, a comma, and the old one")
        .hasLineCount(1)
        .doesNotContain(OTHER, Team.ENCRYPTION_KEY);
  }

  @Test
  void a_key_is_changed_without_losing_anything() throws Exception {
    sealedDatabase().close();

    Ended ended = run(Map.of("ENCRYPTION_KEY", OTHER + "," + Team.ENCRYPTION_KEY), "rekey");

    assertThat(ended.said()).contains("1 key was wrapped anew. Take the old one out");
    assertThat(ended.code()).isZero();
    assertThat(run(Map.of("ENCRYPTION_KEY", OTHER), "rekey").said()).contains("already");
    assertThat(run(Map.of("ENCRYPTION_KEY", Team.ENCRYPTION_KEY), "rekey").code()).isEqualTo(2);
  }

  @Test
  void while_a_server_holds_the_file_the_line_says_so() throws Exception {
    try (Database database = sealedDatabase()) {
      assertThat(database.answers()).isTrue();

      Ended ended =
          run(
              Map.of("ENCRYPTION_KEY", Team.ENCRYPTION_KEY),
              "erase",
              "--workspace",
              "T0HERE",
              "--name",
              "Ben");

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.said()).contains("stop that Groundswell first").doesNotContain("at dev.");
    }
  }

  @Test
  void somebody_who_is_not_there_is_said_to_be_unknown() throws Exception {
    sealedDatabase().close();

    Ended ended =
        run(
            Map.of("ENCRYPTION_KEY", Team.ENCRYPTION_KEY),
            "erase",
            "--workspace",
            "T0HERE",
            "--user",
            "U0BEN",
            "--yes");

    assertThat(ended.said()).contains("Nothing is kept about them in that workspace.");
    assertThat(run(Map.of(), "erase", "--workspace", "T0HERE").code()).isEqualTo(2);
  }
}
