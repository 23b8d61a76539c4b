package dev.groundswell.mail;

import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.outbox.Sender;
import dev.groundswell.sponsor.Sponsors;
import dev.groundswell.sponsor.Subscriptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Mails what the outbox holds. Mail has no look-back: an unknown end is put to a person. */
public final class MailCourier implements Sender {
  private final MailOut sender;
  private final Sponsors sponsors;
  private final Subscriptions subscriptions;
  private final SponsorMail mails;

  public MailCourier(
      MailOut sender, Sponsors sponsors, Subscriptions subscriptions, SponsorMail mails) {
    this.sender = sender;
    this.sponsors = sponsors;
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
    if (!item.kind().equals(Sponsors.DIGEST) && !item.kind().equals(Subscriptions.ASK)) {
      return new SendResult.Cancelled("nobody has words for " + item.kind());
    }
    Optional<MailMessage> mail =
        item.kind().equals(Sponsors.DIGEST)
            ? sponsors.compose(message.workspace(), item.subject()).flatMap(mails::of)
            : subscriptions.question(message.workspace(), item.subject()).map(mails::of);
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
