package dev.groundswell.sandbox.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is going to go wrong, by method; {@code *} stands for every method. */
public final class Troubles {
  private record Ahead(Trouble trouble, int times) {}

  private final Changes changes;
  private final Map<String, Deque<Ahead>> ahead = new HashMap<>();

  Troubles(Changes changes) {
    this.changes = changes;
  }

  /** The next calls of this method meet this trouble, after those that are already ahead. */
  public synchronized void next(int times, String method, Trouble trouble) {
    if (times < 1) {
      throw new IllegalArgumentException("trouble comes once or more often, not " + times);
    }
    ahead.computeIfAbsent(method, name -> new ArrayDeque<>()).add(new Ahead(trouble, times));
    changes.happened();
  }

  /** All is well from now on. */
  public synchronized void clear() {
    ahead.clear();
    changes.happened();
  }

  /** How many calls will still meet trouble. */
  public synchronized int left() {
    return ahead.values().stream().flatMap(Deque::stream).mapToInt(Ahead::times).sum();
  }

  synchronized Optional<Trouble> take(String method) {
    for (String name : new String[] {method, "*"}) {
      Deque<Ahead> queue = ahead.get(name);
      Ahead first = queue == null ? null : queue.poll();
      if (queue != null && first != null) {
        if (first.times() > 1) {
          queue.addFirst(new Ahead(first.trouble(), first.times() - 1));
        }
        changes.happened();
        return Optional.of(first.trouble());
      }
    }
    return Optional.empty();
  }
}
