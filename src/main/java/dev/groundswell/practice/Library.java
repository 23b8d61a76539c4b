package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.practice.checkin.ItemKind;
import dev.groundswell.reminder.Reminders;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What there is to bring along to practices; the workspace shares it. */
public final class Library {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LINK = 500;
  private static final int LONGEST = 100;

  /** Some servers tell robots that there is nothing; who looked knows better. */
  private static final Duration TRUSTED = Duration.ofDays(90);

  private final Database database;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Ids ids;
  private final Clock clock;

  public Library(
      Database database, Initiatives initiatives, Reminders reminders, Ids ids, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.ids = ids;
    this.clock = clock;
  }

  /** What somebody wants to put in. */
  public record NewItem(
      ItemKind kind,
      String title,
      String topic,
      String region,
      String link,
      @Nullable LocalDate expiresOn,
      String neighbour,
      boolean neighbourAgreed) {}

  /** What can be brought along today, the newest first. */
  public Outcome<List<Item>> shelf(WorkspaceId workspace, UserId by, Meant meant) {
    return forMember(
        workspace,
        by,
        meant,
        Deed.SEE_PRACTICES,
        (tx, initiative) -> Outcome.done(LibraryStore.good(tx, workspace, today(initiative))));
  }

  private LocalDate today(Initiative initiative) {
    return clock.instant().atZone(initiative.zone()).toLocalDate();
  }

  private <T> Outcome<T> forMember(
      WorkspaceId workspace,
      UserId by,
      Meant meant,
      Deed deed,
      BiFunction<Tx, Initiative, Outcome<T>> then) {
    return database.inTransaction(
        tx ->
            meant.with(tx, initiatives, workspace, by, deed, Field.NAME, it -> then.apply(tx, it)));
  }

  /** Puts something in, and answers with all that is there. */
  public Outcome<List<Item>> add(WorkspaceId workspace, UserId by, Meant meant, NewItem wanted) {
    Optional<Refusal> flaw = flaw(wanted);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    Instant now = clock.instant();
    return forMember(
        workspace,
        by,
        meant,
        Deed.ENGAGE_PRACTICES,
        (tx, initiative) -> {
          LocalDate expiresOn = wanted.expiresOn();
          if (expiresOn != null && expiresOn.isBefore(today(initiative))) {
            return Outcome.not(Refusal.of(Why.EXPIRED, Field.DAY));
          }
          LibraryStore.add(
              tx,
              workspace,
              new Item(
                  ids.next(),
                  wanted.kind(),
                  OneLine.of(wanted.title()),
                  OneLine.of(wanted.topic()),
                  OneLine.of(wanted.region()),
                  wanted.link().strip(),
                  expiresOn,
                  OneLine.of(wanted.neighbour()),
                  wanted.neighbourAgreed(),
                  null),
              by,
              now);
          return Outcome.done(LibraryStore.good(tx, workspace, today(initiative)));
        });
  }

  private static Optional<Refusal> flaw(NewItem wanted) {
    return Refusal.flawOrBlank(Field.TITLE, wanted.title(), LONGEST_TITLE)
        .or(() -> Refusal.flaw(Field.TOPIC, wanted.topic(), LONGEST))
        .or(() -> Refusal.flaw(Field.REGION, wanted.region(), LONGEST))
        .or(() -> Refusal.flaw(Field.NEIGHBOUR, wanted.neighbour(), LONGEST))
        .or(() -> flawOfLink(wanted.link()));
  }

  private static Optional<Refusal> flawOfLink(String link) {
    return Refusal.flaw(Field.LINK, link, LONGEST_LINK)
        .or(
            () ->
                link.isBlank() || isHttps(link.strip())
                    ? Optional.empty()
                    : Optional.of(Refusal.of(Why.NOT_HTTPS, Field.LINK)));
  }

  private static boolean isHttps(String link) {
    try {
      URI uri = URI.create(link);
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && link.chars().noneMatch(it -> it == '|' || it == '<' || it == '>');
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Takes something out that the person put in, or somebody they work with; who had it has had it.
   */
  public Outcome<List<Item>> withdraw(WorkspaceId workspace, UserId by, Meant meant, UUID item) {
    Instant now = clock.instant();
    return tend(
        workspace,
        by,
        meant,
        item,
        (tx, there) -> {
          LibraryStore.withdraw(tx, workspace, item, now);
          reminders.finish(tx, workspace, DeadLinks.DEAD, item);
          return Optional.empty();
        });
  }

  /**
   * Puts another link in for one that led nowhere, or says that it is good as it is.
   *
   * @param works somebody looked and found it good; it is not doubted again for a while
   */
  public Outcome<List<Item>> mend(
      WorkspaceId workspace, UserId by, Meant meant, UUID item, String link, boolean works) {
    Optional<Refusal> flaw = flawOfLink(link);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    Instant now = clock.instant();
    return tend(
        workspace,
        by,
        meant,
        item,
        (tx, there) -> {
          if (there.linkDeadAt() != null && link.strip().equals(there.link()) && !works) {
            return Optional.of(Refusal.of(Why.STILL_DEAD, Field.LINK));
          }
          LinkStore.mend(tx, workspace, item, link.strip(), works ? now.plus(TRUSTED) : null);
          reminders.finish(tx, workspace, DeadLinks.DEAD, item);
          return Optional.empty();
        });
  }

  /** What is there of that id, for a form. */
  public Optional<Item> find(WorkspaceId workspace, UserId by, Meant meant, UUID item) {
    return forMember(
            workspace,
            by,
            meant,
            Deed.ENGAGE_PRACTICES,
            (tx, initiative) -> Outcome.done(LibraryStore.find(tx, workspace, item)))
        .either(it -> it, refusal -> Optional.empty());
  }

  /** Does something to an item, for whoever put it in or works with them. */
  private Outcome<List<Item>> tend(
      WorkspaceId workspace,
      UserId by,
      Meant meant,
      UUID item,
      BiFunction<Tx, Item, Optional<Refusal>> deed) {
    return forMember(
        workspace,
        by,
        meant,
        Deed.ENGAGE_PRACTICES,
        (tx, initiative) -> {
          Optional<UserId> addedBy = LibraryStore.addedBy(tx, workspace, item);
          if (addedBy.isPresent()
              && !addedBy.get().equals(by)
              && !LibraryStore.workTogether(tx, workspace, addedBy.get(), by)) {
            return Outcome.not(Refusal.notMember(addedBy));
          }
          Optional<Refusal> refusal =
              addedBy
                  .flatMap(it -> LibraryStore.find(tx, workspace, item))
                  .flatMap(it -> deed.apply(tx, it));
          return refusal
              .<Outcome<List<Item>>>map(Outcome::not)
              .orElseGet(() -> Outcome.done(LibraryStore.good(tx, workspace, today(initiative))));
        });
  }
}
