package dev.groundswell.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.feedback.ByGroup.Figures;
import dev.groundswell.feedback.ByGroup.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is shown of groups, and what nobody can work out from it. */
class ByGroupTest {

  private static Group group(String name, int people, int heard) {
    return new Group(name, new Figures(people, people, heard));
  }

  @Test
  void large_groups_are_shown_the_largest_first() {
    ByGroup shown = ByGroup.of(List.of(group("staff", 6, 2), group("patients", 20, 10)));

    assertThat(shown.shown()).extracting(Group::name).containsExactly("patients", "staff");
    assertThat(shown.total()).isEqualTo(new Figures(26, 26, 12));
    assertThat(shown.rest()).isNull();
  }

  @Test
  void two_small_groups_are_hidden_in_a_rest_of_five_or_more() {
    ByGroup shown =
        ByGroup.of(
            List.of(group("staff", 3, 1), group("patients", 20, 10), group("clinicians", 4, 3)));

    assertThat(shown.shown()).extracting(Group::name).containsExactly("patients");
    assertThat(shown.rest()).isEqualTo(new Figures(7, 7, 4));
  }

  @Test
  void one_small_group_takes_the_next_larger_one_with_it() {
    ByGroup shown =
        ByGroup.of(
            List.of(group("staff", 3, 1), group("patients", 20, 10), group("clinicians", 8, 3)));

    assertThat(shown.shown()).extracting(Group::name).containsExactly("patients");
    assertThat(shown.rest()).isEqualTo(new Figures(11, 11, 4));
  }

  @Test
  void where_all_of_the_rest_have_heard_another_group_joins_it() {
    ByGroup shown =
        ByGroup.of(
            List.of(
                group("staff", 3, 3),
                group("patients", 20, 10),
                group("clinicians", 4, 4),
                group("families", 9, 4)));

    assertThat(shown.shown()).extracting(Group::name).containsExactly("patients");
    assertThat(shown.rest()).isEqualTo(new Figures(16, 16, 11));
  }

  @Test
  void where_nothing_can_be_shown_safely_there_is_only_the_total() {
    ByGroup shown = ByGroup.of(List.of(group("staff", 3, 1), group("patients", 20, 10)));

    assertThat(shown.shown()).isEmpty();
    assertThat(shown.rest()).isNull();
    assertThat(shown.total()).isEqualTo(new Figures(23, 23, 11));
  }

  @Test
  void without_groups_there_is_nothing_to_show() {
    assertThat(ByGroup.of(List.of())).isEqualTo(new ByGroup(new Figures(0, 0, 0), List.of(), null));
  }

  /**
   * For each hidden group there is another world that looks the same and in which that group has
   * another size, and one in which another number of it has heard.
   */
  @Test
  void no_size_and_no_count_of_a_hidden_group_can_be_derived() {
    Random random = new Random(20261122);
    int hiddenSmall = 0;
    for (int run = 0; run < 20_000; run++) {
      List<Group> groups = world(random);
      ByGroup display = ByGroup.of(groups);
      List<Group> hidden = groups.stream().filter(it -> !display.shown().contains(it)).toList();
      for (Group group : hidden) {
        if (group.figures().people() >= ByGroup.FEWEST_SHOWN || display.total().people() < 2) {
          continue;
        }
        hiddenSmall++;
        assertThat(possible(display, hidden, group, (it, was) -> it.people() != was.people()))
            .as("another size of %s in %s", group, groups)
            .isTrue();
        boolean allAlike =
            display.total().heard() == 0 || display.total().heard() == display.total().owed();
        assertThat(
                allAlike
                    || possible(display, hidden, group, (it, was) -> it.heard() != was.heard()))
            .as("another count of %s in %s", group, groups)
            .isTrue();
      }
    }
    assertThat(hiddenSmall).isGreaterThan(10_000);
  }

  @Test
  void the_guard_above_sees_a_single_hidden_group() {
    Group staff = group("staff", 3, 1);
    ByGroup careless =
        new ByGroup(
            new Figures(23, 23, 11), List.of(group("patients", 20, 10)), new Figures(3, 3, 1));

    assertThat(possible(careless, List.of(staff), staff, (it, was) -> it.people() != was.people()))
        .isFalse();
  }

  private static List<Group> world(Random random) {
    List<Group> groups = new ArrayList<>();
    int howMany = 1 + random.nextInt(5);
    int mood = random.nextInt(4);
    for (int i = 0; i < howMany; i++) {
      int people = 1 + random.nextInt(random.nextBoolean() ? 4 : 11);
      int heard = mood == 0 ? people : mood == 1 ? 0 : random.nextInt(people + 1);
      groups.add(group("group " + i, people, heard));
    }
    return groups;
  }

  /** Whether there is another world that looks the same and has the group otherwise. */
  private static boolean possible(
      ByGroup display, List<Group> hidden, Group group, BiPredicate<Figures, Figures> otherwise) {
    Figures rest = sum(hidden);
    for (int people = 1; people <= rest.people(); people++) {
      for (int heard = 0; heard <= Math.min(people, rest.heard()); heard++) {
        Figures mine = new Figures(people, people, heard);
        int others = rest.people() - people;
        int othersHeard = rest.heard() - heard;
        if (othersHeard > others || !otherwise.test(mine, group.figures())) {
          continue;
        }
        if (looksTheSame(display, new Group(group.name(), mine), others, othersHeard, others)
            || looksTheSame(display, new Group(group.name(), mine), others, othersHeard, 4)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The same display, with the others in groups of at most so many. */
  private static boolean looksTheSame(
      ByGroup display, Group group, int others, int othersHeard, int atMost) {
    List<Group> world = new ArrayList<>(display.shown());
    world.add(group);
    int left = others;
    int heardLeft = othersHeard;
    for (int i = 0; left > 0; i++) {
      int people = Math.min(left, atMost);
      int heard = Math.min(people, heardLeft);
      world.add(group("another " + i, people, heard));
      left -= people;
      heardLeft -= heard;
    }
    return ByGroup.of(world).equals(display);
  }

  private static Figures sum(List<Group> groups) {
    return new Figures(
        add(groups, Figures::people), add(groups, Figures::owed), add(groups, Figures::heard));
  }

  private static int add(List<Group> groups, java.util.function.ToIntFunction<Figures> of) {
    return groups.stream()
        .map(Group::figures)
        .flatMapToInt(it -> IntStream.of(of.applyAsInt(it)))
        .sum();
  }
}
