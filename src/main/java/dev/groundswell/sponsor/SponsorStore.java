package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code sponsor} and {@code digest}. */
final class SponsorStore {
  private static final RowMapper<Sponsor> ROW =
      (row, context) ->
          new Sponsor(
              new WorkspaceId(row.getString("workspace_id")),
              row.getObject("id", UUID.class),
              row.getObject("initiative_id", UUID.class),
              row.getString("name"),
              new MailAddress(row.getString("address")),
              new UserId(row.getString("owner_id")));

  private SponsorStore() {}

  record DigestRow(UUID sponsor, Instant since, Instant until, UserId askedBy) {}

  static void add(Tx tx, Sponsor sponsor, Instant now) {
    tx.update(
            """
            insert into sponsor (workspace_id, id, initiative_id, name, address, owner_id,
              created_at)
            values (:workspace, :id, :initiative, :name, :address, :owner, :now)
            """)
        .bind("workspace", sponsor.workspace())
        .bind("id", sponsor.id())
        .bind("initiative", sponsor.initiative())
        .bind("name", sponsor.name())
        .bind("address", sponsor.address().value())
        .bind("owner", sponsor.owner())
        .bind("now", now)
        .execute();
  }

  static Optional<Sponsor> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from sponsor where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static List<Sponsor> of(Tx tx, WorkspaceId workspace, UUID initiative) {
    return tx.query(
            """
            select * from sponsor where workspace_id = :workspace and initiative_id = :initiative
            order by created_at, id
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .map(ROW)
        .list();
  }

  static void addDigest(
      Tx tx,
      WorkspaceId workspace,
      UUID id,
      UUID sponsor,
      Instant since,
      Instant until,
      UserId askedBy) {
    tx.update(
            """
            insert into digest (workspace_id, id, sponsor_id, since, until, asked_by)
            values (:workspace, :id, :sponsor, :since, :until, :askedBy)
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .bind("sponsor", sponsor)
        .bind("since", since)
        .bind("until", until)
        .bind("askedBy", askedBy)
        .execute();
  }

  /** When the last digest of this sponsor ended. */
  static Optional<Instant> lastDigest(Tx tx, WorkspaceId workspace, UUID sponsor) {
    return tx.query(
            """
            select until from digest where workspace_id = :workspace and sponsor_id = :sponsor
            order by until desc fetch first 1 rows only
            """)
        .bind("workspace", workspace)
        .bind("sponsor", sponsor)
        .mapTo(Instant.class)
        .findOne();
  }

  static Optional<DigestRow> digest(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            """
            select sponsor_id, since, until, asked_by from digest
            where workspace_id = :workspace and id = :id
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .map(
            (row, context) ->
                new DigestRow(
                    row.getObject("sponsor_id", UUID.class),
                    row.getObject("since", java.time.OffsetDateTime.class).toInstant(),
                    row.getObject("until", java.time.OffsetDateTime.class).toInstant(),
                    new UserId(row.getString("asked_by"))))
        .findOne();
  }
}
