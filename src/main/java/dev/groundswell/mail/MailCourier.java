package dev.groundswell.mail;

import dev.groundswell.feedback.Letter;
import dev.groundswell.feedback.Letters;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.outbox.Sender;
import dev.groundswell.sponsor.DigestLetter;
import dev.groundswell.sponsor.DigestLetters;
import dev.groundswell.sponsor.Subscriptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Mails what the outbox holds. Mail has no look-back: an unknown end is put to a person. */
public final class MailCourier implements Sender {
  private final MailOut sender;
  private final DigestLetters digestLetters;
  private final SponsorMail sponsorMail;
  private final Subscriptions subscriptions;
  private final Letters letters;
  private final ReportBackMail reportBackMail;

  public MailCourier(
      MailOut sender,
      DigestLetters digestLetters,
      Subscriptions subscriptions,
      SponsorMail sponsorMail,
      Letters letters,
      ReportBackMail reportBackMail) {
    this.sender = sender;
    this.digestLetters = digestLetters;
    this.subscriptions = subscriptions;
    this.sponsorMail = sponsorMail;
    this.letters = letters;
    this.reportBackMail = reportBackMail;
  }

  @Override
  public Outgoing.Medium medium() {
    return Outgoing.Medium.MAIL;
  }

  /** Each step of the talk with a slow server may take half a minute. */
  @Override
  public Duration longestCall() {
    return Duration.ofMinutes(6);
  }

  @Override
  public int atATime() {
    return 4;
  }

  @Override
  public SendResult send(Outgoing message, BooleanSupplier stillOurs) {
    Item item = message.items().get(0);
    if (item.kind().equals(ReportBacks.MAILED) || item.kind().equals(ReportBacks.WEIGHING)) {
      return sendReportBack(message, item, stillOurs);
    }
    Optional<MailMessage> mail = Optional.empty();
    if (item.kind().equals(Subscriptions.ASK)) {
      mail = subscriptions.question(message.workspace(), item.subject()).map(sponsorMail::of);
    } else if (item.kind().equals(DigestLetters.DIGEST) || item.kind().equals(DigestLetters.TEST)) {
      DigestLetter letter = digestLetters.letter(message.workspace(), item);
      if (letter instanceof DigestLetter.NotWanted not) {
        return new SendResult.Cancelled(not.why());
      } else if (letter instanceof DigestLetter.Ready ready) {
        mail = Optional.of(sponsorMail.of(ready, item.subject()));
      }
    } else {
      return new SendResult.Cancelled("nobody has words for " + item.kind());
    }
    if (mail.isEmpty()) {
      return new SendResult.Cancelled("the sponsor is gone, or has answered");
    }
    return stillOurs.getAsBoolean() ? sender.send(mail.get()) : SendResult.tooLate();
  }

  private SendResult sendReportBack(Outgoing message, Item item, BooleanSupplier stillOurs) {
    Letter letter = letters.find(message.workspace(), item);
    if (letter instanceof Letter.NotWanted not) {
      return new SendResult.Cancelled(not.why());
    } else if (letter instanceof Letter.Wanted wanted) {
      Optional<MailAddress> to = letters.address(wanted.input());
      if (to.isEmpty()) {
        return new SendResult.Cancelled("there is no address any more");
      }
      MailMessage mail = reportBackMail.of(message.workspace(), wanted, to.get());
      return stillOurs.getAsBoolean() ? sender.send(mail) : SendResult.tooLate();
    }
    throw new AssertionError(letter);
  }

  @Override
  public LookBack lookBack(Outgoing message) {
    return new LookBack.NeverTells("Groundswell was stopped while it was handing the mail over.");
  }
}
