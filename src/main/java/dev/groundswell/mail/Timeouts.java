package dev.groundswell.mail;

import java.time.Duration;

/**
 * How long the mail server may keep us waiting, each positive.
 *
 * @param connect for the TCP connection
 * @param read for each answer, also the final one. RFC 5321, 4.5.3.2.6 would grant that one ten
 *     minutes: a short wait turns a slow server's "yes" into an unknown end.
 * @param write for each chunk we hand over
 * @param idle how long an unused connection stays open
 */
public record Timeouts(Duration connect, Duration read, Duration write, Duration idle) {
  public Timeouts {
    for (Duration each : new Duration[] {connect, read, write, idle}) {
      if (each.toMillis() < 1 || each.toMillis() > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("a timeout is from 1 ms to 24 days: " + each);
      }
    }
  }

  /** 10 s to connect, 30 s for an answer or a write, 20 s idle. */
  public static Timeouts standard() {
    return new Timeouts(
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofSeconds(20));
  }
}
