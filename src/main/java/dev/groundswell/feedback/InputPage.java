package dev.groundswell.feedback;

import dev.groundswell.feedback.InputList.Tab;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Standing;
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
 * @param reader what the one who looks may do here
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
    Standing reader) {

  public InputPage {
    inputs = List.copyOf(inputs);
    counts = Map.copyOf(counts);
    rounds = List.copyOf(rounds);
  }

  /** How many stand in this tab, on all its pages. */
  public int all() {
    return counts.getOrDefault(list.tab(), 0);
  }

  /** Whether the one who looks may take the list along. */
  public boolean mayExport() {
    return reader.may(Deed.EXPORT);
  }

  /** Whether the one who looks may decide about an input, report back on it and change it. */
  public boolean isTheirs(Input input) {
    return reader.may(Deed.CHANGE_INPUT, input.owner())
        && reader.may(Deed.DECIDE, input.owner())
        && reader.may(Deed.REPORT_BACK, input.owner());
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
