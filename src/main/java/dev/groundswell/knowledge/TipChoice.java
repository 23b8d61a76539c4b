package dev.groundswell.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tips to show to somebody who names audiences, and perhaps a stage and a situation. The same
 * for the same question, each tip once, and never empty as long as the library has tips for
 * everyone.
 *
 * @param audiences who was asked about
 * @param tips all that serve one of them or everyone, best first: those that fit the situation and
 *     the stage, then the situation alone, then the stage alone, then the rest; in each of these,
 *     tips that serve all the audiences, then those that serve one, in turn, then those for
 *     everyone
 * @param fitting how many at the beginning fit both the stage and the situation asked for; all of
 *     them if neither was; 0 if no tip has both
 * @param stageHadNone true if none of the audience's own tips is made for the stage, so that what
 *     is shown fits any stage or any audience
 * @param situationHadNone true if none of the audience's own tips is about the situation
 */
public record TipChoice(
    List<Audience> audiences,
    List<Tip> tips,
    int fitting,
    boolean stageHadNone,
    boolean situationHadNone) {
  private static final int WINDOW = 6;
  private static final int RELATED_COSTS = 4;
  private static final int SAME_SITUATION_COSTS = 2;

  public TipChoice {
    audiences = List.copyOf(audiences);
    tips = List.copyOf(tips);
  }

  /**
   * The tips from {@code page * size} on, at most {@code size}; empty after the last. Pages count
   * from 0.
   */
  public List<Tip> page(int page, int size) {
    int from = Math.min(tips.size(), Math.max(0, page) * size);
    return tips.subList(from, Math.min(tips.size(), from + size));
  }

  static TipChoice among(
      List<Tip> all,
      List<Audience> audiences,
      @Nullable Stage stage,
      @Nullable Situation situation) {
    Wish wish = new Wish(audiences, stage, situation);
    Map<Integer, List<Tip>> tiers = new LinkedHashMap<>();
    all.stream()
        .filter(tip -> wish.own(tip) || tip.servesEveryone())
        .sorted(wish.order())
        .forEach(tip -> tiers.computeIfAbsent(wish.tier(tip), t -> new ArrayList<>()).add(tip));
    List<Tip> chosen = new ArrayList<>();
    tiers.values().forEach(tier -> chooseDiverse(tier, chosen, wish));
    List<Tip> own = all.stream().filter(wish::own).toList();
    return new TipChoice(
        audiences,
        chosen,
        (int) chosen.stream().filter(tip -> wish.fitsStage(tip) && wish.fitsSituation(tip)).count(),
        stage != null && own.stream().noneMatch(tip -> tip.stages().contains(stage)),
        situation != null && own.stream().noneMatch(wish::fitsSituation));
  }

  /** What was asked for, and the order that follows from it. */
  private record Wish(
      List<Audience> audiences, @Nullable Stage stage, @Nullable Situation situation) {

    boolean own(Tip tip) {
      return audiences.isEmpty() || audiences.stream().anyMatch(tip::serves);
    }

    boolean fitsStage(Tip tip) {
      return stage == null || tip.fits(stage);
    }

    boolean fitsSituation(Tip tip) {
      return situation == null || tip.situations().contains(situation);
    }

    /**
     * Tiers are never mixed: first what fits most of the question, then own tips before those for
     * everyone.
     */
    int tier(Tip tip) {
      int unfit = (fitsSituation(tip) ? 0 : 2) + (fitsStage(tip) ? 0 : 1);
      int served = (int) audiences.stream().filter(tip::serves).count();
      int notServed = own(tip) ? audiences.size() - served : audiences.size() + 1;
      int anyStage = stage != null && tip.fitsAnyStage() ? 1 : 0;
      return (unfit * 100 + notServed) * 2 + anyStage;
    }

    Comparator<Tip> order() {
      return Comparator.<Tip>comparingInt(this::tier)
          .thenComparing(tip -> audiences.isEmpty() && !tip.servesEveryone())
          .thenComparing(tip -> !audiences.contains(tip.audiences().get(0)))
          .thenComparingInt(tip -> tip.audiences().size());
    }

    /**
     * The place of the audience that a tip of this tier is for; those that serve several, or all,
     * are of no place.
     */
    int place(Tip tip) {
      List<Audience> served = audiences.stream().filter(tip::serves).toList();
      return served.size() == 1 ? audiences.indexOf(served.get(0)) : -1;
    }
  }

  /** Takes from the head of a tier what resembles the last two the least, the audiences in turn. */
  private static void chooseDiverse(List<Tip> tier, List<Tip> chosen, Wish wish) {
    List<Tip> remaining = new ArrayList<>(tier);
    int turn = 0;
    while (!remaining.isEmpty()) {
      List<Tip> inTurn = inTurn(remaining, wish, turn);
      List<Tip> before = chosen.subList(Math.max(0, chosen.size() - 2), chosen.size());
      Tip next = inTurn.get(0);
      int least = Integer.MAX_VALUE;
      for (int i = 0; i < Math.min(WINDOW, inTurn.size()); i++) {
        int cost = i + resemblance(inTurn.get(i), before, wish);
        if (cost < least) {
          least = cost;
          next = inTurn.get(i);
        }
      }
      remaining.remove(next);
      chosen.add(next);
      turn = wish.place(next) + 1;
    }
  }

  /** The remaining tips of the audience whose turn it is, or of the next that has any. */
  private static List<Tip> inTurn(List<Tip> remaining, Wish wish, int turn) {
    int audiences = wish.audiences().size();
    for (int i = 0; i < audiences; i++) {
      int place = (turn + i) % audiences;
      List<Tip> theirs = remaining.stream().filter(tip -> wish.place(tip) == place).toList();
      if (!theirs.isEmpty()) {
        return theirs;
      }
    }
    return remaining;
  }

  private static int resemblance(Tip tip, List<Tip> before, Wish wish) {
    int cost = 0;
    for (Tip earlier : before) {
      if (tip.related().contains(earlier.id()) || earlier.related().contains(tip.id())) {
        cost += RELATED_COSTS;
      }
      Set<Situation> shared = new HashSet<>(tip.situations());
      shared.retainAll(earlier.situations());
      shared.removeIf(situation -> situation.equals(wish.situation()));
      cost += SAME_SITUATION_COSTS * shared.size();
    }
    return cost;
  }
}
