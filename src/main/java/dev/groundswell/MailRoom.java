package dev.groundswell;

import dev.groundswell.config.Settings;
import dev.groundswell.feedback.Letters;
import dev.groundswell.mail.ImapServer;
import dev.groundswell.mail.MailCourier;
import dev.groundswell.mail.MailFolder;
import dev.groundswell.mail.MailIdentity;
import dev.groundswell.mail.MailOut;
import dev.groundswell.mail.MailSender;
import dev.groundswell.mail.MailboxReader;
import dev.groundswell.mail.ReportBackMail;
import dev.groundswell.mail.SmtpServer;
import dev.groundswell.mail.SponsorMail;
import dev.groundswell.mail.Timeouts;
import dev.groundswell.outbox.Sender;
import dev.groundswell.people.People;
import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.Correspondence;
import dev.groundswell.sponsor.DigestLetters;
import dev.groundswell.sponsor.Mailing;
import dev.groundswell.sponsor.Subscriptions;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mail that goes out, as the settings have it. */
final class MailRoom implements AutoCloseable {
  private final @Nullable MailOut out;
  private final @Nullable MailCourier courier;

  MailRoom(
      Settings settings,
      Words words,
      People people,
      DigestLetters digestLetters,
      Subscriptions subscriptions,
      Letters letters,
      Clock clock) {
    Optional<MailOut> way = out(settings, clock);
    out = way.orElse(null);
    courier =
        way.map(
                it ->
                    new MailCourier(
                        it,
                        digestLetters,
                        subscriptions,
                        mails(settings, words, subscriptions),
                        letters,
                        new ReportBackMail(words, people, identity(settings).address().domain())))
            .orElse(null);
  }

  private static SponsorMail mails(Settings settings, Words words, Subscriptions subscriptions) {
    MailIdentity from = identity(settings);
    return new SponsorMail(
        words,
        subscriptions,
        from.address().domain(),
        settings.mailbox().isPresent() ? from.repliesTo() : null);
  }

  static Mailing mailing(Settings settings) {
    return new Mailing(
        settings.mailServer().isPresent() || settings.mailFiles().isPresent(),
        settings.publicUrl());
  }

  /** Where mails go, if anywhere. */
  static Optional<MailOut> out(Settings settings, Clock clock) {
    return settings
        .mailServer()
        .<MailOut>map(
            url ->
                new MailSender(
                    SmtpServer.parse(url), identity(settings), clock, Timeouts.standard()))
        .or(() -> settings.mailFiles().map(it -> new MailFolder(it, identity(settings), clock)));
  }

  /** Whoever looks into the mailbox, if there is one. */
  static Optional<MailboxReader> reader(
      Settings settings, Correspondence correspondence, Clock wallClock) {
    return settings
        .mailbox()
        .map(
            url ->
                new MailboxReader(
                    ImapServer.parse(url), Timeouts.standard(), correspondence, wallClock));
  }

  private static MailIdentity identity(Settings settings) {
    return MailIdentity.parse(String.valueOf(settings.mailFrom()), settings.mailReplyTo());
  }

  Optional<Sender> courier() {
    return Optional.ofNullable(courier);
  }

  @Override
  public void close() {
    if (out != null) {
      out.close();
    }
  }
}
