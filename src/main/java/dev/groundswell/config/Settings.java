package dev.groundswell.config;

import dev.groundswell.db.DatabaseUrl;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server needs to know, read and checked by {@link SettingsReader}. Secrets are never part
 * of {@link #toString}.
 *
 * @param port where HTTP is served
 * @param publicUrl the address under which the world reaches this server, or null when it has none
 * @param slackApiUrl the Web API, ending in a slash
 * @param smtpUrl the mail server, or null when no mail is sent
 * @param mailFrom the sender of all mail, or null when no mail is sent
 * @param prompts a folder to read the words from, or null for those in the jar
 */
public record Settings(
    int port,
    @Nullable URI publicUrl,
    DatabaseUrl database,
    String slackSigningSecret,
    String slackBotToken,
    URI slackApiUrl,
    @Nullable String smtpUrl,
    @Nullable String mailFrom,
    @Nullable String mailReplyTo,
    @Nullable Path prompts) {

  /** Where to mail through, if mail is set up. */
  public Optional<String> mailServer() {
    return Optional.ofNullable(smtpUrl);
  }

  @Override
  public String toString() {
    return "port " + port + ", " + database + ", Slack at " + slackApiUrl;
  }
}
