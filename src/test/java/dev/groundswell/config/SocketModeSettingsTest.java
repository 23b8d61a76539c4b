package dev.groundswell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.Team;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketModeSettingsTest {
  private static final String SECRET = "8f742231b10e8888abcd99aaa00085a5";

  private static Settings read(String... namesAndValues) {
    return readWith("", namesAndValues);
  }

  private static Settings readWith(String file, String... namesAndValues) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLACK_BOT_TOKEN", "xoxb-1");
    environment.put("ENCRYPTION_KEY", Team.ENCRYPTION_KEY);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return SettingsReader.of(environment, file).forServer();
  }

  @Test
  void socket_mode_needs_no_signing_secret() {
    Settings settings = read("SLACK_APP_TOKEN", "xapp-1-A1");

    assertThat(settings.socketMode()).contains("xapp-1-A1");
    assertThat(settings.signingSecret()).isEmpty();
    assertThat(settings.toString()).doesNotContain("xapp").doesNotContain("xoxb");
  }

  @Test
  void without_socket_mode_the_signing_secret_is_needed_and_the_way_out_is_named() {
    assertThatThrownBy(() -> read())
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith("SLACK_SIGNING_SECRET is missing;")
        .hasMessageContaining("SLACK_APP_TOKEN")
        .hasMessageNotContaining("\n");
  }

  @Test
  void both_doors_may_be_open() {
    Settings settings = read("SLACK_APP_TOKEN", "xapp-1-A1", "SLACK_SIGNING_SECRET", SECRET);

    assertThat(settings.socketMode()).isPresent();
    assertThat(settings.signingSecret()).contains(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xoxb-in-the-wrong-place", "xapp-", "xapp-1 A1"})
  void an_app_token_of_another_shape_is_named_and_not_shown(String token) {
    assertThatThrownBy(() -> read("SLACK_APP_TOKEN", token))
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith("SLACK_APP_TOKEN should be xapp-…")
        .hasMessageNotContaining(token + " ")
        .hasMessageNotContaining("wrong-place");
  }

  @ParameterizedTest
  @CsvSource({"off, OFF", "loopback, LOOPBACK", "Open, OPEN"})
  void who_may_read_the_figures(String written, Settings.Figures figures) {
    assertThat(read("SLACK_SIGNING_SECRET", SECRET, "METRICS", written).figures())
        .isEqualTo(figures);
  }

  @Test
  void the_figures_are_for_this_machine_only_unless_said_otherwise() {
    assertThat(read("SLACK_SIGNING_SECRET", SECRET).figures()).isEqualTo(Settings.Figures.LOOPBACK);
    assertThat(readWith("METRICS: off\n", "SLACK_SIGNING_SECRET", SECRET).figures())
        .isEqualTo(Settings.Figures.OFF);
    assertThatThrownBy(() -> read("SLACK_SIGNING_SECRET", SECRET, "METRICS", "yes"))
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith("METRICS should be off, loopback")
        .hasMessageNotContaining("\n");
  }
}
