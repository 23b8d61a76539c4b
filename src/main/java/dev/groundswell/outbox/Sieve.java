package dev.groundswell.outbox;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.Ids;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Quiet.Hush;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a claimed message what nothing is to be said about now. What waits for the end of a
 * pause gets a message of its own, so that the rest can go.
 */
final class Sieve {
  private final Ids ids;
  private final Quiet quiet;

  Sieve(Ids ids, Quiet quiet) {
    this.ids = ids;
    this.quiet = quiet;
  }

  /**
   * A message that was claimed.
   *
   * @param instead how it ends without a call; null if it is to be sent
   */
  record Taken(Outgoing message, @Nullable SendResult instead) {}

  /** What is left to be sent or ended now; empty when all of it was put off. */
  Optional<Taken> sift(Tx tx, Outgoing message, Instant now) {
    Map<String, UUID> initiatives = QuietStore.initiatives(tx, message.workspace(), message.id());
    Map<UUID, Hush> hushed =
        initiatives.isEmpty()
            ? Map.of()
            : quiet.about(tx, message.workspace(), new HashSet<>(initiatives.values()), now);
    if (hushed.isEmpty()) {
      return Optional.of(new Taken(message, null));
    }
    List<Item> open = new ArrayList<>();
    Set<String> reasons = new LinkedHashSet<>();
    List<String> paused = new ArrayList<>();
    Hush.@Nullable Until first = null;
    for (Item item : message.items()) {
      UUID initiative = initiatives.get(item.occasion());
      Hush hush = initiative == null ? null : hushed.get(initiative);
      // That something did not arrive is said at any time.
      if (hush == null || item.kind().equals(Outbox.UNDELIVERED)) {
        open.add(item);
      } else if (hush instanceof Hush.ForGood forGood) {
        reasons.add(forGood.why());
      } else if (hush instanceof Hush.Until until) {
        paused.add(item.occasion());
        first = first == null || until.moment().isBefore(first.moment()) ? until : first;
      }
    }
    if (first != null && open.isEmpty() && reasons.isEmpty()) {
      QuietStore.putOff(tx, message, first.moment(), first.why());
      return Optional.empty();
    }
    if (first != null) {
      QuietStore.split(tx, message, ids.next(), paused, first.moment(), first.why());
    }
    return Optional.of(
        open.isEmpty()
            ? new Taken(message, new SendResult.Cancelled(String.join("; ", reasons)))
            : new Taken(message.saying(open), null));
  }
}
