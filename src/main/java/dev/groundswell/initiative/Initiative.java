package dev.groundswell.initiative;

import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The programme or project that needs buy-in.
 *
 * @param zone where its days begin and end
 * @param purpose what it is for, or empty
 * @param home the channel in which commands mean it, or null
 * @param workingDays on which its people are written to; one at least
 * @param holidays on which nobody is written to, in order
 * @param archivedAt since when it rests, or null while it is alive
 * @param pausedUntil the day on which sending begins again, or null; it may lie in the past
 */
public record Initiative(
    WorkspaceId workspace,
    UUID id,
    String name,
    UserId lead,
    ZoneId zone,
    String purpose,
    @Nullable ChannelId home,
    Set<DayOfWeek> workingDays,
    SortedSet<LocalDate> holidays,
    @Nullable Instant archivedAt,
    @Nullable LocalDate pausedUntil) {
  /** The longest name, in characters; it has to fit a button. */
  public static final int LONGEST_NAME = 60;

  /** The longest purpose, in characters. */
  public static final int LONGEST_PURPOSE = 500;

  /** So many holidays are enough for years. */
  public static final int MOST_HOLIDAYS = 200;

  public static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  public Initiative {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
    }
    if (purpose.length() > LONGEST_PURPOSE) {
      throw new IllegalArgumentException(
          "a purpose has " + LONGEST_PURPOSE + " characters at most");
    }
    if (workingDays.isEmpty() || holidays.size() > MOST_HOLIDAYS) {
      throw new IllegalArgumentException("an initiative has a working day");
    }
    workingDays = Collections.unmodifiableSet(EnumSet.copyOf(workingDays));
    holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
  }

  /** One as it is when it has just been started. */
  public Initiative(WorkspaceId workspace, UUID id, String name, UserId lead, ZoneId zone) {
    this(
        workspace,
        id,
        name,
        lead,
        zone,
        "",
        null,
        MONDAY_TO_FRIDAY,
        Collections.emptySortedSet(),
        null,
        null);
  }

  Initiative ledBy(UserId other) {
    return new Initiative(
        workspace,
        id,
        name,
        other,
        zone,
        purpose,
        home,
        workingDays,
        holidays,
        archivedAt,
        pausedUntil);
  }

  public boolean isArchived() {
    return archivedAt != null;
  }

  /** Whether nothing is sent at that moment. */
  public boolean isPausedAt(Instant moment) {
    return pausedUntil != null && LocalDate.ofInstant(moment, zone).isBefore(pausedUntil);
  }

  /** Whether that channel is its home. */
  public boolean isAtHomeIn(@Nullable ChannelId channel) {
    return channel != null && channel.equals(home);
  }
}
