package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.reminder.Coming.Place;
import dev.groundswell.reminder.Reminder.State;
import dev.groundswell.reminder.Reminder.When;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The rows of {@code reminder}. */
final class ReminderStore {
  private static final RowMapper<Reminder> ROW =
      (row, context) -> {
        String zone = row.getString("zone");
        OffsetDateTime putOffFrom = row.getObject("put_off_from", OffsetDateTime.class);
        return new Reminder(
            new WorkspaceId(row.getString("workspace_id")),
            row.getObject("id", UUID.class),
            row.getString("kind"),
            row.getObject("subject_id", UUID.class),
            row.getObject("initiative_id", UUID.class),
            new UserId(row.getString("recipient")),
            repeat(row.getString("rule"), row.getInt("nag_days"), row.getInt("nag_times")),
            State.valueOf(row.getString("state")),
            row.getInt("fired"),
            new When(
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                zone == null ? null : ZoneId.of(zone),
                row.getInt("unanswered"),
                row.getBoolean("snoozed"),
                row.getInt("snoozes"),
                putOffFrom == null ? null : putOffFrom.toInstant()));
      };

  /**
   * Answered from the index, however many rows wait. PostgreSQL stops after the first ones; H2
   * never takes the order of an index together with a lock, and sorts all that are due.
   */
  static final String DUE =
      """
      select * from reminder
      where state = 'WAITING' and due_at <= :now and mod(ascii(right(recipient, 1)), :of) = :share
      order by state, due_at, workspace_id, recipient, id
      fetch first :most rows only for update skip locked
      """;

  private ReminderStore() {}

  /**
   * Some of the people, so that several hands can take what is due and nobody's is torn.
   *
   * @param number from 0
   * @param of how many shares there are
   */
  record Share(int number, int of) {
    static final Share ALL = new Share(0, 1);
  }

  private static Repeat repeat(@Nullable String rule, int nagDays, int nagTimes) {
    return rule != null ? new Rule(rule) : nagDays > 0 ? new Nag(nagDays, nagTimes) : new Once();
  }

  static void add(Tx tx, Reminder reminder) {
    Nag nag = reminder.repeat() instanceof Nag it ? it : null;
    Rule rule = reminder.repeat() instanceof Rule it ? it : null;
    tx.update(
            """
            insert into reminder (workspace_id, id, kind, subject_id, initiative_id, recipient,
              due_at, zone, state, fired, unanswered, snoozed, nag_days, nag_times, rule)
            values (:workspace, :id, :kind, :subject, cast(:initiative as uuid), :recipient,
              :dueAt, :zone, :state, :fired, :unanswered, :snoozed, cast(:nagDays as integer),
              cast(:nagTimes as integer), :rule)
            """)
        .bind("workspace", reminder.workspace())
        .bind("id", reminder.id())
        .bind("kind", reminder.kind())
        .bind("subject", reminder.subject())
        .bind("initiative", reminder.initiative())
        .bind("recipient", reminder.recipient())
        .bind("dueAt", reminder.dueAt())
        .bind("zone", zone(reminder.when()))
        .bind("state", reminder.state().name())
        .bind("fired", reminder.fired())
        .bind("unanswered", reminder.when().unanswered())
        .bind("snoozed", reminder.when().snoozed())
        .bind("nagDays", nag == null ? null : nag.workingDays())
        .bind("nagTimes", nag == null ? null : nag.times())
        .bind("rule", rule == null ? null : rule.cron())
        .execute();
  }

  private static @Nullable String zone(When when) {
    ZoneId zone = when.zone();
    return zone == null ? null : zone.getId();
  }

  /** What many reminders that were due together have in common afterwards. */
  private record Life(WorkspaceId workspace, State state, int fired, When when) {
    static Life of(Reminder reminder) {
      return new Life(reminder.workspace(), reminder.state(), reminder.fired(), reminder.when());
    }
  }

