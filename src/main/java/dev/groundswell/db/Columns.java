package dev.groundswell.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a column holds that may be empty. */
public final class Columns {
  private Columns() {}

  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  public static @Nullable UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static <T> @Nullable T read(ResultSet row, String column, Function<String, T> reading)
      throws SQLException {
    String text = row.getString(column);
    return text == null ? null : reading.apply(text);
  }

  /** The name of a constant as it is kept, or null. */
  public static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
