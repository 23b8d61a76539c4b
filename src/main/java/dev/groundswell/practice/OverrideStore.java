package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code practice_override}: who went on all the same, and why. */
final class OverrideStore {
  private static final String ASKED = "do-not-contact";
  private static final String AGAIN = "contact-again";

  private OverrideStore() {}

  static void add(Tx tx, Found found, UUID id, String what, String reason, UserId by, Instant now) {
    tx.update(
            """
            insert into practice_override (workspace_id, id, practice_id, initiative_id, what,
              reason, by_id, at)
            values (:workspace, :id, :practice, :initiative, :what, :reason, :by, :now)
            """)
        .bind("workspace", found.practice().workspace())
        .bind("id", id)
        .bind("practice", found.practice().id())
        .bind("initiative", found.initiative().id())
        .bind("what", what)
        .bind("reason", reason)
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /** Keeps a wish to be left alone that is over, and who said so. */
  static void addLifted(Tx tx, Found found, UUID asked, UUID again, Lifted lifted) {
    add(tx, found, asked, ASKED, "", lifted.askedBy(), lifted.askedAt());
    add(tx, found, again, AGAIN, lifted.why(), lifted.by(), lifted.at());
  }

  /** The latest wish to be left alone that is over; its words stay in their initiative. */
  static Optional<Lifted> lifted(Tx tx, Found found) {
    return latest(tx, found, ASKED)
        .flatMap(
            asked ->
                latest(tx, found, AGAIN)
                    .map(
                        again ->
                            new Lifted(
                                asked.by(), asked.at(), again.by(), again.at(), again.reason())));
  }

  private record Row(UserId by, Instant at, String reason) {}

  private static Optional<Row> latest(Tx tx, Found found, String what) {
    return tx.query(
            """
            select by_id, at, case when initiative_id = :initiative then reason else '' end reason
            from practice_override
            where workspace_id = :workspace and practice_id = :practice and what = :what
            order by at desc, id desc
            fetch first 1 rows only
            """)
        .bind("workspace", found.practice().workspace())
        .bind("practice", found.practice().id())
        .bind("initiative", found.initiative().id())
        .bind("what", what)
        .map(
            (row, context) ->
                new Row(
                    new UserId(row.getString("by_id")),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("reason")))
        .findOne();
  }
}
