package dev.groundswell.feedback;

import dev.groundswell.db.Columns;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Contributor.Reach;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code contributor}. */
final class ContributorStore {
  /** The columns that {@link #read} reads, of the table {@code c}. */
  static final String COLUMNS =
      "c.user_id, c.name, c.grp, c.patient, c.reach, c.address, c.opted_out_at";

  private ContributorStore() {}

  static Contributor read(ResultSet row) throws SQLException {
    String account = row.getString("user_id");
    return new Contributor(
        account == null ? null : new UserId(account),
        row.getString("name"),
        row.getString("grp"),
        row.getBoolean("patient"),
        Reach.valueOf(row.getString("reach")),
        row.getString("address"),
        Columns.instant(row, "opted_out_at"));
  }

  /** By what somebody without an account is known again; databases differ in what they lower. */
  private static @Nullable String nameKey(Contributor contributor) {
    return contributor.account().isPresent() ? null : contributor.name().toLowerCase(Locale.ROOT);
  }

  /** The same contributor of the initiative as before, by account or by name. */
  static Optional<UUID> find(Tx tx, Initiative initiative, Contributor from) {
    return tx.query(
            """
            select id from contributor
            where workspace_id = :workspace and initiative_id = :initiative
              and (user_id = :user or name_key = :nameKey)
            order by id fetch first 1 rows only
            """)
        .bind("workspace", initiative.workspace())
        .bind("initiative", initiative.id())
        .bind("user", from.account().map(UserId::value).orElse(null))
        .bind("nameKey", nameKey(from))
        .mapTo(UUID.class)
        .findOne();
  }

  static void add(Tx tx, Initiative initiative, UUID id, Contributor contributor) {
    tx.update(
            """
            insert into contributor (workspace_id, id, initiative_id, user_id, name, name_key, grp,
              patient, reach, address)
            values (:workspace, :id, :initiative, :user, :name, :nameKey, :group,
              :patient, :reach, :address)
            """)
        .bind("workspace", initiative.workspace())
        .bind("id", id)
        .bind("initiative", initiative.id())
        .bind("user", contributor.account().map(UserId::value).orElse(null))
        .bind("name", contributor.name())
        .bind("nameKey", nameKey(contributor))
        .bind("group", contributor.group())
        .bind("patient", contributor.patient())
        .bind("reach", contributor.reach().name())
        .bind("address", contributor.address())
        .execute();
  }

  static Contributor get(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            "select %s from contributor c where c.workspace_id = :workspace and c.id = :id"
                .formatted(COLUMNS))
        .bind("workspace", workspace)
        .bind("id", id)
        .map((row, context) -> read(row))
        .one();
  }

  static void update(Tx tx, WorkspaceId workspace, UUID id, Contributor contributor) {
    tx.update(
            """
            update contributor set name = :name, grp = :group, patient = :patient, reach = :reach,
              address = :address
            where workspace_id = :workspace and id = :id
            """)
        .bind("name", contributor.name())
        .bind("group", contributor.group())
        .bind("patient", contributor.patient())
        .bind("reach", contributor.reach().name())
        .bind("address", contributor.address())
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  /** Whether the one who gave this input gave another one too that was not withdrawn. */
  static boolean hasMore(Tx tx, Input input) {
    return tx.query(
                """
                select count(*) from input
                where workspace_id = :workspace and contributor_id = :contributor and id <> :input
                  and withdrawn_at is null
                """)
            .bind("workspace", input.workspace())
            .bind("contributor", input.contributorId())
            .bind("input", input.id())
            .mapTo(Integer.class)
            .one()
        > 0;
  }
}
