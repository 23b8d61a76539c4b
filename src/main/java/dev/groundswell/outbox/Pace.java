package dev.groundswell.outbox;

import dev.groundswell.kernel.WorkspaceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How fast messages may go: so many a minute to a workspace, and one at a time to a recipient with
 * a pause after it. It keeps its promises in this process; several nodes share a budget by having a
 * part of it each.
 */
public final class Pace {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int MANY = 20_000;

  private final long pause;
  private final long interval;
  private final long ahead;
  private final LongSupplier nanos;
  private final Map<Object, Long> freeAt = new HashMap<>();
  private final Map<WorkspaceId, Hold> holds = new HashMap<>();

  private record Channel(WorkspaceId workspace, String recipient) {}

  /** The recipient that was told last to wait, and until when. */
  private record Hold(String recipient, long until) {}

  private Pace(Duration pause, long interval, long ahead, LongSupplier nanos) {
    this.pause = pause.toNanos();
    this.interval = interval;
    this.ahead = ahead;
    this.nanos = nanos;
  }

  /** As fast as it goes, unless the other side asks for patience. */
  public static Pace unlimited() {
    return new Pace(Duration.ZERO, 0, 0, System::nanoTime);
  }

  /**
   * @param pause after a message, until the next to the same recipient
   * @param perMinute the most messages that a workspace gets in any minute; a twentieth of them may
   *     go at once
   * @param nanos a clock that only ever goes on, as {@link System#nanoTime}
   */
  public static Pace of(Duration pause, int perMinute, LongSupplier nanos) {
    int atOnce = Math.max(1, perMinute / 20);
    // What goes at once, and what was late and caught up, come on top of the steady rest.
    long interval = MINUTE / Math.max(1, perMinute - 2 * atOnce);
    return new Pace(pause, interval, (atOnce - 1) * interval, nanos);
  }

  /**
   * Whether a message may go now; then it counts as gone.
   *
   * @return how long it has to wait; zero when it may go
   */
  synchronized Duration take(WorkspaceId workspace, String recipient) {
    long now = nanos.getAsLong();
    Channel channel = new Channel(workspace, recipient);
    long mine = freeAt.getOrDefault(channel, now);
    long everybodys = freeAt.getOrDefault(workspace, now);
    long wait = Math.max(mine - now, everybodys - ahead - now);
    if (wait > 0) {
      return Duration.ofNanos(wait);
    }
    freeAt.put(channel, now + pause);
    freeAt.put(workspace, Math.max(everybodys, now) + interval);
    forgetWhatIsOver(now);
    return Duration.ZERO;
  }

  /** The message has gone, however it ended: the pause begins here. */
  synchronized void gone(WorkspaceId workspace, String recipient) {
    noEarlier(new Channel(workspace, recipient), nanos.getAsLong() + pause);
  }

  /**
   * The other side asks for patience. It does not say whether it means one channel or all: where a
   * second one is told to wait while the first does, the whole workspace waits.
   */
  synchronized void hold(WorkspaceId workspace, String recipient, Duration time) {
    long now = nanos.getAsLong();
    long until = now + time.toNanos();
    noEarlier(new Channel(workspace, recipient), until);
    Hold first = holds.get(workspace);
    if (first != null && first.until() - now > 0 && !first.recipient().equals(recipient)) {
      noEarlier(workspace, until + ahead);
    }
    holds.put(workspace, new Hold(recipient, until));
  }

  private void noEarlier(Object who, long time) {
    freeAt.merge(who, time, (old, other) -> old - other > 0 ? old : other);
  }

  private void forgetWhatIsOver(long now) {
    if (freeAt.size() > MANY) {
      freeAt.values().removeIf(time -> time - now <= 0);
      holds.values().removeIf(hold -> hold.until() - now <= 0);
    }
  }
}
