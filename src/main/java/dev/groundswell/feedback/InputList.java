package dev.groundswell.feedback;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which inputs of an initiative somebody wants to see.
 *
 * @param round only those of this round, or null
 * @param mine only those that the one who looks has to report back on
 * @param page which page, from 0
 */
public record InputList(Tab tab, Decisions decided, @Nullable UUID round, boolean mine, int page) {
  /** How many stand on a page. */
  public static final int PAGE = 10;

  /** All who wait, the one due first at the top. */
  public static final InputList FIRST = new InputList(Tab.OPEN, Decisions.ALL, null, false, 0);

  /** Where a report-back stands, as people ask for it. */
  public enum Tab {
    OPEN,
    OVERDUE,
    TOLD,
    CONFIRMED,
    UNREACHABLE,
    WITHDRAWN,
    ALL
  }

  /** Whether anything was decided. */
  public enum Decisions {
    ALL,
    DECIDED,
    UNDECIDED
  }

  public InputList {
    if (page < 0) {
      throw new IllegalArgumentException("pages begin at 0");
    }
  }

  public Optional<UUID> ofRound() {
    return Optional.ofNullable(round);
  }

  /** Another tab, from its first page. */
  public InputList tab(Tab other) {
    return new InputList(other, decided, round, mine, 0);
  }

  public InputList decisions(Decisions other) {
    return new InputList(tab, other, round, mine, 0);
  }

  public InputList round(@Nullable UUID other) {
    return new InputList(tab, decided, other, mine, 0);
  }

  public InputList onlyMine(boolean only) {
    return new InputList(tab, decided, round, only, 0);
  }

  public InputList page(int other) {
    return new InputList(tab, decided, round, mine, other);
  }

  /** In one word for a button: what {@link #read} reads. */
  public String toText() {
    return String.join(
        "/",
        tab.name(),
        decided.name(),
        round == null ? "-" : round.toString(),
        mine ? "mine" : "-",
        Integer.toString(page));
  }

  /** Reads {@link #toText}. */
  public static InputList read(String text) {
    String[] parts = text.split("/");
    return new InputList(
        Tab.valueOf(parts[0]),
        Decisions.valueOf(parts[1]),
        parts[2].equals("-") ? null : UUID.fromString(parts[2]),
        parts[3].equals("mine"),
        Integer.parseInt(parts[4]));
  }
}
