package dev.groundswell.outbox;

import dev.groundswell.db.Database;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.Waiting.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what is due. Each medium has hands of its own, and each recipient gets one message at a
 * time, as fast as the other side wants it; so nobody who is slow holds up anybody else. A message
 * is marked before its call, by itself, so that after a crash it is known which ones are unknown;
 * those are looked for on the other side before they are sent again.
 */
public final class Dispatcher {
  /** What may go within this time is waited for; the rest comes with the next tick. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Asking who is next costs more than one message does. */
  private static final Duration A_MOMENT = Duration.ofMillis(50);

  private final Map<Medium, Lane> lanes = new EnumMap<>(Medium.class);
  private volatile boolean stopping;

  /** One medium. */
  private static final class Lane {
    final Delivery delivery;
    final Hands hands;
    final Set<Recipient> busy = ConcurrentHashMap.newKeySet();

    Lane(Medium medium, Delivery delivery) {
      this.delivery = delivery;
      hands = new Hands(medium.name().toLowerCase(Locale.ROOT), delivery.atATime());
    }
  }

  public Dispatcher(Database database, Outbox outbox, Clock clock, List<Sender> senders) {
    for (Medium medium : Medium.values()) {
      @Nullable Sender sender =
          senders.stream().filter(it -> it.medium() == medium).findFirst().orElse(null);
      Delivery delivery = new Delivery(database, outbox, clock, medium, sender);
      lanes.put(medium, new Lane(medium, delivery));
    }
  }

  /**
   * Sends everything that is due by all media, mail first: what can't be mailed is told by Slack.
   *
   * @return how many were tried
   */
  public int dispatchDue() {
    return dispatchDue(Medium.MAIL) + dispatchDue(Medium.SLACK);
  }

  /**
   * Sends everything that is due by one medium, and returns when all calls are over.
   *
   * @return how many were tried
   */
  public int dispatchDue(Medium medium) {
    Lane lane = lane(medium);
    Round round = new Round(lane.hands);
    try {
      boolean more = true;
      while (more && !stopping && !round.hasFailed()) {
        more = startWhatMayGo(lane, round);
      }
    } finally {
      round.end();
    }
    return round.counted();
  }

  /** False when nothing is left that may go soon. */
  private boolean startWhatMayGo(Lane lane, Round round) {
    int ended = round.ended();
    int started = 0;
    Duration soonest = PATIENCE;
    for (Waiting next : lane.delivery.next()) {
      if (stopping || round.hasFailed()) {
        return false;
      }
      // Added before the pace is asked: the hand that lets go of it has told the pace by then.
      if (lane.busy.add(next.to())) {
        Duration wait = lane.delivery.pace().take(next.workspace(), next.recipient());
        if (wait.isZero()) {
          round.start(() -> deliver(lane, next));
          started++;
        } else {
          lane.busy.remove(next.to());
          soonest = wait.compareTo(soonest) < 0 ? wait : soonest;
        }
      }
    }
    if (started == 0 && round.isIdle() && soonest.equals(PATIENCE)) {
      return false;
    }
    if (started == 0) {
      round.awaitEnd(ended, soonest);
    }
    round.await(A_MOMENT);
    return true;
  }

  private static boolean deliver(Lane lane, Waiting next) {
    try {
      return lane.delivery.deliver(next);
    } finally {
      lane.busy.remove(next.to());
    }
  }

  /** Begins no further message; those that are being sent are finished. */
  public void stop() {
    stopping = true;
  }

  /**
   * Finds out how the calls ended that nobody recorded the end of, because the process was killed
   * or the connection broke.
   *
   * @return how many were looked for
   */
  public int settleUnknown() {
    int looked = 0;
    for (Medium medium : Medium.values()) {
      looked += settleUnknown(lane(medium));
    }
    return looked;
  }

  private int settleUnknown(Lane lane) {
    Round round = new Round(lane.hands);
    try {
      while (!stopping && !round.hasFailed()) {
        Optional<Outgoing> next = lane.delivery.nextUnsettled();
        if (next.isEmpty()) {
          break;
        }
        round.start(
            () -> {
              lane.delivery.lookFor(next.get());
              return true;
            });
      }
    } finally {
      round.end();
    }
    return round.counted();
  }

  private Lane lane(Medium medium) {
    return Objects.requireNonNull(lanes.get(medium));
  }
}
