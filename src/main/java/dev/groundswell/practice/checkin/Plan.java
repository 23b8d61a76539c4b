package dev.groundswell.practice.checkin;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens for a practice that said "not now".
 *
 * @param since the day it was set
 * @param weeks between two contacts
 * @param kinds what it may be contacted with
 * @param stopped somebody wanted no more check-ins; the plan is kept, and reminds nobody
 */
public record Plan(LocalDate since, int weeks, Set<ItemKind> kinds, boolean stopped) {
  /** One that reminds. */
  public Plan(LocalDate since, int weeks, Set<ItemKind> kinds) {
    this(since, weeks, kinds, false);
  }

  public Plan {
    if (weeks < Cadence.SHORTEST || weeks > Cadence.LONGEST) {
      throw new IllegalArgumentException("a plan has 1 to 52 weeks, not " + weeks);
    }
    kinds =
        Collections.unmodifiableSet(
            kinds.isEmpty() ? EnumSet.allOf(ItemKind.class) : new TreeSet<>(kinds));
  }

  /** The same, set on another day. */
  Plan from(LocalDate day) {
    return new Plan(day, weeks, kinds, stopped);
  }

  Plan stop() {
    return new Plan(since, weeks, kinds, true);
  }

  Plan every(int each) {
    return new Plan(since, each, kinds, stopped);
  }
}
