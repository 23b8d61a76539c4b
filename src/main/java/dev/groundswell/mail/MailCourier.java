package dev.groundswell.mail;

import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.outbox.Sender;
import dev.groundswell.sponsor.Digests;
import dev.groundswell.sponsor.Letter;
import dev.groundswell.sponsor.Subscriptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Mails what the outbox holds. Mail has no look-back: an unknown end is put to a person. */
public final class MailCourier implements Sender {
  private final MailOut sender;
  private final Digests digests;
  private final Subscriptions subscriptions;
  private final SponsorMail mails;

  public MailCourier(
      MailOut sender, Digests digests, Subscriptions subscriptions, SponsorMail mails) {
    this.sender = sender;
    this.digests = digests;
    this.subscriptions = subscriptions;
    this.mails = mails;
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
  public SendResult send(Outgoing message, BooleanSupplier stillOurs) {
    Item item = message.items().get(0);
    Optional<MailMessage> mail = Optional.empty();
    if (item.kind().equals(Subscriptions.ASK)) {
      mail = subscriptions.question(message.workspace(), item.subject()).map(mails::of);
    } else if (item.kind().equals(Digests.DIGEST) || item.kind().equals(Digests.TEST)) {
      Letter letter = digests.letter(message.workspace(), item);
      if (letter instanceof Letter.NotWanted not) {
        return new SendResult.Cancelled(not.why());
      } else if (letter instanceof Letter.Ready ready) {
        mail = Optional.of(mails.of(ready));
      }
    } else {
      return new SendResult.Cancelled("nobody has words for " + item.kind());
    }
    if (mail.isEmpty()) {
      return new SendResult.Cancelled("the sponsor is gone, or has answered");
    }
    return stillOurs.getAsBoolean() ? sender.send(mail.get()) : SendResult.tooLate();
  }

  @Override
  public LookBack lookBack(Outgoing message) {
    return new LookBack.NeverTells("Groundswell was stopped while it was handing the mail over.");
  }
}
