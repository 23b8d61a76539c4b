package dev.groundswell.feedback;

import dev.groundswell.feedback.InputList.Tab;
import dev.groundswell.initiative.Initiative;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of the inputs of an initiative, with the figures of all of it.
 *
 * @param inputs those of the page
 * @param counts how many stand in each tab, with the same filters
 * @param rounds those that one can choose from, the newest first
 * @param mayExport whether the one who looks may take the list along
 */
public record InputPage(
    Initiative initiative,
    InputList list,
    List<Input> inputs,
    Map<Tab, Integer> counts,
    HeardBack heardBack,
    ByGroup byGroup,
    List<Round> rounds,
    LocalDate today,
    boolean mayExport) {

  public InputPage {
    inputs = List.copyOf(inputs);
    counts = Map.copyOf(counts);
    rounds = List.copyOf(rounds);
  }

  /** How many stand in this tab, on all its pages. */
  public int all() {
    return counts.getOrDefault(list.tab(), 0);
  }

  public boolean hasNext() {
    return (list.page() + 1) * InputList.PAGE < all();
  }

  /** The round that the list is of, if it is of one. */
  public Optional<Round> round() {
    return list.ofRound()
        .flatMap(id -> rounds.stream().filter(it -> it.id().equals(id)).findFirst());
  }
}
