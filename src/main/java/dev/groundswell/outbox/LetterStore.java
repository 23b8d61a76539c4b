package dev.groundswell.outbox;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;

/** The rows of {@code outbox} as people look at them, and settle what nobody else can. */
final class LetterStore {
  private LetterStore() {}

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
                    OutboxStore.items(tx, workspace, id)))
        .findOne();
  }

  /** Says the name of whoever gets a message, or nothing. */
  interface Naming {
    String name(Medium medium, String recipient, List<Outgoing.Item> items);
  }

  private static List<String> kinds(List<Outgoing.Item> items) {
    return items.stream().map(Outgoing.Item::kind).distinct().toList();
  }

  static List<Outbox.Pending> pending(
      Tx tx,
      WorkspaceId workspace,
      UserId answersTo,
      Set<UUID> initiatives,
      int most,
      Naming naming) {
    return tx.query(
            """
            select id, medium, recipient, not_before from outbox
            where workspace_id = :workspace and state = 'WAITING'
              and (answers_to = :answersTo or initiative_id in (<initiatives>)
                or (initiative_id is null and exists (
                  select 1 from occasion
                  where occasion.workspace_id = outbox.workspace_id
                    and occasion.outbox_id = outbox.id
                    and occasion.initiative_id in (<initiatives>))))
            order by not_before, id
            fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("answersTo", answersTo)
        .bindList(EmptyHandling.NULL_KEYWORD, "initiatives", List.copyOf(initiatives))
        .bind("most", most)
        .map(
            (row, context) -> {
              Medium medium = Medium.valueOf(row.getString("medium"));
              String recipient = row.getString("recipient");
              List<Outgoing.Item> items =
                  OutboxStore.items(tx, workspace, row.getObject("id", UUID.class));
              return new Outbox.Pending(
                  medium,
                  recipient,
                  naming.name(medium, recipient, items),
                  row.getObject("not_before", OffsetDateTime.class).toInstant(),
                  kinds(items));
            })
        .list();
  }

  /** The newest first. */
  static List<Entry> log(
      Tx tx,
      WorkspaceId workspace,
      UserId answersTo,
      @Nullable UUID initiative,
      Collection<OutboxState> states,
      int from,
      int most,
      Naming naming) {
    return tx.query(
            """
            select id, medium, recipient, state, why, created_at, settled_at, not_before from outbox
            where workspace_id = :workspace and state in (<states>)
              and (answers_to = :answersTo or initiative_id = cast(:initiative as uuid)
                or (initiative_id is null and exists (
                  select 1 from occasion
                  where occasion.workspace_id = outbox.workspace_id
                    and occasion.outbox_id = outbox.id
                    and occasion.initiative_id = cast(:initiative as uuid))))
            order by workspace_id desc, id desc
            offset :from rows fetch next :most rows only
            """)
        .bindList("states", states.stream().map(OutboxState::name).toList())
        .bind("workspace", workspace)
        .bind("answersTo", answersTo)
        .bind("initiative", initiative)
        .bind("from", from)
        .bind("most", most)
        .map(
            (row, context) -> {
              UUID id = row.getObject("id", UUID.class);
              OutboxState state = OutboxState.valueOf(row.getString("state"));
              OffsetDateTime at =
                  row.getObject(
                      state == OutboxState.WAITING ? "not_before" : "settled_at",
                      OffsetDateTime.class);
              Instant made = row.getObject("created_at", OffsetDateTime.class).toInstant();
              Medium medium = Medium.valueOf(row.getString("medium"));
              String recipient = row.getString("recipient");
              List<Outgoing.Item> items = OutboxStore.items(tx, workspace, id);
              return new Entry(
                  medium,
                  recipient,
                  naming.name(medium, recipient, items),
                  state,
                  row.getString("why") == null ? "" : row.getString("why"),
                  at == null ? made : at.toInstant(),
                  kinds(items));
            })
        .list();
  }

  static Map<OutboxState, Long> countByState(Tx tx) {
    Map<OutboxState, Long> counts = new EnumMap<>(OutboxState.class);
    tx.query("select state, count(*) as messages from outbox group by state")
        .map((row, context) -> Map.entry(row.getString("state"), row.getLong("messages")))
        .forEach(it -> counts.put(OutboxState.valueOf(it.getKey()), it.getValue()));
    return counts;
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

  static Belonging belonging(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            """
            select answers_to, initiative_id from outbox
            where workspace_id = :workspace and id = :id
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .map(
            (row, context) ->
                new Belonging(
                    new UserId(row.getString("answers_to")),
                    row.getObject("initiative_id", UUID.class)))
        .one();
  }

  /** Who answers for a message, and the initiative it belongs to, if to any. */
  record Belonging(UserId answersTo, @Nullable UUID initiative) {}
}
