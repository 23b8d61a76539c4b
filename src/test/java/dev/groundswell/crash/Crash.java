package dev.groundswell.crash;

import dev.groundswell.db.Engine;
import dev.groundswell.db.PostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kills Groundswell while it records, fires and sends, and counts what Slack and the mail server
 * got of it.
 *
 * <p>A run has three ages, each half a month after the one before. In the first, input is recorded.
 * In the second its reminders are due, and more input is recorded meanwhile. In the third the rest
 * is due. Small runs have two.
 */
public final class Crash implements AutoCloseable {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int SMALL = 200;

  /** Nobody is reminded at night or on a Sunday, whenever this runs. */
  private static final Instant MONDAY_MORNING = Instant.parse("2027-01-11T10:00:00Z");

  private static final Duration HALF_A_MONTH = Duration.ofDays(16);
  private static final long LONGEST_DRAIN = TimeUnit.MINUTES.toMillis(4);
  private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(4);

  private final Plan plan;
  private final Random random;
  private final Path folder;
  private final @Nullable PostgresServer postgres;
  private final CountingSlack slack;
  private final CountingMail mail;
  private final @Nullable DueDigests digests;
  private final Signals signals = new Signals();
  private final StandStill standStill;
  private final List<Node> nodes = new ArrayList<>();
  private final Commands commands;
  private final Rows rows;
  private Instant setAt = Clock.systemUTC().instant();
  private Instant age = MONDAY_MORNING;
  private int rate = 1;
  private int kills;
  private int messagesCutOff;
  private final Set<Node> stopped = ConcurrentHashMap.newKeySet();
  private final List<Thread> standing = new ArrayList<>();
  private boolean keepLogs = true;

  private Crash(Plan plan) throws IOException {
    this.plan = plan;
    random = new Random(plan.seed());
    folder = Files.createTempDirectory("groundswell-crash");
    standStill = new StandStill(folder);
    slack = new CountingSlack(Commands.WORD, new Random(plan.seed()));
    mail = new CountingMail(plan.nodes());
    postgres = plan.engine() == Engine.POSTGRESQL ? PostgresServer.durable() : null;
    String url =
        postgres == null
            ? "jdbc:h2:file:" + folder.resolve("groundswell").toAbsolutePath()
            : postgres.freshAddress();
    for (int i = 0; i < plan.nodes(); i++) {
      int mailPort = plan.mails() == 0 ? 0 : mail.port(i);
      nodes.add(new Node(i, folder.resolve("node" + i), slack.uri(), mailPort, url));
    }
    digests = plan.mails() == 0 ? null : DueDigests.of(plan.mails(), url, age);
    commands = new Commands(nodes);
    Path file = postgres == null ? folder.resolve("groundswell").toAbsolutePath() : null;
    rows = new Rows(url, file, folder);
  }

  /** Does what the plan says, and counts. */
  static Tally run(Plan plan) throws IOException, InterruptedException {
    try (Crash crash = new Crash(plan)) {
      Tally tally = crash.run();
      crash.keepLogs = !tally.isGood();
      return tally;
    }
  }

  private Tally run() throws IOException, InterruptedException {
    boolean small = plan.inputs() < SMALL;
    int ages = small ? 2 : 3;
    int killsPerAge = Math.max(1, plan.kills() / ages);

    startAll();
    commands.startInitiative();
    int first = small ? plan.inputs() : plan.inputs() / 2;
    List<Thread> typists = commands.untilKept(first);
    for (int i = 0; i < plan.kills() - (ages - 1) * killsPerAge; i++) {
      killWhileRecording(first);
    }
    joinAll(typists);
    say("recorded " + commands.kept().size() + " inputs");

    // Whoever sends first is caught at it, however fast the others are.
    if (digests != null) {
      mail.holds(true);
    } else if (plan.stops() > 0) {
      standStill.ask();
    }
    halfAMonthLater();
    Set<String> due = Set.copyOf(commands.kept());
    typists = small ? List.of() : commands.untilKept(plan.inputs());
    if (digests != null) {
      interruptMailing();
    }
    if (killsPerAge > 1) {
      killWhileFiring();
    }
    stopSenders();
    awaitReady();
    killWhileSending(killsPerAge > 1 ? killsPerAge - 1 : 1, due.size());
    joinAll(standing);
    joinAll(typists);
    drain(due, small);

    if (!small) {
      halfAMonthLater();
      killWhileFiring();
      killWhileSending(killsPerAge - 1, commands.kept().size() - due.size());
      drain(commands.kept(), true);
    }
    return tally();
  }

