package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.LinkStore.Due;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Reminders;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks by night whether the links of the library still lead somewhere. What leads nowhere is told
 * to whoever put it in, and offered to nobody until it was mended or confirmed.
 */
public final class DeadLinks {
  /** The kind of the reminder that a link leads nowhere; its subject is the item. */
  public static final String DEAD = "practice.dead-link";

  /** A server that does not answer may be down for a night or two. */
  static final int NIGHTS = 3;

  private static final int BATCH = 20;

  /** Whoever takes some and then dies leaves them to others after this time. */
  private static final Duration TAKEN = Duration.ofHours(1);

  /** Less than a day, so that the next night does not miss it by a minute. */
  private static final Duration NEXT_NIGHT = Duration.ofHours(20);

  private static final Duration NEXT_WEEK = Duration.ofDays(7).minusHours(4);

  private final Database database;
  private final Reminders reminders;
  private final Visitor visitor;
  private final Clock clock;

  public DeadLinks(Database database, Reminders reminders, Visitor visitor, Clock clock) {
    this.database = database;
    this.reminders = reminders;
    this.visitor = visitor;
    this.clock = clock;
  }

  /** What was found where a link leads. */
  public enum Seen {
    ALIVE,
    /** The server says that there is no such page. */
    GONE,
    /** Nobody answered, or the server is in trouble. */
    UNREACHABLE,
    /** It leads to where one does not look, such as into somebody's own network. */
    NOT_VISITED
  }

  /** Goes and looks. */
  @FunctionalInterface
  public interface Visitor {
    Seen visit(URI link);
  }

  /**
   * Looks at some links whose time has come.
   *
   * @return whether none is left for this night
   */
  public boolean lookAround() {
    Instant now = clock.instant();
    List<Due> due = database.inTransaction(tx -> LinkStore.take(tx, now, now.plus(TAKEN), BATCH));
    for (Due each : due) {
      Seen seen = visitor.visit(URI.create(each.link()));
      database.transact(tx -> note(tx, each, seen, now));
    }
    return due.size() < BATCH;
  }

  private void note(Tx tx, Due link, Seen seen, Instant now) {
    int misses = seen == Seen.UNREACHABLE ? link.misses() + 1 : 0;
    boolean dead = seen == Seen.GONE || misses >= NIGHTS;
    Instant deadAt = link.deadAt() == null && dead ? now : link.deadAt();
    boolean changed =
        switch (seen) {
          case NOT_VISITED -> LinkStore.lookAgain(tx, link, now.plus(NEXT_WEEK));
          case ALIVE -> LinkStore.note(tx, link, 0, null, now.plus(NEXT_WEEK));
          case GONE, UNREACHABLE -> LinkStore.note(tx, link, misses, deadAt, now.plus(NEXT_NIGHT));
        };
    if (!changed) {
      // Somebody put in another link meanwhile.
      return;
    }
    if (seen == Seen.ALIVE && link.deadAt() != null) {
      reminders.finish(tx, link.workspace(), DEAD, link.item());
    }
    if (dead && link.deadAt() == null) {
      reminders.finish(tx, link.workspace(), DEAD, link.item());
      reminders.plan(tx, NewReminder.of(link.workspace(), DEAD, link.item(), link.addedBy(), now));
    }
  }

  /** What a reminder is about; empty once the link was mended, or the item taken out. */
  public Optional<Item> dead(WorkspaceId workspace, UUID item) {
    return database.inTransaction(
        tx ->
            LibraryStore.addedBy(tx, workspace, item)
                .flatMap(by -> LibraryStore.find(tx, workspace, item))
                .filter(it -> it.linkDeadAt() != null));
  }
}
