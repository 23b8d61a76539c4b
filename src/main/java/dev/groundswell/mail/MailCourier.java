package dev.groundswell.mail;

import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.outbox.Sender;
import dev.groundswell.sponsor.Digests;
import dev.groundswell.sponsor.Letter;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Mails what the outbox holds. Mail has no look-back: an unknown end is put to a person. */
public final class MailCourier implements Sender {
  private final MailSender sender;
  private final Digests digests;
  private final DigestMail digestMail;

  public MailCourier(MailSender sender, Digests digests, DigestMail digestMail) {
    this.sender = sender;
    this.digests = digests;
    this.digestMail = digestMail;
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
    if (!item.kind().equals(Digests.DIGEST) && !item.kind().equals(Digests.TEST)) {
      return new SendResult.Cancelled("nobody has words for " + item.kind());
    }
    Letter letter = digests.letter(message.workspace(), item);
    if (letter instanceof Letter.NotWanted not) {
      return new SendResult.Cancelled(not.why());
    } else if (!(letter instanceof Letter.Ready)) {
      throw new AssertionError(letter);
    }
    MailMessage mail = digestMail.of((Letter.Ready) letter);
    return stillOurs.getAsBoolean() ? sender.send(mail) : SendResult.tooLate();
  }

  @Override
  public LookBack lookBack(Outgoing message) {
    return new LookBack.NeverTells("Groundswell was stopped while it was handing the mail over.");
  }
}