  private Tally tally() throws IOException, InterruptedException {
    Map<String, Integer> arrivals = slack.arrivals();
    if (slack.occasions().size() < arrivals.size()) {
      throw new IllegalStateException("reminders arrived without the buttons they are told by");
    }
    List<String> lost =
        commands.kept().stream().filter(word -> !arrivals.containsKey(word)).toList();
    List<String> doubled =
        slack.occasions().entrySet().stream()
            .filter(it -> it.getValue() > 1)
            .map(Map.Entry::getKey)
            .toList();
    DueDigests.Ends mails = howMailsEnded();
    if (!lost.isEmpty() || !doubled.isEmpty()) {
      say("lost " + lost + ", doubled " + doubled + "; the logs are in " + folder);
    }
    return new Tally(
        plan,
        kills,
        commands.kept().size(),
        commands.brokenOff() + messagesCutOff,
        lost.size() + mails.lost().size(),
        doubled.size() + mails.doubled().size(),
        mails.unknown().size());
  }

  private DueDigests.Ends howMailsEnded() throws IOException, InterruptedException {
    if (digests == null) {
      return new DueDigests.Ends(List.of(), List.of(), List.of());
    }
    for (Node node : nodes) {
      node.kill();
    }
    DueDigests.Ends ends = digests.ends(rows.digests(), mail.arrivals(), slack.askedAbout());
    say("digests, by those whose end was asked about, that are lost, or came twice: " + ends);
    return ends;
  }

  private static void say(String line) {
    System.err.println(line);
  }

  private void startAll() throws IOException, InterruptedException {
    // One after the other: the first one makes the schema.
    for (Node node : nodes) {
      start(node);
      node.awaitReady();
    }
  }

  private void start(Node node) throws IOException {
    node.start(setAt, age, rate);
  }

