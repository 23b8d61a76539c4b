package dev.groundswell.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of each group, with small groups hidden: what a handful of people said or heard is
 * nobody's to know from a figure. A small group goes into a common rest, and so do the next larger
 * ones until nothing about a hidden group follows from the rest, the total and the groups that are
 * shown. Neither the names nor the number of the hidden groups are told.
 *
 * @param total of all groups
 * @param shown the groups that are large enough, the largest first
 * @param rest of all the others together; null where there is none, or where it would say the same
 *     as the total
 */
public record ByGroup(Figures total, List<Group> shown, @Nullable Figures rest) {
  /** A group with fewer people is hidden. */
  public static final int FEWEST_SHOWN = 5;

  private static final Comparator<Group> SMALLEST_FIRST =
      Comparator.comparingInt((Group group) -> group.figures().people())
          .thenComparing(Comparator.comparing(Group::name).reversed());

  public ByGroup {
    shown = List.copyOf(shown);
  }

  /**
   * The figures of some people.
   *
   * @param people how many different contributors
   * @param owed report-backs that they are owed, all but what was withdrawn
   * @param heard those of them that were told or confirmed
   */
  public record Figures(int people, int owed, int heard) {
    Figures plus(Figures other) {
      return new Figures(people + other.people, owed + other.owed, heard + other.heard);
    }

    private boolean sayTheSameOfEach() {
      return heard == 0 || heard == owed;
    }
  }

  /** One group by its name. */
  public record Group(String name, Figures figures) {}

  /** All that may be shown of these groups. */
  public static ByGroup of(List<Group> groups) {
    List<Group> present = groups.stream().filter(it -> it.figures().people() > 0).toList();
    Figures total = sum(present);
    List<Group> shown = new ArrayList<>(present.stream().sorted(SMALLEST_FIRST).toList());
    List<Group> hidden = new ArrayList<>();
    while (!shown.isEmpty() && shown.get(0).figures().people() < FEWEST_SHOWN) {
      hidden.add(shown.remove(0));
    }
    while (!hidden.isEmpty() && !shown.isEmpty() && tells(hidden, total)) {
      hidden.add(shown.remove(0));
    }
    Optional<Figures> rest =
        hidden.isEmpty() || shown.isEmpty() ? Optional.empty() : Optional.of(sum(hidden));
    shown.sort(SMALLEST_FIRST.reversed());
    return new ByGroup(total, shown, rest.orElse(null));
  }

  /**
   * Whether the rest tells something about one group in it: it is the only one, they are a handful
   * even together, or all of them have heard, or none, and that does not hold for everybody.
   */
  private static boolean tells(List<Group> hidden, Figures total) {
    Figures rest = sum(hidden);
    return hidden.size() < 2
        || rest.people() < FEWEST_SHOWN
        || (rest.sayTheSameOfEach() && !total.sayTheSameOfEach());
  }

  private static Figures sum(List<Group> groups) {
    return groups.stream().map(Group::figures).reduce(new Figures(0, 0, 0), Figures::plus);
  }
}
