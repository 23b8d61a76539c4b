package dev.groundswell.initiative;

import dev.groundswell.kernel.ChannelId;
import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wishes an initiative to be, as it was filled in.
 *
 * @param home the channel in which commands mean it, or null
 * @param zone as people write it, such as "New York"
 * @param holidays as people write them, such as "25 Dec 2026, 1 Jan 2027"
 */
public record Charter(
    String name,
    String purpose,
    @Nullable ChannelId home,
    String zone,
    Set<DayOfWeek> workingDays,
    String holidays) {}
