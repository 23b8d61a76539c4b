package dev.groundswell.crash;

import dev.groundswell.Bot;
import dev.groundswell.config.SettingsReader;
import dev.groundswell.prompt.PromptFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * {@code groundswell serve} at another time: due dates lie two weeks ahead, and a test can't wait.
 * Requests are signed by the real clock all the same.
 *
 * <p>Arguments: the real time in milliseconds at which both clocks were set, the time by ours then,
 * how many seconds of ours pass in a real one, and the folder of {@link StandStill}.
 */
final class ServeAhead {
  private ServeAhead() {}

  public static void main(String[] args) throws InterruptedException {
    Clock clock =
        new FastClock(
            Instant.ofEpochMilli(Long.parseLong(args[0])),
            Instant.ofEpochMilli(Long.parseLong(args[1])),
            Integer.parseInt(args[2]),
            new StandStill(Path.of(args[3])));
    try (Bot bot =
        new Bot(
            SettingsReader.of(System.getenv(), "").forServer(),
            "127.0.0.1",
            PromptFiles.packaged(),
            clock,
            Clock.systemUTC(),
            new SecureRandom(),
            List.of())) {
      bot.start();
      System.out.println(Node.READY);
      // Until it is killed: this process is never asked to stop.
      new CountDownLatch(1).await();
    }
  }
}
