package dev.groundswell;

import dev.groundswell.config.BadSetting;
import dev.groundswell.config.Manifest;
import dev.groundswell.config.Settings;
import dev.groundswell.config.SettingsReader;
import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUnavailable;
import dev.groundswell.db.Schema;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.mail.ImapServer;
import dev.groundswell.mail.MailOut;
import dev.groundswell.mail.MailboxCheck;
import dev.groundswell.mail.TestMail;
import dev.groundswell.mail.Timeouts;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.slack.SlackCheck;
import dev.groundswell.slack.SlackClients;
import dev.groundswell.vault.Vault;
import dev.groundswell.vault.VaultLocked;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Looks at each part that Groundswell needs, and says for each that fails what to do. */
final class Doctor {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(1);

  private final SettingsReader reader;
  private final Clock clock;
  private final RandomGenerator random;
  private final List<Finding> findings = new ArrayList<>();

  Doctor(SettingsReader reader, Clock clock, RandomGenerator random) {
    this.reader = reader;
    this.clock = clock;
    this.random = random;
  }

  /** How one part does. */
  record Finding(String part, boolean isWell, String words) {
    String line() {
      return (isWell ? "ok    " : "FAIL  ") + part + ": " + words;
    }
  }

  /**
   * @param mailTo where to send a test mail, or null for none
   */
  List<Finding> examine(@Nullable MailAddress mailTo) {
    Settings settings;
    try {
      settings = reader.forServer();
    } catch (BadSetting e) {
      failed("settings", String.valueOf(e.getMessage()));
      return findings;
    }
    well("settings", "read");
    database(settings);
    slack(settings);
    publicAddress(settings);
    mail(settings, mailTo);
    mailbox(settings);
    return findings;
  }

  private void database(Settings settings) {
    Schema schema;
    try {
      schema = Schema.of(settings.database());
    } catch (DatabaseUnavailable e) {
      failed("database", String.valueOf(e.getMessage()));
      return;
    }
    if (!schema.isUpToDate()) {
      well(
          "database",
          "%s answers; its schema is %s, the bot will bring it to %s when it starts"
              .formatted(
                  settings.database(),
                  schema.at().isEmpty() ? "not there yet" : "at " + schema.at(),
                  schema.wanted()));
      well("encryption key", "is a key; whether it opens what is sealed is seen at the start");
      return;
    }
    try (Database database = Database.open(settings.database())) {
      well("database", settings.database() + " answers, and its schema is up to date");
      Vault.unlock(database, settings.encryptionKey(), clock);
      well("encryption key", "opens what is sealed");
    } catch (DatabaseUnavailable e) {
      failed("database", String.valueOf(e.getMessage()));
    } catch (VaultLocked e) {
      failed("encryption key", String.valueOf(e.getMessage()));
    }
  }

  private void slack(Settings settings) {
    try (SlackClients clients =
        new SlackClients(settings.slackApiUrl(), settings.slackBotToken())) {
      Instant before = clock.instant();
      SlackCheck.Seen seen = new SlackCheck(clients).ask(Manifest.ofTheHouse().scopes());
      String problem = seen.problem();
      if (problem == null) {
        well("slack", "the token is good for " + seen.team() + ", with every scope");
      } else {
        failed("slack", problem);
      }
      seen.slackTime().ifPresent(it -> time(before, it));
      settings.socketMode().ifPresent(token -> socket(clients, token));
    }
  }

  private void socket(SlackClients clients, String token) {
    Optional<String> problem = new SlackCheck(clients).socket(token);
    report("socket mode", problem.isEmpty(), problem.orElse("the token opens a connection"));
  }

  /** Slack refuses what is signed more than five minutes away, and so do we. */
  private void time(Instant here, Instant atSlack) {
    Duration apart = Duration.between(here, atSlack).abs();
    if (apart.compareTo(CLOCKS_MAY_DIFFER) > 0) {
      failed(
          "clock",
          "it differs from Slack's by %d seconds. Set this machine's clock, best by NTP."
              .formatted(apart.toSeconds()));
    } else {
      well("clock", "agrees with Slack's");
    }
  }

  private void publicAddress(Settings settings) {
    URI url = settings.publicUrl();
    if (url == null) {
      report(
          "public address",
          !MailRoom.mailing(settings).isSetUp(),
          "PUBLIC_URL is not set, so no digests are mailed: sponsors could not unsubscribe.");
    } else if (!MailRoom.mailing(settings).hasPublicAddress()) {
      failed(
          "public address",
          "PUBLIC_URL is not https, so no digests are mailed. Put a server with a certificate in"
              + " front of Groundswell.");
    } else {
      reach(url);
    }
  }

  private void reach(URI url) {
    try {
      int status =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(url.toString().replaceFirst("/+$", "") + "/healthz"))
                      .timeout(PATIENCE)
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      report(
          "public address",
          status == 200,
          status == 200
              ? "leads to a Groundswell that runs"
              : "answers with status "
                  + status
                  + ", where a running Groundswell would with 200."
                  + " Check what stands in front of it.");
    } catch (IOException e) {
      failed(
          "public address",
          "can't be reached from here. Check PUBLIC_URL, its certificate, and that Groundswell"
              + " runs.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void mail(Settings settings, @Nullable MailAddress mailTo) {
    Optional<MailOut> out;
    try {
      out = MailRoom.out(settings, clock);
    } catch (IllegalArgumentException e) {
      failed("mail", String.valueOf(e.getMessage()));
      return;
    }
    if (out.isEmpty()) {
      report("mail", mailTo == null, "not set up (SMTP_URL, MAIL_FROM), so no digests are mailed");
      return;
    }
    try (MailOut way = out.get()) {
      Optional<String> problem = way.check();
      report("mail", problem.isEmpty(), problem.orElse("connects, encrypts and logs in as set"));
      if (problem.isEmpty() && mailTo != null) {
        SendResult end = way.send(TestMail.to(mailTo, new Ids(clock, random).next().toString()));
        report("test mail", end instanceof SendResult.Sent, words(end, mailTo));
      }
    }
  }

  private static String words(SendResult end, MailAddress to) {
    if (end instanceof SendResult.Sent) {
      return "was taken for " + to + "; look whether it is there, and not among the spam";
    } else if (end instanceof SendResult.TryAgain again) {
      return again.why();
    } else if (end instanceof SendResult.GivenUp givenUp) {
      return givenUp.why();
    } else if (end instanceof SendResult.Unknown unknown) {
      return unknown.why();
    } else if (end instanceof SendResult.Cancelled cancelled) {
      return cancelled.why();
    }
    throw new AssertionError(end);
  }

  private void mailbox(Settings settings) {
    settings
        .mailbox()
        .ifPresent(
            url -> {
              try {
                Optional<String> problem =
                    MailboxCheck.of(ImapServer.parse(url), Timeouts.standard());
                report("mailbox", problem.isEmpty(), problem.orElse("can be read"));
              } catch (IllegalArgumentException e) {
                failed("mailbox", String.valueOf(e.getMessage()));
              }
            });
  }

  private void well(String part, String words) {
    report(part, true, words);
  }

  private void failed(String part, String words) {
    report(part, false, words);
  }

  private void report(String part, boolean isWell, String words) {
    findings.add(new Finding(part, isWell, words));
  }
}