  private void halfAMonthLater() throws IOException, InterruptedException {
    for (Node node : nodes) {
      node.kill();
    }
    Instant now = Clock.systemUTC().instant();
    Duration passed = Duration.between(setAt, now).multipliedBy(rate);
    age = age.plus(passed).plus(HALF_A_MONTH);
    setAt = now;
    rate = plan.rate();
    for (Node node : nodes) {
      start(node);
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    for (Node node : nodes) {
      if (!stopped.contains(node)) {
        node.awaitReady();
      }
    }
  }

  private Node anyNode() throws InterruptedException {
    await(() -> stopped.size() < nodes.size());
    List<Node> running = nodes.stream().filter(node -> !stopped.contains(node)).toList();
    return running.get(random.nextInt(running.size()));
  }

  private void kill(Node node, String when) throws IOException, InterruptedException {
    killAndStart(node, when);
    node.awaitReady();
  }

  private void killAndStart(Node node, String when) throws IOException, InterruptedException {
    int before = commands.brokenOff();
    node.sendKill();
    int messages = slack.underWay(node.token);
    node.kill();
    messagesCutOff += messages;
    kills++;
    start(node);
    say(
        "killed %s: %d commands and %d messages were in the middle"
            .formatted(when, commands.brokenOff() - before, messages));
  }

  private void killWhileRecording(int target) throws IOException, InterruptedException {
    int from = commands.kept().size();
    int moment = from + 1 + random.nextInt(Math.max(1, (target - from) / 2));
    Node node = anyNode();
    await(
        () ->
            (commands.kept().size() >= moment && node.asked.get() > 0)
                || commands.kept().size() >= target);
    kill(node, "while recording");
  }

  private void killWhileFiring() throws IOException, InterruptedException {
    awaitReady();
    TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
    kill(anyNode(), "while firing");
  }

  private void killWhileSending(int times, int due) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      Node node = anyNode();
      int moment = slack.posts() + random.nextInt(Math.max(1, due / (4 * times)));
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      await(
          () ->
              (slack.posts() >= moment && slack.underWay(node.token) > 0)
                  || System.nanoTime() > patience);
      kill(node, "while sending");
    }
  }

  /**
   * Kills one process while it hands mail over, and lets one stand still for longer than it may.
   */
  private void interruptMailing() throws IOException, InterruptedException {
    Node mailing = nextMailing();
    killAndStart(mailing, "while mailing");
    if (plan.stops() > 0) {
      Node node = nextMailing();
      signals.stop(node.pid());
      mail.holds(false);
      letGoOnLater(node, plan.mailClaimHoldsMillis());
      if (nodes.size() == 1) {
        joinAll(standing);
      }
    }
    mail.holds(false);
    awaitReady();
  }

  private Node nextMailing() throws InterruptedException {
    long end = System.nanoTime() + LONGEST_WAIT;
    while (System.nanoTime() < end) {
      for (int i = 0; i < nodes.size(); i++) {
        if (mail.underWay(i) > 0) {
          return nodes.get(i);
        }
      }
      TimeUnit.MICROSECONDS.sleep(100);
    }
    throw new IllegalStateException("no mail was handed over");
  }

  /** A node that goes on by itself is left to it, and meanwhile others are killed. */
  private void stopSenders() throws IOException, InterruptedException {
    for (int i = 0; i < plan.stops(); i++) {
      Node node = stoppedBetweenMarkAndCall(i == 0 && digests == null);
      if (node == null) {
        say("nothing was left to send, so that no sender could be stopped");
        return;
      }
      letGoOnLater(node, plan.claimHoldsMillis());
      if (i < plan.stops() - 1 || nodes.size() == 1) {
        joinAll(standing);
      }
    }
  }

  /** After others have had the time to look for the message and to send it themselves. */
  private void letGoOnLater(Node node, long claimHoldsMillis) {
    node.takesCommands(false);
    stopped.add(node);
    Thread goingOn = new Thread(() -> goOn(node, claimHoldsMillis), "going-on");
    goingOn.start();
    standing.add(goingOn);
  }

  private void goOn(Node node, long claimHoldsMillis) {
    try {
      TimeUnit.MILLISECONDS.sleep(claimHoldsMillis + 5_000 / plan.rate() + 3_000);
      standStill.letGo(node.pid());
      signals.goOn(node.pid());
      node.takesCommands(true);
      stopped.remove(node);
      say("stopped in the middle, and let go on");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Lets the next sender stand still after it has marked a message and before the call.
   *
   * @param surely there is something to send, and the sender was asked already
   * @return null if nothing is left to send
   */
  private @Nullable Node stoppedBetweenMarkAndCall(boolean surely)
      throws IOException, InterruptedException {
    if (!surely) {
      standStill.ask();
    }
    long end = System.nanoTime() + (surely ? LONGEST_WAIT : TimeUnit.SECONDS.toNanos(20));
    Node node = null;
    while (node == null && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(1);
      node = betweenMarkAndCall();
    }
    if (node == null) {
      standStill.takeBack();
      node = betweenMarkAndCall();
    }
    if (node != null) {
      signals.stop(node.pid());
    } else if (surely) {
      throw new IllegalStateException("no sender was stopped between mark and call");
    }
    return node;
  }

  private @Nullable Node betweenMarkAndCall() {
    for (Node node : nodes) {
      if (!stopped.contains(node) && standStill.isTakenBy(node.pid())) {
        return node;
      }
    }
    return null;
  }

  /** Waits until all of it has arrived, and nothing is left that could come once more. */
  private void drain(Set<String> due, boolean remindersToo)
      throws IOException, InterruptedException {
    long longest = LONGEST_DRAIN + (digests == null ? 0 : 2 * plan.mailClaimHoldsMillis());
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(longest);
    while (System.nanoTime() < end) {
      if (slack.arrivals().keySet().containsAll(due)
          && commands.leftAt(nodes.get(0), remindersToo) == 0) {
        say("drained after " + slack.posts() + " messages");
        return;
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    say("did not drain");
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MICROSECONDS.sleep(100);
    }
  }

  private static void joinAll(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(Node::close);
    signals.close();
    slack.close();
    mail.close();
    if (postgres != null) {
      postgres.close();
    }
    if (!keepLogs) {
      forgetLogs();
    }
  }

  private void forgetLogs() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * {@code [--db h2|postgres] [--nodes N] [--kills K] [--inputs I] [--mail N] [--stop N] [--seed
   * S]}.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Tally tally = run(Arguments.read(args));
    OUT.println(tally);
    System.exit(tally.isGood() ? 0 : 1);
  }
}
