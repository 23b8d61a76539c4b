package dev.groundswell.knowledge;

import java.util.List;

/**
 * Whom a tip helps to win, such as {@code front-line-staff}; {@code everyone} stands for any of
 * them.
 */
public record Audience(String id, String label, String means, List<String> alsoCalled)
    implements Term {
  static final String EVERYONE = "everyone";

  public Audience {
    alsoCalled = List.copyOf(alsoCalled);
  }

  /** True for the audience whose tips hold for any other. */
  public boolean isEveryone() {
    return id.equals(EVERYONE);
  }
}
