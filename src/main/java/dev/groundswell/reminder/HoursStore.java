package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of {@code own_hours}. */
final class HoursStore {
  private HoursStore() {}

  static Map<UserId, WorkingTime> of(Tx tx, WorkspaceId workspace, Set<UserId> people) {
    Map<UserId, WorkingTime> hours = new LinkedHashMap<>();
    if (people.isEmpty()) {
      return hours;
    }
    tx.query(
            """
            select user_id, from_time, until_time, days from own_hours
            where workspace_id = :workspace and user_id in (<people>)
            """)
        .bind("workspace", workspace)
        .bindList("people", people.stream().map(UserId::value).toList())
        .map(
            (row, context) ->
                Map.entry(
                    new UserId(row.getString("user_id")),
                    new WorkingTime(
                        LocalTime.parse(row.getString("from_time")),
                        LocalTime.parse(row.getString("until_time")),
                        Stream.of(row.getString("days").split(","))
                            .map(DayOfWeek::valueOf)
                            .collect(Collectors.toSet()))))
        .forEach(it -> hours.put(it.getKey(), it.getValue()));
    return hours;
  }

  static Map<UserId, LocalDate> backOn(Tx tx, WorkspaceId workspace, Set<UserId> people) {
    Map<UserId, LocalDate> days = new LinkedHashMap<>();
    if (people.isEmpty()) {
      return days;
    }
    tx.query(
            """
            select user_id, back_on from own_hours
            where workspace_id = :workspace and user_id in (<people>) and back_on is not null
            """)
        .bind("workspace", workspace)
        .bindList("people", people.stream().map(UserId::value).toList())
        .map(
            (row, context) ->
                Map.entry(
                    new UserId(row.getString("user_id")),
                    row.getObject("back_on", LocalDate.class)))
        .forEach(it -> days.put(it.getKey(), it.getValue()));
    return days;
  }

  static void save(
      Tx tx, WorkspaceId workspace, UserId user, WorkingTime hours, @Nullable LocalDate backOn) {
    tx.update(
            """
            merge into own_hours o
            using (select cast(:workspace as varchar(32)) w, cast(:user as varchar(32)) u) n
            on o.workspace_id = n.w and o.user_id = n.u
            when matched then update set from_time = :from, until_time = :until, days = :days,
              back_on = cast(:backOn as date)
            when not matched then insert (workspace_id, user_id, from_time, until_time, days, back_on)
              values (n.w, n.u, :from, :until, :days, cast(:backOn as date))
            """)
        .bind("workspace", workspace)
        .bind("user", user)
        .bind("from", hours.from().toString())
        .bind("until", hours.until().toString())
        .bind("backOn", backOn)
        .bind(
            "days", hours.days().stream().sorted().map(Enum::name).collect(Collectors.joining(",")))
        .execute();
  }

  static int forget(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.update("delete from own_hours where workspace_id = :workspace and user_id = :user")
        .bind("workspace", workspace)
        .bind("user", user)
        .execute();
  }
}
