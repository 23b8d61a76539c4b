package dev.groundswell.mail;

import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.outbox.Sender;
import dev.groundswell.sponsor.Sponsors;
import java.time.Instant;
import java.util.Optional;

/** Mails what the outbox holds. Mail has no look-back: an unknown end is put to a person. */
public final class MailCourier implements Sender {
  private final MailSender sender;
  private final Sponsors sponsors;
  private final DigestMail digestMail;

  public MailCourier(MailSender sender, Sponsors sponsors, DigestMail digestMail) {
    this.sender = sender;
    this.sponsors = sponsors;
    this.digestMail = digestMail;
  }

  @Override
  public Outgoing.Medium medium() {
    return Outgoing.Medium.MAIL;
  }

  @Override
  public SendResult send(Outgoing message, Instant now) {
    Item item = message.items().get(0);
    if (!item.kind().equals(Sponsors.DIGEST)) {
      return new SendResult.Cancelled("nobody has words for " + item.kind());
    }
    Optional<MailMessage> mail =
        sponsors.compose(message.workspace(), item.subject()).map(digestMail::of);
    return mail.isPresent()
        ? sender.send(mail.get())
        : new SendResult.Cancelled("the sponsor is not there any more");
  }

  @Override
  public LookBack lookBack(Outgoing message) {
    return new LookBack.NeverTells("Groundswell was stopped while it was handing the mail over.");
  }
}
