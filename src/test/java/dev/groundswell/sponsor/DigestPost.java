package dev.groundswell.sponsor;

import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.outbox.Sender;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Mails digests as the courier does, and remembers what went and what was not wanted any more. */
final class DigestPost implements Sender {
  final List<DigestLetter.Ready> went = new ArrayList<>();
  final List<String> notWanted = new ArrayList<>();
  private final DigestLetters letters;
  private final Deque<SendResult> ends = new ArrayDeque<>();

  DigestPost(DigestLetters letters) {
    this.letters = letters;
  }

  /** The next digest ends so. */
  void then(SendResult end) {
    ends.add(end);
  }

  @Override
  public SendResult send(Outgoing message, BooleanSupplier stillOurs) {
    Item item = message.items().get(0);
    if (!item.kind().equals(DigestLetters.DIGEST)) {
      return new SendResult.Sent("other");
    }
    DigestLetter letter = letters.letter(message.workspace(), item);
    if (letter instanceof DigestLetter.NotWanted not) {
      notWanted.add(not.why());
      return new SendResult.Cancelled(not.why());
    }
    SendResult end = ends.isEmpty() ? new SendResult.Sent("digest") : ends.remove();
    if (end instanceof SendResult.Sent) {
      went.add((DigestLetter.Ready) letter);
    }
    return end;
  }

  @Override
  public Outgoing.Medium medium() {
    return Outgoing.Medium.MAIL;
  }

  @Override
  public Duration longestCall() {
    return Duration.ofMinutes(6);
  }

  @Override
  public int atATime() {
    return 1;
  }

  @Override
  public LookBack lookBack(Outgoing message) {
    return new LookBack.NotThere();
  }
}
