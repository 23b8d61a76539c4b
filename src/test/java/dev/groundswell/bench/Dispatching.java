package dev.groundswell.bench;

import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Dispatcher;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.Pace;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.SlackClients;
import dev.groundswell.slack.SlackSender;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Messages to 1,000 channels in 100 workspaces, two to each, by a Slack that takes 50 ms. */
final class Dispatching {
  private static final int ROUNDS = 5;
  private static final int WORKSPACES = 100;
  private static final int CHANNELS = 1000;
  private static final int EACH = 2;
  private static final int PER_MINUTE = 500;
  private static final UserId OWNER = new UserId("U0OWNER");

  private Dispatching() {}

  private static final class OneSentence implements Rendering {
    @Override
    public Set<String> kinds() {
      return Set.of("bench.word");
    }

    @Override
    public Rendered render(WorkspaceId workspace, Item item) {
      return new Rendered.Wanted(
          Message.of("Your input is decided. Tell Priya what became of it."));
    }
  }

  static void measure(String name, DatabaseUrl url) throws Exception {
    Clock clock = Clock.systemUTC();
    try (SlowSlack slack = new SlowSlack(50);
        Database database = Database.open(url);
        SlackClients clients = new SlackClients(slack.uri(), "xoxb-bench")) {
      Ids ids = new Ids(clock, new Random(1));
      Outbox outbox = new Outbox(database, ids);
      Pace pace = Pace.of(Duration.ofSeconds(1), PER_MINUTE, System::nanoTime);
      Dispatcher dispatcher =
          new Dispatcher(
              database,
              outbox,
              clock,
              List.of(new SlackSender(clients, pace, List.of(new OneSentence()))));
      double[] rates = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        fill(database, outbox, ids, clock);
        int before = slack.posts();
        long begin = System.nanoTime();
        int sent = dispatcher.dispatchDue(Medium.SLACK);
        rates[round] = sent / ((System.nanoTime() - begin) / 1e9);
        if (sent != CHANNELS * EACH || slack.posts() - before != sent) {
          throw new IllegalStateException("sent " + sent);
        }
      }
      Arrays.sort(rates);
      Bench.print(Figure.alone(name + "-rate", rates[ROUNDS / 2], "per second"));
      Bench.print(
          Figure.alone(name + "-two-within-a-second", slack.tooFastForAChannel(), "channels"));
      Bench.print(
          Figure.alone(name + "-most-in-a-minute", slack.mostInAMinute(), "of " + PER_MINUTE));
    }
  }

  private static void fill(Database database, Outbox outbox, Ids ids, Clock clock) {
    database.transact(
        tx -> {
          for (int i = 0; i < CHANNELS * EACH; i++) {
            int channel = i % CHANNELS;
            int workspace = channel % WORKSPACES;
            UUID subject = ids.next();
            outbox.put(
                tx,
                new WorkspaceId("T" + 1000 + workspace),
                Medium.SLACK,
                "C" + workspace + "X" + channel,
                OWNER,
                List.of(new Item("bench/" + subject, "bench.word", subject)),
                clock.instant());
          }
        });
  }
}
