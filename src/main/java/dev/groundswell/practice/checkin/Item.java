package dev.groundswell.practice.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something useful to bring along.
 *
 * @param topic what it is about, for people; may be empty
 * @param region where it makes sense, or empty for everywhere
 * @param expiresOn its last good day, such as that of an event; or null
 * @param neighbour the practice it tells about, or empty
 * @param neighbourAgreed that practice agreed to be named
 * @param linkDeadAt since when its link leads nowhere, or null
 */
public record Item(
    UUID id,
    ItemKind kind,
    String title,
    String topic,
    String region,
    String link,
    @Nullable LocalDate expiresOn,
    String neighbour,
    boolean neighbourAgreed,
    @Nullable Instant linkDeadAt) {

  /** The same, with a link that leads nowhere. */
  public Item deadSince(Instant day) {
    return new Item(
        id, kind, title, topic, region, link, expiresOn, neighbour, neighbourAgreed, day);
  }

  /** Fits a practice of this region on that day. */
  public boolean suits(String ofRegion, LocalDate day) {
    boolean there =
        region.isBlank()
            || region
                .strip()
                .toLowerCase(Locale.ROOT)
                .equals(ofRegion.strip().toLowerCase(Locale.ROOT));
    return there
        && (expiresOn == null || !expiresOn.isBefore(day))
        && (neighbour.isBlank() || neighbourAgreed)
        && linkDeadAt == null;
  }

  /**
   * What to bring along next: something that this practice has not had, of a kind that it has had
   * least of, what expires first before the rest. Empty when there is nothing new.
   *
   * @param had the ids of what it has had, whoever brought it
   * @param hadKinds the kinds of these
   */
  public static Optional<Item> next(
      List<Item> library,
      Set<UUID> had,
      List<ItemKind> hadKinds,
      Set<ItemKind> kinds,
      String region,
      LocalDate today) {
    return library.stream()
        .filter(it -> kinds.contains(it.kind()))
        .filter(it -> !had.contains(it.id()))
        .filter(it -> it.suits(region, today))
        .min(
            Comparator.<Item>comparingLong(
                    it -> hadKinds.stream().filter(kind -> kind == it.kind()).count())
                .thenComparing(it -> it.expiresOn() == null ? LocalDate.MAX : it.expiresOn())
                .thenComparing(Item::kind)
                .thenComparing(Item::id));
  }
}
