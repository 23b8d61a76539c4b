package dev.groundswell;

import dev.groundswell.db.Database;
import dev.groundswell.metrics.Metrics;
import dev.groundswell.schedule.Heartbeat;
import dev.groundswell.slack.Acknowledgement;
import dev.groundswell.slack.Intake;
import dev.groundswell.slack.socket.SocketMode;
import dev.groundswell.web.Readiness;
import dev.groundswell.web.Readiness.Part;
import dev.groundswell.web.Signature;
import dev.groundswell.web.SlackDoor;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of HTTP that need parts of several rooms. */
final class Doors {
  private Doors() {}

  /** The address that Slack sends its requests to. */
  static SlackDoor slack(String secret, Intake intake, Clock clock, Metrics metrics) {
    return new SlackDoor(
        new Signature(secret, clock),
        (headers, body) -> {
          Acknowledgement it = intake.overHttp(headers, body);
          return new SlackDoor.Answer(it.status(), it.contentType(), it.body());
        },
        clock,
        metrics::turnedAway);
  }

  /** Whether this process can do its work. */
  static Readiness readiness(Database database, Heartbeat heartbeat, @Nullable SocketMode socket) {
    Readiness readiness = new Readiness();
    readiness.ask("database", () -> Part.either(database.answers(), "answers", "does not answer"));
    readiness.ask("migrations", () -> Part.either(database.isMigrated(), "applied", "missing"));
    readiness.ask(
        "ticks",
        () -> {
          List<String> late = heartbeat.late();
          return Part.either(late.isEmpty(), "run", "late: " + String.join(", ", late));
        });
    if (socket != null) {
      readiness.ask(
          "socket mode", () -> Part.either(socket.isConnected(), "connected", "not connected"));
    }
    return readiness;
  }
}
