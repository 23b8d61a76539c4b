package dev.groundswell.prompt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wrong with a set of files, collected so that a writer sees all of it at once. Not safe
 * for several threads.
 */
public final class Problems {
  private static final int SHOWN = 20;

  private final Set<String> found = new LinkedHashSet<>();

  /**
   * Notes one problem; {@code where} is file and line, {@code what} says what is wrong and what
   * would be right.
   */
  public void add(String where, String what) {
    found.add(where + ": " + what);
  }

  /** Takes over what made a file unreadable, so that the other files can still be looked at. */
  public void add(BrokenFile broken) {
    found.addAll(broken.problems());
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Returns if nothing was found.
   *
   * @throws BrokenFile with the first twenty problems, and the number of those left out
   */
  public void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    Stream<String> shown = found.stream().limit(SHOWN);
    int more = found.size() - SHOWN;
    Stream<String> rest = more > 0 ? Stream.of("and " + more + " more") : Stream.empty();
    throw new BrokenFile(Stream.concat(shown, rest).toList());
  }

  /** The problems so far, in the order they were found. */
  public List<String> all() {
    return List.copyOf(found);
  }
}
