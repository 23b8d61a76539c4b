package dev.groundswell.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Counts and times what happens, and tells it to Prometheus. */
public final class Metrics implements AutoCloseable {
  /** Slack waits for three seconds; what lies above them was too late. */
  private static final Duration[] ACK_BUCKETS =
      millis(5, 10, 25, 50, 100, 250, 500, 1000, 2000, 3000);

  private static final Duration[] SEARCH_BUCKETS = millis(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer ack;
  private final Timer search;
  private final JvmGcMetrics garbage = new JvmGcMetrics();

  public Metrics() {
    ack =
        Timer.builder("groundswell.ack")
            .description("From a request's parsing to its answer")
            .serviceLevelObjectives(ACK_BUCKETS)
            .register(registry);
    search =
        Timer.builder("groundswell.search")
            .description("Finding tips for a question")
            .serviceLevelObjectives(SEARCH_BUCKETS)
            .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbage.bindTo(registry);
  }

  private static Duration[] millis(long... millis) {
    return LongStream.of(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }

  /** A request that is being answered. */
  public final class Running {
    private final Timer.Sample since = Timer.start(registry);

    private Running() {}

    /**
     * It was answered.
     *
     * @param verb from a fixed list, never what somebody typed
     * @param outcome from a fixed list
     */
    public void ended(String verb, String outcome) {
      since.stop(ack);
      count(verb, outcome);
    }
  }

  /** Begins to time a request. */
  public Running begin() {
    return new Running();
  }

  /** A request that was not let in, and why: a word from a fixed list. */
  public void turnedAway(String why) {
    count("none", why);
  }

  private void count(String verb, String outcome) {
    Counter.builder("groundswell.requests")
        .description("Requests from Slack")
        .tag("verb", verb)
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }

  /** Times one search. */
  public <T> T searching(Supplier<T> work) {
    Timer.Sample since = Timer.start(registry);
    try {
      return work.get();
    } finally {
      since.stop(search);
    }
  }

  /**
   * A figure that is read when somebody asks.
   *
   * @param tags names and values in turn
   */
  public void gauge(String name, String description, DoubleSupplier read, String... tags) {
    Gauge.builder(name, read, DoubleSupplier::getAsDouble)
        .description(description)
        .tags(Tags.of(tags))
        .strongReference(true)
        .register(registry);
  }

  /** All figures in Prometheus' text format. */
  public String page() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
