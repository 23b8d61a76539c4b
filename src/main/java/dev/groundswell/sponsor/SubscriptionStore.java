package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.sponsor.Subscription.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code subscription}. */
final class SubscriptionStore {
  private static final int LONGEST_REASON = 500;

  private SubscriptionStore() {}

  static Subscription find(Tx tx, WorkspaceId workspace, UUID sponsor) {
    return tx.query(
            """
            select state, asks, asked_at, soft_bounces from subscription
            where workspace_id = :workspace and sponsor_id = :sponsor
            for update
            """)
        .bind("workspace", workspace)
        .bind("sponsor", sponsor)
        .map(
            (row, context) -> {
              OffsetDateTime askedAt = row.getObject("asked_at", OffsetDateTime.class);
              return new Subscription(
                  State.valueOf(row.getString("state")),
                  row.getInt("asks"),
                  askedAt == null ? null : askedAt.toInstant(),
                  row.getInt("soft_bounces"));
            })
        .findOne()
        .orElse(Subscription.NEW);
  }

  static void save(
      Tx tx,
      WorkspaceId workspace,
      UUID sponsor,
      Subscription it,
      @Nullable String why,
      Instant now) {
    tx.update(
            """
            merge into subscription s
            using (select cast(:workspace as varchar(32)) w, cast(:sponsor as uuid) i) n
            on s.workspace_id = n.w and s.sponsor_id = n.i
            when matched then update set state = :state, asks = :asks,
              asked_at = cast(:askedAt as timestamp(6) with time zone),
              changed_at = :now, soft_bounces = :softBounces, why = cast(:why as varchar(500))
            when not matched then insert (workspace_id, sponsor_id, state, asks, asked_at,
                changed_at, soft_bounces, why)
              values (n.w, n.i, :state, :asks, cast(:askedAt as timestamp(6) with time zone), :now,
                :softBounces, cast(:why as varchar(500)))
            """)
        .bind("workspace", workspace)
        .bind("sponsor", sponsor)
        .bind("state", it.state().name())
        .bind("asks", it.asks())
        .bind("askedAt", it.askedAt())
        .bind("now", now)
        .bind("softBounces", it.softBounces())
        .bind("why", why == null ? null : why.substring(0, Math.min(why.length(), LONGEST_REASON)))
        .execute();
  }

  /** When it was changed last, a soft bounce included; empty if there is none. */
  static Optional<Instant> changedAt(Tx tx, WorkspaceId workspace, UUID sponsor) {
    return tx.query(
            """
            select changed_at from subscription
            where workspace_id = :workspace and sponsor_id = :sponsor
            """)
        .bind("workspace", workspace)
        .bind("sponsor", sponsor)
        .map((row, context) -> row.getObject("changed_at", OffsetDateTime.class).toInstant())
        .findOne();
  }

  /** Why it ended, in words; empty if nobody said. */
  static String why(Tx tx, WorkspaceId workspace, UUID sponsor) {
    return tx.query(
            """
            select coalesce(why, '') from subscription
            where workspace_id = :workspace and sponsor_id = :sponsor
            """)
        .bind("workspace", workspace)
        .bind("sponsor", sponsor)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }
}
