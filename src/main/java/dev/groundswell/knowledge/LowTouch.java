package dev.groundswell.knowledge;

import java.util.List;

/** How to stay in the mind of a practice that is not ready, without pushing. */
public record LowTouch(
    String suits, String aim, List<Strategy> strategies, List<String> never, List<Source> sources) {
  public LowTouch {
    strategies = List.copyOf(strategies);
    never = List.copyOf(never);
    sources = List.copyOf(sources);
  }

  /** One kind of contact, with the tips that explain it. */
  public record Strategy(String id, String advice, List<Tip> tips) {
    public Strategy {
      tips = List.copyOf(tips);
    }
  }
}
