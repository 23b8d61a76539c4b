package dev.groundswell;

import dev.groundswell.advice.Advice;
import dev.groundswell.advice.Tally;
import dev.groundswell.db.Database;
import dev.groundswell.db.PoolUse;
import dev.groundswell.kernel.Cached;
import dev.groundswell.metrics.Metrics;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.reminder.Reminders;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands in the database, as figures; asked for at most every five seconds. */
final class Gauges {
  private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
  private static final Duration KEPT_FOR = Duration.ofSeconds(5);

  private final Metrics metrics;
  private final Clock clock;

  Gauges(Metrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  void of(Database database) {
    add("active", database, PoolUse::active);
    add("idle", database, PoolUse::idle);
    add("waiting", database, PoolUse::waiting);
    add("most", database, PoolUse::most);
    if (database.fileSize().isPresent()) {
      Cached<Optional<OptionalLong>> size =
          new Cached<>(KEPT_FOR, () -> asked(database::fileSize), clock);
      metrics.gauge(
          "groundswell.database.file.bytes",
          "The size of the database file",
          () -> size.get().map(it -> (double) it.orElse(0)).orElse(Double.NaN));
    }
  }

  private void add(String state, Database database, ToDoubleFunction<PoolUse> read) {
    metrics.gauge(
        "groundswell.database.connections",
        "Connections to the database; waiting are threads that wait for one",
        () -> read.applyAsDouble(database.poolUse()),
        "state",
        state);
  }

  void of(Outbox outbox) {
    Cached<Optional<Map<OutboxState, Long>>> counts =
        new Cached<>(KEPT_FOR, () -> asked(outbox::byState), clock);
    for (OutboxState state : OutboxState.values()) {
      metrics.gauge(
          "groundswell.outbox.messages",
          "Messages to Slack and by mail",
          () -> counts.get().map(it -> (double) it.getOrDefault(state, 0L)).orElse(Double.NaN),
          "state",
          state.name().toLowerCase(Locale.ROOT));
    }
  }

  void of(Reminders reminders) {
    Cached<Optional<Long>> waiting = new Cached<>(KEPT_FOR, () -> asked(reminders::waiting), clock);
    metrics.gauge(
        "groundswell.reminders.waiting",
        "Reminders that wait for their time",
        () -> waiting.get().map(Long::doubleValue).orElse(Double.NaN));
    Cached<Optional<Long>> overdue = new Cached<>(KEPT_FOR, () -> asked(reminders::overdue), clock);
    metrics.gauge(
        "groundswell.reminders.overdue",
        "Reminders whose time has come and that were not fired yet",
        () -> overdue.get().map(Long::doubleValue).orElse(Double.NaN));
  }

  void of(Advice advice) {
    Cached<Optional<Tally>> votes = new Cached<>(KEPT_FOR, () -> asked(advice::votes), clock);
    addVotes("helped", votes, Tally::helped);
    addVotes("did_not", votes, Tally::didNot);
  }

  private void addVotes(String vote, Cached<Optional<Tally>> votes, ToDoubleFunction<Tally> read) {
    metrics.gauge(
        "groundswell.tip.votes",
        "What people made of the tips, in all workspaces",
        () -> votes.get().map(read::applyAsDouble).orElse(Double.NaN),
        "vote",
        vote);
  }

  /** Empty when the database does not answer: a figure that is missing is not zero. */
  private static <T> Optional<T> asked(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (RuntimeException e) {
      LOG.warn("The database could not be asked for figures: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
