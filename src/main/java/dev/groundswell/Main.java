package dev.groundswell;

import dev.groundswell.cli.AskLines;
import dev.groundswell.cli.TipsLines;
import dev.groundswell.config.BadSetting;
import dev.groundswell.config.Settings;
import dev.groundswell.config.SettingsReader;
import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUnavailable;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.prompt.BrokenFile;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.search.TipSearch;
import dev.groundswell.vault.VaultLocked;
import dev.groundswell.web.PortInUse;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line. Here alone the clock, the environment and chance are read. */
@Command(
    name = "groundswell",
    description = "Win buy-in for health-equity work, and keep it.",
    mixinStandardHelpOptions = true)
public final class Main implements Runnable {
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private static final PrintStream ERR =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  public static void main(String[] args) {
    CommandLine line =
        new CommandLine(new Main())
            .setOut(new PrintWriter(OUT, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(ERR, true, StandardCharsets.UTF_8))
            .setExecutionExceptionHandler((e, command, parsed) -> explain(e));
    System.exit(line.execute(args));
  }

  /**
   * What the person who started it can mend is one line; everything else is a bug, with its trace.
   */
  private static int explain(Exception e) {
    if (e instanceof BadSetting
        || e instanceof DatabaseUnavailable
        || e instanceof PortInUse
        || e instanceof BrokenFile
        || e instanceof VaultLocked
        || e instanceof IllegalArgumentException) {
      ERR.println(e.getMessage());
      return 2;
    }
    e.printStackTrace(ERR);
    return 1;
  }

  @Override
  public void run() {
    sandbox();
  }

  @Command(description = "Try Groundswell on this machine, without Slack (the default).")
  void sandbox() {
    SettingsReader reader = reader();
    try (SandboxBot sandbox =
        SandboxBot.open(Clock.systemUTC(), new SecureRandom(), prompts(reader), reader.port())) {
      ERR.println("The sandbox is open: " + sandbox.page() + " (Ctrl-C closes it)");
      untilStopped(sandbox);
    }
  }

  @Command(description = "Run the bot for a real Slack workspace.")
  void serve() {
    SettingsReader reader = reader();
    Settings settings = reader.forServer();
    try (Bot bot =
        new Bot(
            settings,
            "",
            prompts(reader),
            Clock.systemUTC(),
            Clock.systemUTC(),
            new SecureRandom(),
            List.of())) {
      bot.start();
      ERR.println("Groundswell listens on port " + bot.port() + " (" + settings.database() + ").");
      untilStopped(bot);
    }
  }

  @Command(description = "Answer a question, as Slack would.")
  void ask(
      @Option(names = "--json", description = "One JSON object for the answer.") boolean json,
      @Option(names = "--batch", description = "One JSON line for each line of standard input.")
          boolean batch,
      @Parameters(arity = "0..*", paramLabel = "QUESTION") List<String> question)
      throws IOException {
    PromptFiles prompts = prompts(reader());
    TipSearch search = TipSearch.load(TipLibrary.load(prompts), prompts);
    search.loadModel();
    AskLines lines = new AskLines(search, new PrintWriter(OUT, false, StandardCharsets.UTF_8));
    String words = question == null ? "" : String.join(" ", question);
    if (batch) {
      lines.batch(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    } else if (json) {
      lines.json(words);
    } else {
      lines.text(words);
    }
  }

  @Command(description = "Three tips for an audience.")
  void tips(
      @Option(names = "--json") boolean json,
      @Option(names = "--stage", paramLabel = "STAGE") String stage,
      @Option(names = "--situation", paramLabel = "SITUATION") String situation,
      @Parameters(arity = "1..*", paramLabel = "AUDIENCE") List<String> audience) {
    new TipsLines(
            TipLibrary.load(prompts(reader())), new PrintWriter(OUT, false, StandardCharsets.UTF_8))
        .print(String.join(" ", audience), stage, situation, json);
  }

  @Command(description = "Bring the schema of the database up to date, and stop.")
  void migrate() {
    DatabaseUrl url = reader().database();
    Database.open(url).close();
    ERR.println("The schema is up to date (" + url + ").");
  }

  @Command(description = "Wrap what is sealed in the first key of ENCRYPTION_KEY.")
  void rekey() {
    ERR.println(new Upkeep(reader(), Clock.systemUTC(), new SecureRandom()).rekey());
  }

  @Command(description = "Erase a person: what they said, their name, the key of what was sealed.")
  int erase(
      @Option(names = "--workspace", required = true, paramLabel = "T…") String workspace,
      @Option(names = "--user", paramLabel = "U…", description = "By their id in Slack.")
          String user,
      @Option(names = "--name", description = "By the name they were recorded under.") String name,
      @Option(names = "--yes", description = "Do it; without this it is only rehearsed.")
          boolean yes) {
    if ((user == null) == (name == null)) {
      ERR.println("erase wants either --user with an id of Slack's, or --name.");
      return 2;
    }
    Somebody who = user == null ? new Somebody.Named(name) : new Somebody.Account(new UserId(user));
    new Upkeep(reader(), Clock.systemUTC(), new SecureRandom())
        .erase(new WorkspaceId(workspace), who, yes)
        .forEach(OUT::println);
    return 0;
  }

  private static PromptFiles prompts(SettingsReader reader) {
    return reader.prompts().map(PromptFiles::in).orElseGet(PromptFiles::packaged);
  }

  private static SettingsReader reader() {
    Path file = Path.of("config", "groundswell.yaml");
    try {
      return SettingsReader.of(
          System.getenv(), Files.isReadable(file) ? Files.readString(file) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for SIGTERM or Ctrl-C, and stops the bot before the process ends. */
  private static void untilStopped(AutoCloseable running) {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    running.close();
                  } catch (Exception e) {
                    ERR.println(e.getMessage());
                  } finally {
                    stopped.countDown();
                  }
                },
                "stop"));
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
