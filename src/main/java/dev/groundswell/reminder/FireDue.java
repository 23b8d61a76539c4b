package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.reminder.ReminderStore.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Takes some due reminders, and puts a message into the outbox for each person. */
final class FireDue {
  private static final int BATCH = 2000;
  private static final int MOST_FOR_ONE = 1000;

  /** Whoever has had so many messages in a working day gets the rest in one the next morning. */
  static final int MOST_A_DAY = 5;

  private static final Duration A_WORKING_DAY = Duration.ofHours(12);

  private final Outbox outbox;
  private final Surroundings surroundings;
  private final Recurrence recurrence;

  FireDue(Outbox outbox, Surroundings surroundings, Recurrence recurrence) {
    this.outbox = outbox;
    this.surroundings = surroundings;
    this.recurrence = recurrence;
  }

  /** One reminder for one person. */
  private record Said(Reminder due, Step.Listener to) {}

  /** Those who have had enough for today, by workspace, as they are found out in one tick. */
  static final class Crowded {
    private final Map<WorkspaceId, Set<UserId>> known = new ConcurrentHashMap<>();
  }

  /** What was done in one transaction; more may be due when it was full. */
  record Batch(boolean full, int said) {}

  Batch batch(Tx tx, Share share, Crowded crowded, Instant now) {
    List<Reminder> next = ReminderStore.takeDue(tx, share, now, BATCH);
    if (next.isEmpty()) {
      return new Batch(false, 0);
    }
    boolean full = next.size() == BATCH;
    List<Reminder> due = full ? withOthersOf(tx, next, now) : next;
    Around around = Around.of(tx, surroundings, due);
    DecideFiring deciding = new DecideFiring(recurrence, now);
    List<Step> decided = due.stream().map(it -> deciding.decide(it, around)).toList();
    lookFor(tx, crowded, due, now);
    List<Step> steps =
        decided.stream()
            .map(
                it ->
                    it instanceof Step.Say say && isTooMuch(say, crowded)
                        ? deciding.tomorrow(say.due(), around)
                        : it)
            .toList();
    List<Step.Say> said =
        steps.stream().filter(Step.Say.class::isInstance).map(Step.Say.class::cast).toList();
    Map<List<Object>, List<Said>> byPerson =
        said.stream()
            .flatMap(say -> say.listeners().stream().map(to -> new Said(say.due(), to)))
            .collect(
                Collectors.groupingBy(
                    it -> List.of(it.due().workspace(), it.to().user()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    outbox.putAll(tx, byPerson.values().stream().map(FireDue::envelope).toList(), now);
    ReminderStore.save(tx, steps.stream().map(Step::after).toList());
    return new Batch(full, said.size());
  }

  /** Once a tick, since whoever gets one message of a tick gets no other. */
  private void lookFor(Tx tx, Crowded crowded, List<Reminder> due, Instant now) {
    due.stream()
        .map(Reminder::workspace)
        .forEach(
            it ->
                crowded.known.computeIfAbsent(
                    it,
                    there -> outbox.havingHad(tx, there, MOST_A_DAY, now.minus(A_WORKING_DAY))));
  }

  /** What somebody chose the moment of themselves comes in any case. */
  private static boolean isTooMuch(Step.Say say, Crowded crowded) {
    Reminder due = say.due();
    return !due.when().snoozed()
        && crowded.known.getOrDefault(due.workspace(), Set.of()).contains(due.recipient());
  }

  /**
   * More may be due for one person than a batch holds; it is one message still. What is due at one
   * instant comes person by person, so that only the last of them can be torn when nothing else is
   * due; as after a pause, it can be any of them.
   */
  private static List<Reminder> withOthersOf(Tx tx, List<Reminder> due, Instant now) {
    Map<UUID, Reminder> all = new LinkedHashMap<>();
    due.forEach(it -> all.put(it.id(), it));
    Reminder last = due.get(due.size() - 1);
    boolean oneInstant = due.get(0).dueAt().equals(ReminderStore.lastDue(tx, now));
    Map<List<Object>, Reminder> torn = new LinkedHashMap<>();
    (oneInstant ? List.of(last) : due)
        .forEach(it -> torn.putIfAbsent(List.of(it.workspace(), it.recipient()), it));
    torn.values()
        .forEach(
            it ->
                ReminderStore.takeDueFor(tx, it.workspace(), it.recipient(), now, MOST_FOR_ONE)
                    .forEach(more -> all.putIfAbsent(more.id(), more)));
    return List.copyOf(all.values());
  }

  private static Outbox.Envelope envelope(List<Said> together) {
    Said first = together.get(0);
    return new Outbox.Envelope(
        first.due().workspace(),
        Medium.SLACK,
        first.to().user().value(),
        first.to().user(),
        together.stream().map(FireDue::part).toList());
  }

  private static Outbox.Part part(Said said) {
    Reminder due = said.due();
    Item item = new Item(due.occasion(said.to().why()).name(), due.kind(), due.subject());
    return new Outbox.Part(item, due.initiative());
  }
}
