package dev.groundswell.knowledge;

import java.util.List;

/** An occasion on which somebody would look for a tip, such as {@code workload-fear}. */
public record Situation(String id, String label, String means, List<String> alsoCalled)
    implements Term {
  public Situation {
    alsoCalled = List.copyOf(alsoCalled);
  }
}