  /** Writes what changes in the life of a reminder that stays with its recipient. */
  static void save(Tx tx, Collection<Reminder> reminders) {
    reminders.stream()
        .collect(
            Collectors.groupingBy(
                Life::of,
                LinkedHashMap::new,
                Collectors.mapping(Reminder::id, Collectors.toList())))
        .forEach((life, ids) -> save(tx, life, ids));
  }

  private static void save(Tx tx, Life life, List<UUID> ids) {
    When when = life.when();
    tx.update(
            """
            merge into reminder r using unnest(cast(:ids as uuid array)) as v (id)
            on r.workspace_id = :workspace and r.id = v.id
            when matched then update set state = :state, fired = :fired, due_at = :dueAt,
              zone = :zone, unanswered = :unanswered, snoozed = :snoozed, snoozes = :snoozes,
              put_off_from = cast(:putOffFrom as timestamp(6) with time zone)
            """)
        .bind("state", life.state().name())
        .bind("fired", life.fired())
        .bind("dueAt", when.dueAt())
        .bind("zone", zone(when))
        .bind("unanswered", when.unanswered())
        .bind("snoozed", when.snoozed())
        .bind("snoozes", when.snoozes())
        .bind("putOffFrom", when.putOffFrom())
        .bind("workspace", life.workspace())
        .bindArray("ids", UUID.class, ids)
        .execute();
  }

  /** Writes the same for reminders that somebody else gets from now on. */
  static void handOver(Tx tx, Collection<Reminder> reminders) {
    save(tx, reminders);
    for (Reminder reminder : reminders) {
      tx.update(
              """
              update reminder set recipient = :to where workspace_id = :workspace and id = :id
              """)
          .bind("to", reminder.recipient())
          .bind("workspace", reminder.workspace())
          .bind("id", reminder.id())
          .execute();
    }
  }

  /** Ends what is open about one thing, and what rests; else it would come beside its successor. */
  static void end(Tx tx, WorkspaceId workspace, String kind, UUID subject, State state) {
    tx.update(
            """
            update reminder set state = :state
            where workspace_id = :workspace and kind = :kind and subject_id = :subject
              and state in ('WAITING', 'FIRED', 'RESTING', 'AWAY')
            """)
        .bind("state", state.name())
        .bind("workspace", workspace)
        .bind("kind", kind)
        .bind("subject", subject)
        .execute();
  }

