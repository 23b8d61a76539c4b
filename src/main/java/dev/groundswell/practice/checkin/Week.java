package dev.groundswell.practice.checkin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A facilitator's week: whom to contact on which day.
 *
 * @param days the working days, each with the names, the most urgent first
 * @param isFull there is more than fits a week
 * @param quiet practices at work that nobody was in touch with for long
 * @param leftBehind those with the fewest resources wait longest
 */
public record Week(
    Map<LocalDate, List<String>> days, boolean isFull, List<String> quiet, boolean leftBehind) {
  /** So many contacts fit a day beside other work. */
  public static final int MOST_A_DAY = 4;

  private static final int DAYS = 5;
  private static final int FEW = 3;

  /**
   * A practice that somebody looks after.
   *
   * @param dueOn when a contact is due, or null
   * @param isAtWork it works on something now
   * @param lastTouchOn or null
   * @param rhythmWeeks how often it should hear, at its stage
   */
  public record Stop(
      String name,
      @Nullable LocalDate dueOn,
      boolean isAtWork,
      @Nullable LocalDate lastTouchOn,
      int rhythmWeeks,
      boolean fewResources) {}

  /** Spreads what is due until the week's end over its days; what is late comes first. */
  public static Week of(List<Stop> stops, LocalDate today) {
    List<LocalDate> working = workingDays(today);
    LocalDate last = working.get(working.size() - 1);
    List<Stop> due =
        stops.stream()
            .filter(it -> it.dueOn() != null && !it.dueOn().isAfter(last))
            .sorted(
                Comparator.comparing(Week::dueOn)
                    .thenComparing(it -> !it.fewResources())
                    .thenComparing(Stop::name))
            .toList();
    Map<LocalDate, List<String>> days = new LinkedHashMap<>();
    working.forEach(day -> days.put(day, new ArrayList<>()));
    int placed = 0;
    for (Stop stop : due) {
      for (LocalDate day : working) {
        List<String> names = days.getOrDefault(day, List.of());
        if (!dueOn(stop).isAfter(day) && names.size() < MOST_A_DAY) {
          names.add(stop.name());
          placed++;
          break;
        }
      }
    }
    List<String> quiet =
        stops.stream()
            .filter(Stop::isAtWork)
            .filter(
                it ->
                    it.lastTouchOn() == null
                        || it.lastTouchOn().isBefore(today.minusWeeks(2L * it.rhythmWeeks())))
            .map(Stop::name)
            .sorted()
            .toList();
    return new Week(days, placed < due.size(), quiet, leftBehind(due, today));
  }

  private static LocalDate dueOn(Stop stop) {
    LocalDate due = stop.dueOn();
    return due == null ? LocalDate.MAX : due;
  }

  private static List<LocalDate> workingDays(LocalDate today) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = today;
    while (days.size() < DAYS) {
      if (day.getDayOfWeek().getValue() <= DAYS) {
        days.add(day);
      }
      day = day.plusDays(1);
    }
    return days;
  }

  /** True if all that waited long have few resources, and others do not wait. */
  private static boolean leftBehind(List<Stop> due, LocalDate today) {
    List<Stop> late = due.stream().filter(it -> dueOn(it).isBefore(today.minusWeeks(1))).toList();
    return late.size() >= FEW
        && late.stream().allMatch(Stop::fewResources)
        && due.stream().anyMatch(it -> !it.fewResources());
  }
}
