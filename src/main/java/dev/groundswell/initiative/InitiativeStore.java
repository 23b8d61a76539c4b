package dev.groundswell.initiative;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The rows of {@code initiative}. */
final class InitiativeStore {
  private static final RowMapper<Initiative> ROW =
      (row, context) -> {
        String home = row.getString("home_channel");
        return new Initiative(
            new WorkspaceId(row.getString("workspace_id")),
            row.getObject("id", UUID.class),
            row.getString("name"),
            new UserId(row.getString("lead_id")),
            ZoneId.of(row.getString("zone")),
            row.getString("purpose"),
            home == null ? null : new ChannelId(home),
            list(row.getString("working_days")).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
            list(row.getString("holidays"))
                .map(LocalDate::parse)
                .collect(Collectors.toCollection(TreeSet::new)),
            instant(row, "archived_at"),
            row.getObject("paused_until", LocalDate.class));
      };

  private InitiativeStore() {}

  private static Stream<String> list(String text) {
    return text.isEmpty() ? Stream.of() : Stream.of(text.split(","));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static void add(Tx tx, Initiative initiative, UserId by, Instant now) {
    tx.update(
            """
            insert into initiative (workspace_id, id, name, name_key, lead_id, zone, created_by,
              created_at)
            values (:workspace, :id, :name, :nameKey, :lead, :zone, :by, :now)
            """)
        .bind("workspace", initiative.workspace())
        .bind("id", initiative.id())
        .bind("name", initiative.name())
        .bind("nameKey", key(initiative.name()))
        .bind("lead", initiative.lead())
        .bind("zone", initiative.zone().getId())
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /** Writes everything of it that can change. */
  static void save(Tx tx, Initiative initiative) {
    ChannelId home = initiative.home();
    tx.update(
            """
            update initiative set name = :name, name_key = :nameKey, lead_id = :lead, zone = :zone,
              purpose = :purpose, home_channel = :home, working_days = :workingDays,
              holidays = :holidays, archived_at = :archivedAt, paused_until = :pausedUntil
            where workspace_id = :workspace and id = :id
            """)
        .bind("name", initiative.name())
        .bind("nameKey", key(initiative.name()))
        .bind("lead", initiative.lead())
        .bind("zone", initiative.zone().getId())
        .bind("purpose", initiative.purpose())
        .bind("home", home == null ? null : home.value())
        .bind(
            "workingDays",
            initiative.workingDays().stream().map(DayOfWeek::name).collect(Collectors.joining(",")))
        .bind(
            "holidays",
            initiative.holidays().stream()
                .map(LocalDate::toString)
                .collect(Collectors.joining(",")))
        .bind("archivedAt", initiative.archivedAt())
        .bind("pausedUntil", initiative.pausedUntil())
        .bind("workspace", initiative.workspace())
        .bind("id", initiative.id())
        .execute();
  }

  /** By what a name is known again; databases differ in what they lower. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static Optional<Initiative> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from initiative where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static List<Initiative> find(Tx tx, WorkspaceId workspace, Set<UUID> ids) {
    return tx.query("select * from initiative where workspace_id = :workspace and id in (<ids>)")
        .bind("workspace", workspace)
        .bindList("ids", List.copyOf(ids))
        .map(ROW)
        .list();
  }

  /** {@link #find}, and nobody else changes it, or who takes part, until the transaction ends. */
  static Optional<Initiative> lock(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            "select * from initiative where workspace_id = :workspace and id = :id for update")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static Optional<Initiative> named(Tx tx, WorkspaceId workspace, String name) {
    return tx.query(
            "select * from initiative where workspace_id = :workspace and name_key = :nameKey")
        .bind("workspace", workspace)
        .bind("nameKey", key(name))
        .map(ROW)
        .findOne();
  }

  static Optional<Initiative> atHomeIn(Tx tx, WorkspaceId workspace, ChannelId channel) {
    return tx.query(
            """
            select * from initiative where workspace_id = :workspace and home_channel = :channel
            """)
        .bind("workspace", workspace)
        .bind("channel", channel)
        .map(ROW)
        .findOne();
  }

  /** Those in which a person takes part, oldest first. */
  static List<Initiative> of(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.query(
            """
            select i.* from initiative i
            join member m on m.workspace_id = i.workspace_id and m.initiative_id = i.id
            where m.workspace_id = :workspace and m.user_id = :user
            order by i.created_at, i.id
            """)
        .bind("workspace", workspace)
        .bind("user", user)
        .map(ROW)
        .list();
  }
}
