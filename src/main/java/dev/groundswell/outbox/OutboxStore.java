package dev.groundswell.outbox;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code outbox} and {@code occasion}. */
final class OutboxStore {
  private static final int LONGEST_REASON = 500;

  private OutboxStore() {}

  static int addOccasion(Tx tx, WorkspaceId workspace, UUID message, Item item) {
    return tx.update(
            """
            insert into occasion (workspace_id, name, outbox_id, kind, subject_id)
            select cast(:workspace as varchar(32)), cast(:name as varchar(200)),
              cast(:message as uuid), cast(:kind as varchar(40)), cast(:subject as uuid)
            where not exists (
              select 1 from occasion where workspace_id = :workspace and name = :name)
            """)
        .bind("workspace", workspace)
        .bind("name", item.occasion())
        .bind("message", message)
        .bind("kind", item.kind())
        .bind("subject", item.subject())
        .execute();
  }

  static void add(
      Tx tx,
      WorkspaceId workspace,
      UUID id,
      Medium medium,
      String recipient,
      UserId answersTo,
      Instant now) {
    tx.update(
            """
            insert into outbox (workspace_id, id, medium, recipient, answers_to, state, not_before,
              attempts, created_at)
            values (:workspace, :id, :medium, :recipient, :answersTo, 'WAITING', :now, 0, :now)
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .bind("medium", medium.name())
        .bind("recipient", recipient)
        .bind("answersTo", answersTo)
        .bind("now", now)
        .execute();
  }

  /** Takes the next due message for this sender alone; others skip it. */
  static Optional<Outgoing> claim(Tx tx, Instant now) {
    Optional<Outgoing> next =
        tx.query(
                """
                select workspace_id, id, medium, recipient, attempts from outbox
                where state = 'WAITING' and not_before <= :now
                order by not_before, id
                fetch first 1 rows only for update skip locked
                """)
            .bind("now", now)
            .map(
                (row, context) ->
                    new Outgoing(
                        new WorkspaceId(row.getString("workspace_id")),
                        row.getObject("id", UUID.class),
                        Medium.valueOf(row.getString("medium")),
                        row.getString("recipient"),
                        row.getInt("attempts") + 1,
                        now,
                        List.of()))
            .findOne();
    return next.map(
        message -> {
          tx.update(
                  """
                  update outbox set state = 'SENDING', marked_at = :now, attempts = attempts + 1
                  where workspace_id = :workspace and id = :id
                  """)
              .bind("now", now)
              .bind("workspace", message.workspace())
              .bind("id", message.id())
              .execute();
          return withItems(tx, message);
        });
  }

  /**
   * Takes one message that was marked before {@code markedBefore} and never settled.
   *
   * @param underWay those that this process is sending, however old their marks are by the clock
   */
  static Optional<Outgoing> claimUnsettled(
      Tx tx, Medium medium, Instant markedBefore, Set<UUID> underWay, Instant now) {
    Optional<Outgoing> next =
        tx.query(
                """
                select workspace_id, id, medium, recipient, attempts, marked_at from outbox
                where state = 'SENDING' and medium = :medium and marked_at < :before
                  and id not in (<underWay>)
                order by marked_at, id
                fetch first 1 rows only for update skip locked
                """)
            .bind("medium", medium.name())
            .bind("before", markedBefore)
            .bindList("underWay", idsOrNone(underWay))
            .map(
                (row, context) ->
                    new Outgoing(
                        new WorkspaceId(row.getString("workspace_id")),
                        row.getObject("id", UUID.class),
                        Medium.valueOf(row.getString("medium")),
                        row.getString("recipient"),
                        row.getInt("attempts"),
                        now,
                        List.of()))
            .findOne();
    return next.map(
        message -> {
          tx.update(
                  """
                  update outbox set marked_at = :now
                  where workspace_id = :workspace and id = :id
                  """)
              .bind("now", now)
              .bind("workspace", message.workspace())
              .bind("id", message.id())
              .execute();
          return withItems(tx, message);
        });
  }

  /** An empty list is no SQL. */
  private static List<UUID> idsOrNone(Set<UUID> ids) {
    List<UUID> known = List.copyOf(ids);
    return known.isEmpty() ? List.of(new UUID(0, 0)) : known;
  }

  /** True if nobody has settled or taken over the message since it was claimed. */
  static boolean isMarked(Tx tx, Outgoing message) {
    return tx.query(
                """
                select count(*) from outbox
                where workspace_id = :workspace and id = :id
                  and state = 'SENDING' and marked_at = :marked
                """)
            .bind("workspace", message.workspace())
            .bind("id", message.id())
            .bind("marked", message.markedAt())
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  private static Outgoing withItems(Tx tx, Outgoing message) {
    return new Outgoing(
        message.workspace(),
        message.id(),
        message.medium(),
        message.recipient(),
        message.attempts(),
        message.markedAt(),
        items(tx, message.workspace(), message.id()));
  }

  private static List<Item> items(Tx tx, WorkspaceId workspace, UUID message) {
    return tx.query(
            """
            select name, kind, subject_id from occasion
            where workspace_id = :workspace and outbox_id = :message
            order by name
            """)
        .bind("workspace", workspace)
        .bind("message", message)
        .map(
            (row, context) ->
                new Item(
                    row.getString("name"),
                    row.getString("kind"),
                    row.getObject("subject_id", UUID.class)))
        .list();
  }

  /**
   * Records how a claimed message ended.
   *
   * @return false when another node has taken it over in the meantime
   */
  static boolean settle(
      Tx tx,
      Outgoing message,
      OutboxState state,
      @Nullable String reference,
      @Nullable String why,
      Instant notBefore,
      Instant now) {
    return tx.update(
                """
                update outbox set state = :state, reference = :reference, why = :why,
                  not_before = :notBefore, settled_at = :now
                where workspace_id = :workspace and id = :id
                  and state = 'SENDING' and marked_at = :marked
                """)
            .bind("state", state.name())
            .bind("reference", reference)
            .bind("why", shortened(why))
            .bind("notBefore", notBefore)
            .bind("now", now)
            .bind("workspace", message.workspace())
            .bind("id", message.id())
            .bind("marked", message.markedAt())
            .execute()
        == 1;
  }

  static boolean settleUnknown(
      Tx tx, WorkspaceId workspace, UUID id, UserId by, OutboxState state, Instant now) {
    return tx.update(
                """
                update outbox set state = :state, not_before = :now, settled_at = :now, attempts = 0
                where workspace_id = :workspace and id = :id and answers_to = :by
                  and state in ('UNKNOWN', 'GIVEN_UP')
                """)
            .bind("state", state.name())
            .bind("now", now)
            .bind("workspace", workspace)
            .bind("id", id)
            .bind("by", by)
            .execute()
        == 1;
  }

  static UserId answersTo(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select answers_to from outbox where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .mapTo(UserId.class)
        .one();
  }

  static Optional<Outbox.Letter> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            """
            select medium, state, recipient, why from outbox
            where workspace_id = :workspace and id = :id
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .map(
            (row, context) ->
                new Outbox.Letter(
                    id,
                    Medium.valueOf(row.getString("medium")),
                    OutboxState.valueOf(row.getString("state")),
                    row.getString("recipient"),
                    row.getString("why") == null ? "" : row.getString("why"),
                    items(tx, workspace, id)))
        .findOne();
  }

  static List<Outbox.Pending> pending(Tx tx, WorkspaceId workspace, UserId answersTo, int most) {
    return tx.query(
            """
            select id, medium, recipient, not_before from outbox
            where workspace_id = :workspace and state = 'WAITING' and answers_to = :answersTo
            order by not_before, id
            fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("answersTo", answersTo)
        .bind("most", most)
        .map(
            (row, context) ->
                new Outbox.Pending(
                    Medium.valueOf(row.getString("medium")),
                    row.getString("recipient"),
                    row.getObject("not_before", OffsetDateTime.class).toInstant(),
                    items(tx, workspace, row.getObject("id", UUID.class)).stream()
                        .map(Item::kind)
                        .distinct()
                        .toList()))
        .list();
  }

  static Map<OutboxState, Long> countByState(Tx tx) {
    Map<OutboxState, Long> counts = new EnumMap<>(OutboxState.class);
    tx.query("select state, count(*) as messages from outbox group by state")
        .map((row, context) -> Map.entry(row.getString("state"), row.getLong("messages")))
        .forEach(it -> counts.put(OutboxState.valueOf(it.getKey()), it.getValue()));
    return counts;
  }

  private static @Nullable String shortened(@Nullable String why) {
    return why == null || why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON);
  }
}
