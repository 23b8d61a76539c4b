package dev.groundswell.outbox;

import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Remembers what it was given, and ends as it was told to; without an order everything arrives. */
public final class RecordingSender implements Sender {
  private final Medium medium;
  private final List<Outgoing> sent = new CopyOnWriteArrayList<>();
  private final List<Outgoing> lookedFor = new CopyOnWriteArrayList<>();
  private final Deque<Supplier<SendResult>> ends = new ConcurrentLinkedDeque<>();
  private final Deque<LookBack> found = new ConcurrentLinkedDeque<>();

  private volatile Runnable beforeTheCall = () -> {};

  private RecordingSender(Medium medium) {
    this.medium = medium;
  }

  public static RecordingSender slack() {
    return new RecordingSender(Medium.SLACK);
  }

  public static RecordingSender mail() {
    return new RecordingSender(Medium.MAIL);
  }

  /** Something that happens between each mark and its call. */
  public RecordingSender onceMarked(Runnable event) {
    beforeTheCall = event;
    return this;
  }

  /** The next attempt that has no order yet ends so. */
  public RecordingSender then(SendResult end) {
    ends.add(() -> end);
    return this;
  }

  /** The next attempt ends the process in the middle of the call, as kill -9 does. */
  public RecordingSender thenIsKilled() {
    ends.add(
        () -> {
          throw new Killed();
        });
    return this;
  }

  public RecordingSender thenBreaks() {
    ends.add(
        () -> {
          throw new IllegalStateException("a bug");
        });
    return this;
  }

  /** The next look-back shows this; without an order nothing is there. */
  public RecordingSender shows(LookBack next) {
    found.add(next);
    return this;
  }

  public List<Outgoing> sent() {
    return List.copyOf(sent);
  }

  public List<Outgoing> lookedFor() {
    return List.copyOf(lookedFor);
  }

  @Override
  public Medium medium() {
    return medium;
  }

  @Override
  public Duration longestCall() {
    return medium == Medium.SLACK ? Duration.ofSeconds(30) : Duration.ofMinutes(6);
  }

  @Override
  public int atATime() {
    return 8;
  }

  @Override
  public SendResult send(Outgoing message, BooleanSupplier stillOurs) {
    beforeTheCall.run();
    if (!stillOurs.getAsBoolean()) {
      return SendResult.tooLate();
    }
    sent.add(message);
    Supplier<SendResult> end = ends.poll();
    return end == null ? new SendResult.Sent("D1/" + sent.size()) : end.get();
  }

  @Override
  public LookBack lookBack(Outgoing message) {
    lookedFor.add(message);
    LookBack next = found.poll();
    return next == null ? new LookBack.NotThere() : next;
  }

  /** The end of a process; nothing catches it. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
