package dev.groundswell.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks Slack who we are, and what we may do. */
public final class SlackCheck {
  private final SlackClients clients;

  public SlackCheck(SlackClients clients) {
    this.clients = clients;
  }

  /**
   * What Slack said.
   *
   * @param problem what is wrong and what to do, or null
   * @param team the name of the workspace; empty when there is a problem
   * @param slackTime the time at Slack, if it was told
   */
  public record Seen(@Nullable String problem, String team, Optional<Instant> slackTime) {}

  /**
   * @param wanted the scopes of the manifest
   */
  public Seen ask(Set<String> wanted) {
    AuthTestResponse said;
    try {
      said = clients.patient().authTest(it -> it);
    } catch (IOException e) {
      return bad("Slack can't be reached. Check the network, and SLACK_API_URL if it is set.");
    } catch (SlackApiException e) {
      return bad("Slack answered with status " + e.getResponse().code() + "; try again later.");
    }
    if (!said.isOk()) {
      return bad(
          "Slack refuses SLACK_BOT_TOKEN (%s). Copy it again from OAuth & Permissions; if the app was"
                  .formatted(said.getError())
              + " removed, install it again.");
    }
    Map<String, List<String>> headers = said.getHttpResponseHeaders();
    Optional<Instant> time = first(headers, "date").flatMap(SlackCheck::instant);
    Set<String> missing = new TreeSet<>(wanted);
    Optional<String> granted = first(headers, "x-oauth-scopes");
    granted.ifPresent(it -> missing.removeAll(Set.copyOf(Arrays.asList(it.split("\\s*,\\s*")))));
    return granted.isPresent() && !missing.isEmpty()
        ? new Seen(
            "These scopes are missing: "
                + String.join(", ", missing)
                + ". Paste config/manifest.yaml into the app again, and reinstall it.",
            said.getTeam(),
            time)
        : new Seen(null, said.getTeam(), time);
  }

  /**
   * Whether Socket Mode can begin with this token.
   *
   * @return what is wrong and what to do; empty if all is well
   */
  public Optional<String> socket(String appToken) {
    try {
      AppsConnectionsOpenResponse said = clients.openConnection(appToken);
      return said.isOk()
          ? Optional.empty()
          : Optional.of(
              "Slack refuses SLACK_APP_TOKEN (%s). It should be xapp-…, an app-level token with"
                      .formatted(said.getError())
                  + " connections:write of this app; and Socket Mode has to be on in the app.");
    } catch (IOException e) {
      return Optional.of(
          "Slack can't be reached. Check the network, and SLACK_API_URL if it is set.");
    } catch (SlackApiException e) {
      return Optional.of(
          "Slack answered with status " + e.getResponse().code() + "; try again later.");
    }
  }

  private static Seen bad(String problem) {
    return new Seen(problem, "", Optional.empty());
  }

  private static Optional<String> first(Map<String, List<String>> headers, String name) {
    return headers == null
        ? Optional.empty()
        : headers.entrySet().stream()
            .filter(it -> name.equalsIgnoreCase(it.getKey()))
            .map(it -> it.getValue().stream().collect(Collectors.joining(",")))
            .findFirst();
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
