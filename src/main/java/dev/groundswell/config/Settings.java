package dev.groundswell.config;

import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.kernel.Money;
import dev.groundswell.vault.MasterKeys;
import java.math.BigDecimal;
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
 * @param slackSigningSecret by which requests over HTTP are checked, or null when there are none
 * @param slackAppToken turns Socket Mode on, or null to be reached over HTTP
 * @param slackApiUrl the Web API, ending in a slash
 * @param slackMessagesPerMinute the most messages that a workspace gets in any minute from this
 *     server
 * @param smtpUrl the mail server, or null when no mail is sent
 * @param mailFrom the sender of all mail, or null when no mail is sent
 * @param prompts a folder to read the words from, or null for those in the jar
 * @param figures who may read {@code /metrics}
 * @param encryptionKey what texts about people are sealed with
 * @param imapUrl the mailbox that bounces and replies come to, or null when none is read
 * @param mailFolder a folder that mails are written to in place of a mail server, or null
 * @param reportBackDays by how many days after their input contributors hear back
 * @param reportBackDaysAfterDecision by how many working days after a decision they hear of it
 * @param grantLimit from which sum on a grant concerns the whole executive team
 * @param checkLinks whether links of the library are visited by night
 */
public record Settings(
    int port,
    @Nullable URI publicUrl,
    DatabaseUrl database,
    @Nullable String slackSigningSecret,
    String slackBotToken,
    @Nullable String slackAppToken,
    URI slackApiUrl,
    int slackMessagesPerMinute,
    @Nullable String smtpUrl,
    @Nullable String mailFrom,
    @Nullable String mailReplyTo,
    @Nullable Path prompts,
    Figures figures,
    MasterKeys encryptionKey,
    @Nullable String imapUrl,
    @Nullable Path mailFolder,
    int reportBackDays,
    int reportBackDaysAfterDecision,
    Money grantLimit,
    boolean checkLinks) {

  /** From here on a grant concerns the whole executive team, unless it is set. */
  public static final Money USUAL_GRANT_LIMIT = new Money(new BigDecimal(250_000), "GBP");

  /** Who may read {@code /metrics}. */
  public enum Figures {
    OFF,
    LOOPBACK,
    OPEN
  }

  /** Where to mail through, if mail is set up. */
  public Optional<String> mailServer() {
    return Optional.ofNullable(smtpUrl);
  }

  /** Where mails are written to as files, if they are not sent. */
  public Optional<Path> mailFiles() {
    return Optional.ofNullable(mailFolder);
  }

  /** The mailbox to read bounces and replies from, if there is one. */
  public Optional<String> mailbox() {
    return Optional.ofNullable(imapUrl);
  }

  /** By what requests over HTTP are checked, if they may come. */
  public Optional<String> signingSecret() {
    return Optional.ofNullable(slackSigningSecret);
  }

  /** The app-level token, if Socket Mode is on. */
  public Optional<String> socketMode() {
    return Optional.ofNullable(slackAppToken);
  }

  @Override
  public String toString() {
    return "port " + port + ", " + database + ", Slack at " + slackApiUrl;
  }
}