  static void turnAll(Tx tx, WorkspaceId workspace, UUID initiative, State from, State to) {
    tx.update(
            """
            update reminder set state = :to
            where workspace_id = :workspace and initiative_id = :initiative and state = :from
            """)
        .bind("to", to.name())
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from.name())
        .execute();
  }

  static void turnAll(Tx tx, WorkspaceId workspace, State from, State to) {
    tx.update("update reminder set state = :to where workspace_id = :workspace and state = :from")
        .bind("to", to.name())
        .bind("workspace", workspace)
        .bind("from", from.name())
        .execute();
  }

  static void endAll(Tx tx, WorkspaceId workspace, UUID initiative, State state) {
    tx.update(
            """
            update reminder set state = :state
            where workspace_id = :workspace and initiative_id = :initiative
              and state in ('WAITING', 'FIRED')
            """)
        .bind("state", state.name())
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .execute();
  }

  /** Locks the next due rows for this transaction; other nodes skip them. */
  static List<Reminder> takeDue(Tx tx, Share share, Instant now, int most) {
    return tx.query(DUE)
        .bind("now", now)
        .bind("share", share.number())
        .bind("of", share.of())
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** The latest moment at which something is due by now; somebody else may be taking it. */
  static Instant lastDue(Tx tx, Instant now) {
    return tx.query("select max(due_at) from reminder where state = 'WAITING' and due_at <= :now")
        .bind("now", now)
        .mapTo(Instant.class)
        .one();
  }

  /** Locks one row until the end of the transaction, so that two who click take turns. */
  static Optional<Reminder> lock(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            "select * from reminder where workspace_id = :workspace and id = :id for update")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static Optional<Reminder> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from reminder where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  /** Locks what is open about one thing. */
  static List<Reminder> lockOpen(Tx tx, WorkspaceId workspace, String kind, UUID subject) {
    return tx.query(
            """
            select * from reminder
            where workspace_id = :workspace and kind = :kind and subject_id = :subject
              and state in ('WAITING', 'FIRED')
            for update
            """)
        .bind("workspace", workspace)
        .bind("kind", kind)
        .bind("subject", subject)
        .map(ROW)
        .list();
  }

  /** Locks what is open for one person in an initiative, and what rests. */
  static List<Reminder> lockOpenOf(
      Tx tx, WorkspaceId workspace, UUID initiative, UserId recipient) {
    return tx.query(
            """
            select * from reminder
            where workspace_id = :workspace and initiative_id = :initiative
              and recipient = :recipient and state in ('WAITING', 'FIRED', 'RESTING', 'AWAY')
            for update
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("recipient", recipient)
        .map(ROW)
        .list();
  }

  /** Locks what waits for one person at a time of day of theirs. */
  static List<Reminder> lockWaitingFor(Tx tx, WorkspaceId workspace, UserId recipient) {
    return tx.query(
            """
            select * from reminder
            where workspace_id = :workspace and recipient = :recipient and state = 'WAITING'
              and zone is not null
            for update
            """)
        .bind("workspace", workspace)
        .bind("recipient", recipient)
        .map(ROW)
        .list();
  }

  /** Locks what a pause of an initiative put off. */
  static List<Reminder> lockPutOff(Tx tx, WorkspaceId workspace, UUID initiative) {
    return tx.query(
            """
            select * from reminder
            where workspace_id = :workspace and initiative_id = :initiative and state = 'WAITING'
              and put_off_from is not null
            for update
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .map(ROW)
        .list();
  }

  /** What waits for one person, behind a place in the list. */
  static List<Reminder> comingTo(
      Tx tx, WorkspaceId workspace, UserId recipient, Place behind, Instant until, int most) {
    return tx.query(
            """
            select * from reminder
            where workspace_id = :workspace and recipient = :recipient and state = 'WAITING'
              and due_at >= :behind and due_at <= :until
              and (due_at > :behind or id > :behindId)
            order by due_at, id
            fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("recipient", recipient)
        .bind("behind", behind.dueAt())
        .bind("behindId", behind.id())
        .bind("until", until)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** What waits in one initiative, behind a place in the list. */
  static List<Reminder> comingIn(
      Tx tx, WorkspaceId workspace, UUID initiative, Place behind, Instant until, int most) {
    return tx.query(
            """
            select * from reminder
            where workspace_id = :workspace and initiative_id = :initiative and state = 'WAITING'
              and due_at >= :behind and due_at <= :until
              and (due_at > :behind or id > :behindId)
            order by due_at, id
            fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("behind", behind.dueAt())
        .bind("behindId", behind.id())
        .bind("until", until)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** Locks what else is due for one person, so that they get one message. */
  static List<Reminder> takeDueFor(
      Tx tx, WorkspaceId workspace, UserId recipient, Instant now, int most) {
    return tx.query(
            """
            select * from reminder
            where workspace_id = :workspace and recipient = :recipient and state = 'WAITING'
              and due_at <= :now
            order by workspace_id, recipient, state, due_at
            fetch first :most rows only for update skip locked
            """)
        .bind("workspace", workspace)
        .bind("recipient", recipient)
        .bind("now", now)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  static long countWaiting(Tx tx) {
    return tx.query("select count(*) from reminder where state = 'WAITING'")
        .mapTo(Long.class)
        .one();
  }

  static long countDue(Tx tx, Instant now) {
    return tx.query("select count(*) from reminder where state = 'WAITING' and due_at <= :now")
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }
}
