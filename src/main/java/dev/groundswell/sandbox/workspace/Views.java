package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The modals that each person has open, one on another, and everybody's Home. */
public final class Views {
  private static final int DEPTH = 3;

  private final Tokens tokens;
  private final SandboxClock clock;
  private final Changes changes;
  private final Map<String, Deque<View>> stacks = new HashMap<>();
  private final Map<String, View> homes = new HashMap<>();

  Views(Tokens tokens, SandboxClock clock, Changes changes) {
    this.tokens = tokens;
    this.clock = clock;
    this.changes = changes;
  }

  /** The modal on top, if this person has one open. */
  public synchronized Optional<View> top(String userId) {
    return Optional.ofNullable(stack(userId).peek());
  }

  /** The open modals, the one on top first. */
  public synchronized List<View> open(String userId) {
    return new ArrayList<>(stack(userId));
  }

  public synchronized Optional<View> home(String userId) {
    return Optional.ofNullable(homes.get(userId));
  }

  /** An open modal or a Home, by its id. */
  public synchronized Optional<View> find(String viewId) {
    return everything().stream().filter(each -> each.id().equals(viewId)).findFirst();
  }

  private List<View> everything() {
    List<View> all = new ArrayList<>(homes.values());
    stacks.values().forEach(all::addAll);
    return all;
  }

  /** Opens a modal in place of whatever was open. */
  synchronized View open(String userId, ObjectNode source) {
    refuseDuplicate(source, null);
    stack(userId).clear();
    String id = nextId();
    return put(new View(id, userId, source, nextHash(), id, null, Map.of()));
  }

  synchronized View push(String userId, ObjectNode source) {
    refuseDuplicate(source, null);
    Deque<View> stack = stack(userId);
    View below = stack.peek();
    if (below == null) {
      throw new Refused("invalid_trigger_id");
    }
    if (stack.size() >= DEPTH) {
      throw new Refused("push_limit_reached");
    }
    return put(
        new View(nextId(), userId, source, nextHash(), below.rootId(), below.id(), Map.of()));
  }

  /** Replaces the content of a view, unless somebody has changed it since that hash. */
  synchronized View update(View old, ObjectNode source, String hash) {
    if (!hash.isEmpty() && !hash.equals(old.hash())) {
      throw new Refused("hash_conflict");
    }
    refuseDuplicate(source, old.id());
    return replace(old, old.with(source, nextHash()));
  }

  synchronized View publish(String userId, ObjectNode source, String hash) {
    View old = homes.get(userId);
    if (!hash.isEmpty() && old != null && !hash.equals(old.hash())) {
      throw new Refused("hash_conflict");
    }
    String id = old == null ? nextId() : old.id();
    View home = new View(id, userId, source, nextHash(), id, null, Map.of());
    homes.put(userId, home);
    changes.happened();
    return home;
  }

  /** Shows what is wrong with the entries of a view, by block_id. */
  synchronized void wrong(String viewId, Map<String, String> errors) {
    find(viewId).ifPresent(old -> replace(old, old.wrong(errors)));
  }

  synchronized Optional<View> byExternalId(String externalId) {
    return everything().stream()
        .filter(each -> each.source().path("external_id").asText("").equals(externalId))
        .findFirst();
  }

  synchronized void close(View view) {
    stack(view.userId()).removeIf(each -> each.id().equals(view.id()));
    changes.happened();
  }

  synchronized void clear(String userId) {
    stack(userId).clear();
    changes.happened();
  }

  private View put(View view) {
    stack(view.userId()).push(view);
    changes.happened();
    return view;
  }

  private View replace(View old, View by) {
    if (homes.get(old.userId()) != null && homes.get(old.userId()).id().equals(old.id())) {
      homes.put(old.userId(), by);
    } else {
      Deque<View> stack = stack(old.userId());
      List<View> views = new ArrayList<>(stack);
      views.replaceAll(each -> each.id().equals(old.id()) ? by : each);
      stack.clear();
      stack.addAll(views);
    }
    changes.happened();
    return by;
  }

  private void refuseDuplicate(ObjectNode source, @Nullable String except) {
    String externalId = source.path("external_id").asText("");
    if (!externalId.isEmpty()
        && byExternalId(externalId).filter(each -> !each.id().equals(except)).isPresent()) {
      throw new Refused("duplicate_external_id");
    }
  }

  private Deque<View> stack(String userId) {
    return stacks.computeIfAbsent(userId, id -> new ArrayDeque<>());
  }

  private String nextId() {
    return "V" + tokens.next(10);
  }

  private String nextHash() {
    return clock.instant().getEpochSecond() + "." + tokens.next(8);
  }
}
