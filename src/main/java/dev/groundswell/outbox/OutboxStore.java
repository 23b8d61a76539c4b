package dev.groundswell.outbox;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of {@code outbox} and {@code occasion} as messages come, go and end. */
final class OutboxStore {
  private static final int LONGEST_REASON = 500;
  private static final int KEEPS_ITS_PLACE = 3;
  private static final int MOST = 20_000;

  private OutboxStore() {}

  /**
   * A message as it is kept.
   *
   * @param fresh those of its parts that were never said before
   */
  record Filled(UUID id, Outbox.Envelope envelope, List<Outbox.Part> fresh) {}

  /** Those of the occasions that have had their message, each as its workspace and its name. */
  static Set<List<Object>> knownOccasions(Tx tx, List<Outbox.Envelope> envelopes) {
    Map<WorkspaceId, List<String>> names = new HashMap<>();
    for (Outbox.Envelope envelope : envelopes) {
      List<String> here = names.computeIfAbsent(envelope.workspace(), it -> new ArrayList<>());
      envelope.parts().forEach(it -> here.add(it.item().occasion()));
    }
    Set<List<Object>> known = new HashSet<>();
    names.forEach(
        (workspace, here) ->
            tx.query(
                    """
                    select name from occasion where workspace_id = :workspace and name in (<names>)
                    """)
                .bind("workspace", workspace)
                .bindList("names", here)
                .mapTo(String.class)
                .forEach(name -> known.add(List.of(workspace, name))));
    return known;
  }

  /** Ids grow with time, so that the primary key finds the newest. */
  static Set<UserId> havingHad(Tx tx, WorkspaceId workspace, int many, UUID from) {
    return tx
        .query(
            """
            select recipient from outbox
            where workspace_id = :workspace and id >= :from and medium = 'SLACK'
            group by recipient having count(*) >= :many
            """)
        .bind("workspace", workspace)
        .bind("from", from)
        .bind("many", many)
        .mapTo(String.class)
        .stream()
        .map(UserId::new)
        .collect(Collectors.toSet());
  }

  static void add(Tx tx, List<Filled> messages, Instant now) {
    if (messages.isEmpty()) {
      return;
    }
    List<Said> said =
        messages.stream()
            .flatMap(message -> message.fresh().stream().map(part -> new Said(message, part)))
            .toList();
    tx.update(
            """
            insert into occasion (workspace_id, name, outbox_id, kind, subject_id, initiative_id)
            select * from unnest(
              cast(:workspaces as varchar array), cast(:names as varchar array),
              cast(:messages as uuid array), cast(:kinds as varchar array),
              cast(:subjects as uuid array), cast(:initiatives as uuid array))
            """)
        .bindArray("workspaces", String.class, each(said, it -> it.envelope().workspace().value()))
        .bindArray("names", String.class, each(said, it -> it.item().occasion()))
        .bindArray("messages", UUID.class, each(said, it -> it.message().id()))
        .bindArray("kinds", String.class, each(said, it -> it.item().kind()))
        .bindArray("subjects", UUID.class, each(said, it -> it.item().subject()))
        .bindArray("initiatives", UUID.class, each(said, it -> it.part().initiative()))
        .execute();
    tx.update(
            """
            insert into outbox (workspace_id, id, medium, recipient, answers_to, initiative_id,
              state, not_before, attempts, created_at)
            select n.workspace_id, n.id, n.medium, n.recipient, n.answers_to, n.initiative_id,
              'WAITING', :now, 0, :now
            from unnest(
              cast(:workspaces as varchar array), cast(:ids as uuid array),
              cast(:media as varchar array), cast(:recipients as varchar array),
              cast(:answersTo as varchar array), cast(:initiatives as uuid array))
              as n (workspace_id, id, medium, recipient, answers_to, initiative_id)
            """)
        .bindArray(
            "workspaces", String.class, each(messages, it -> it.envelope().workspace().value()))
        .bindArray("ids", UUID.class, each(messages, Filled::id))
        .bindArray("media", String.class, each(messages, it -> it.envelope().medium().name()))
        .bindArray("recipients", String.class, each(messages, it -> it.envelope().recipient()))
        .bindArray(
            "answersTo", String.class, each(messages, it -> it.envelope().answersTo().value()))
        .bindArray("initiatives", UUID.class, each(messages, it -> it.envelope().initiative()))
        .bind("now", now)
        .execute();
  }

  private record Said(Filled message, Outbox.Part part) {
    Outbox.Envelope envelope() {
      return message.envelope();
    }

    Item item() {
      return part.item();
    }
  }

  private static <T> List<@Nullable Object> each(List<T> rows, Function<T, @Nullable Object> of) {
    List<@Nullable Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(of.apply(row)));
    return values;
  }

  /**
   * The next message of each recipient that none is on its way to. One that was tried only a few
   * times keeps its place before those that came later, so that they arrive in their order.
   */
  static List<Waiting> next(Tx tx, Medium medium, Instant now) {
    return tx.query(
            """
            select workspace_id, id, recipient, attempts from (
              select workspace_id, id, recipient, attempts, created_at, not_before,
                row_number() over (
                  partition by workspace_id, recipient order by created_at, id) as place
              from outbox
              where state = 'WAITING' and medium = :medium
                and (not_before <= :now or attempts between 1 and :keepsItsPlace)
            ) waiting
            where place = 1 and not_before <= :now and not exists (
              select 1 from outbox other
              where other.state = 'SENDING' and other.workspace_id = waiting.workspace_id
                and other.medium = :medium and other.recipient = waiting.recipient)
            order by created_at, id
            fetch first :most rows only
            """)
        .bind("medium", medium.name())
        .bind("now", now)
        .bind("keepsItsPlace", KEEPS_ITS_PLACE)
        .bind("most", MOST)
        .map(
            (row, context) ->
                new Waiting(
                    new WorkspaceId(row.getString("workspace_id")),
                    row.getObject("id", UUID.class),
                    medium,
                    row.getString("recipient"),
                    row.getInt("attempts")))
        .list();
  }

  /**
   * Marks a message for this sender alone; empty when somebody else has it, or another one is on
   * its way to the same recipient.
   */
  static Optional<Outgoing> claim(Tx tx, Waiting next, Instant now) {
    int claimed =
        tx.update(
                """
                update outbox set state = 'SENDING', marked_at = :now, attempts = attempts + 1,
                  sending_to = :to
                where workspace_id = :workspace and id = :id and state = 'WAITING'
                  and attempts = :attempts and not exists (
                    select 1 from outbox other
                    where other.state = 'SENDING' and other.workspace_id = :workspace
                      and other.medium = :medium and other.recipient = :recipient)
                """)
            .bind("now", now)
            .bind("to", next.medium() + "/" + next.recipient())
            .bind("workspace", next.workspace())
            .bind("id", next.id())
            .bind("attempts", next.attempts())
            .bind("medium", next.medium().name())
            .bind("recipient", next.recipient())
            .execute();
    return claimed == 0
        ? Optional.empty()
        : Optional.of(
            new Outgoing(
                next.workspace(),
                next.id(),
                next.medium(),
                next.recipient(),
                next.attempts() + 1,
                now,
                items(tx, next.workspace(), next.id())));
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

  static List<Item> items(Tx tx, WorkspaceId workspace, UUID message) {
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
                  not_before = :notBefore, settled_at = :now, sending_to = null
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

  private static @Nullable String shortened(@Nullable String why) {
    return why == null || why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON);
  }
}
