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
 * @param days those on which one works, each with the names, the most urgent first
 * @param waiting what is due and does not fit, the most urgent first
 * @param quiet practices at work that nobody was in touch with for long
 * @param stale practices at work that were assessed so long ago that it says little about today
 * @param leftBehind those with the fewest resources wait longest
 */
public record Week(
    Map<LocalDate, List<String>> days,
    List<String> waiting,
    List<String> quiet,
    List<String> stale,
    boolean leftBehind) {
  /** So many contacts fit a day beside other work. */
  public static final int MOST_A_DAY = 4;

  private static final int DAYS = 7;
  private static final int FEW = 3;

  /**
   * A practice that somebody looks after.
   *
   * @param dueOn when a contact is due, or null
   * @param isAtWork it works on something now
   * @param heardOn when anybody was last in touch; if nobody was, the day on which it was engaged
   * @param isStale its rating is older than one would take it to be true
   * @param rhythmWeeks how often it should hear, at its stage
   */
  public record Stop(
      String name,
      @Nullable LocalDate dueOn,
      boolean isAtWork,
      LocalDate heardOn,
      boolean isStale,
      int rhythmWeeks,
      boolean fewResources) {}

  /** There is more than fits. */
  public boolean isFull() {
    return !waiting.isEmpty();
  }

  /**
   * Spreads what is due until the week's end over its days; what is late comes first.
   *
   * @param agenda on which days one works
   */
  public static Week of(List<Stop> stops, Agenda agenda, LocalDate today) {
    List<LocalDate> working = workingDays(agenda, today);
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
    List<String> waiting = new ArrayList<>();
    for (Stop stop : due) {
      working.stream()
          .filter(day -> !dueOn(stop).isAfter(day))
          .map(day -> days.getOrDefault(day, List.of()))
          .filter(names -> names.size() < MOST_A_DAY)
          .findFirst()
          .orElse(waiting)
          .add(stop.name());
    }
    List<String> quiet =
        stops.stream()
            .filter(Stop::isAtWork)
            .filter(it -> it.heardOn().isBefore(today.minusWeeks(2L * it.rhythmWeeks())))
            .map(Stop::name)
            .sorted()
            .toList();
    return new Week(days, waiting, quiet, stale(stops), leftBehind(due, today));
  }

  private static List<String> stale(List<Stop> stops) {
    return stops.stream()
        .filter(it -> it.isAtWork() && it.isStale())
        .map(Stop::name)
        .sorted()
        .toList();
  }

  private static LocalDate dueOn(Stop stop) {
    LocalDate due = stop.dueOn();
    return due == null ? LocalDate.MAX : due;
  }

  /** Those of the seven days from the next one on on which one works, so there is one at least. */
  private static List<LocalDate> workingDays(Agenda agenda, LocalDate today) {
    LocalDate first = agenda.firstFreeDay(today);
    return first.datesUntil(first.plusDays(DAYS)).filter(agenda::isFree).toList();
  }

  /** True if all that waited long have few resources, and others do not wait. */
  private static boolean leftBehind(List<Stop> due, LocalDate today) {
    List<Stop> late = due.stream().filter(it -> dueOn(it).isBefore(today.minusWeeks(1))).toList();
    return late.size() >= FEW
        && late.stream().allMatch(Stop::fewResources)
        && due.stream().anyMatch(it -> !it.fewResources());
  }
}
