package dev.groundswell;

import dev.groundswell.advice.Advice;
import dev.groundswell.config.Settings;
import dev.groundswell.config.Settings.Figures;
import dev.groundswell.feedback.InputsOfLeavers;
import dev.groundswell.initiative.Charters;
import dev.groundswell.initiative.Members;
import dev.groundswell.initiative.Pauses;
import dev.groundswell.initiative.RemindersOfLeavers;
import dev.groundswell.outbox.Dispatcher;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.Pace;
import dev.groundswell.outbox.Sender;
import dev.groundswell.pledge.PledgesOfLeavers;
import dev.groundswell.practice.PracticesOfLeavers;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.reminder.NightlyWork;
import dev.groundswell.reminder.OwnHours;
import dev.groundswell.reminder.ReminderChoices;
import dev.groundswell.schedule.Heartbeat;
import dev.groundswell.schedule.Ticker;
import dev.groundswell.search.TipSearch;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Intake;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.SlackApp;
import dev.groundswell.slack.SlackChannels;
import dev.groundswell.slack.SlackClients;
import dev.groundswell.slack.SlackSender;
import dev.groundswell.slack.advice.AdviceListener;
import dev.groundswell.slack.advice.AdviceView;
import dev.groundswell.slack.home.HomeListener;
import dev.groundswell.slack.home.HomeView;
import dev.groundswell.slack.initiative.Cards;
import dev.groundswell.slack.initiative.CharterListener;
import dev.groundswell.slack.initiative.InitiativeListener;
import dev.groundswell.slack.initiative.InitiativeView;
import dev.groundswell.slack.initiative.MembersListener;
import dev.groundswell.slack.outbox.LogListener;
import dev.groundswell.slack.outbox.UndeliveredListener;
import dev.groundswell.slack.practice.PracticeWhereabouts;
import dev.groundswell.slack.reminder.HoursListener;
import dev.groundswell.slack.reminder.HoursView;
import dev.groundswell.slack.reminder.ReminderListener;
import dev.groundswell.slack.reminder.ReminderView;
import dev.groundswell.slack.reminder.UpcomingListener;
import dev.groundswell.slack.reminder.UpcomingView;
import dev.groundswell.slack.socket.SocketMode;
import dev.groundswell.sponsor.SponsorsOfLeavers;
import dev.groundswell.web.DigestPages;
import dev.groundswell.web.Health;
import dev.groundswell.web.MetricsPage;
import dev.groundswell.web.WebServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/** The whole bot, wired: settings, construction, start, and close in reverse. */
public final class Bot implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);

  /** Slack takes a hundred such questions a minute, and people ask too. */
  private static final int MOST_ASKED_AT_ONCE = 50;

  /** A file of H2's is compacted when it has grown beyond this many bytes. */
  private static final long LARGEST_FILE = 400_000_000;

  private final OpenParts open = new OpenParts();
  private final TipSearch search;
  private final SlackApp app;
  private final Intake intake;
  private final WebServer web;
  private final @Nullable SocketMode socket;
  private final SlackClients clients;
  private final Dispatcher dispatcher;
  private final Ticker ticker;

  /**
   * @param clock by which everything is due; the sandbox moves it
   * @param wallClock by which Slack signs its requests
   * @param host the address to listen on, or an empty text for all
   * @param besides handlers that are asked before the bot's own, as the sandbox's
   */
  public Bot(
      Settings settings,
      String host,
      PromptFiles prompts,
      Clock clock,
      Clock wallClock,
      RandomGenerator random,
      List<Handler> besides) {
    try {
      Engines on = new Engines(settings, prompts, clock, random, open);
      clients = on.clients;
      search = TipSearch.load(on.library, prompts);
      // The model of meanings takes a second or two; until then questions are answered by words.
      Thread model = new Thread(search::loadModel, "model");
      model.setDaemon(true);
      model.start();

      // Features
      FeedbackParts feedback = new FeedbackParts(on);
      PracticeParts practice = new PracticeParts(on);
      SponsorParts sponsor = new SponsorParts(on, feedback, practice);
      Advice advice =
          new Advice(
              on.library,
              question -> on.metrics.searching(() -> search.find(question)),
              on.database,
              clock);
      AdviceListener adviceListener =
          new AdviceListener(
              advice,
              on.library,
              on.audienceWords,
              new AdviceView(on.words, on.library),
              on.words,
              new PracticeWhereabouts(practice.practices, on.words, on.library));
      ReminderChoices choices =
          new ReminderChoices(on.database, on.reminders, on.surroundings, on.recurrence, clock);
      ReminderView reminderView = new ReminderView(on.words);
      ReminderListener reminderListener =
          new ReminderListener(on.initiatives, choices, reminderView, clock);
      UpcomingView upcomingView = new UpcomingView(on.words);
      OwnHours ownHours = new OwnHours(on.database);
      InitiativeView initiativeView = new InitiativeView(on.words);
      Members members = new Members(on.database, on.people, on.outbox, clock);
      members.onLeaving(
          new InputsOfLeavers(),
          new PracticesOfLeavers(),
          new PledgesOfLeavers(),
          new SponsorsOfLeavers(),
          new RemindersOfLeavers(on.reminders));
      Cards cards = new Cards(on.initiatives, members, initiativeView, clock);
      MembersListener membersListener =
          new MembersListener(on.initiatives, members, cards, on.words);
      UndeliveredListener undelivered =
          new UndeliveredListener(on.outbox, on.initiatives, on.words, clock);

      // Slack, inbound
      List<Feature> features = new ArrayList<>();
      features.add(adviceListener);
      features.addAll(feedback.features());
      features.addAll(practice.features());
      features.addAll(sponsor.features());
      features.add(new InitiativeListener(on.initiatives, initiativeView, cards));
      features.add(
          new CharterListener(
              on.initiatives,
              new Charters(on.database, new SlackChannels(on.clients)),
              new Pauses(on.database, on.reminders, on.outbox, clock),
              cards,
              on.words,
              clock));
      features.add(membersListener);
      features.add(
          new UpcomingListener(
              on.reminders,
              choices,
              on.outbox,
              on.initiatives,
              ownHours,
              reminderListener,
              reminderView,
              upcomingView,
              clock));
      features.add(new HoursListener(ownHours, new HoursView(on.words), clock));
      features.add(reminderListener);
      features.add(
          new HomeListener(
              feedback.reportBacks,
              feedback.lists,
              on.initiatives,
              advice,
              adviceListener,
              on.library,
              on.reminders,
              ownHours,
              sponsor.nextSteps(),
              new HomeView(on.words, feedback.inputListView, upcomingView, on.library),
              clock));
      features.add(new LogListener(on.outbox, on.initiatives, on.words));
      features.add(undelivered);
      app =
          new SlackApp(
              settings.slackBotToken(), on.clients, on.people, on.words, on.replies, features);
      intake = new Intake(app, wallClock, on.metrics);
      socket =
          settings
              .socketMode()
              .map(token -> new SocketMode(on.clients, token, intake, wallClock))
              .orElse(null);

      // Delivery
      List<Rendering> renderings = new ArrayList<>();
      renderings.addAll(feedback.renderings());
      renderings.addAll(practice.renderings());
      renderings.addAll(sponsor.renderings());
      renderings.add(undelivered);
      renderings.add(membersListener);
      Pace pace =
          Pace.of(Duration.ofSeconds(1), settings.slackMessagesPerMinute(), System::nanoTime);
      List<Sender> senders = new ArrayList<>();
      senders.add(
          new SlackSender(
              on.clients, pace, renderings.stream().map(reminderListener::withChoices).toList()));
      MailRoom mailRoom =
          open.closing(
              new MailRoom(
                  settings,
                  on.words,
                  on.people,
                  sponsor.digestLetters,
                  sponsor.subscriptions,
                  feedback.letters,
                  clock));
      mailRoom.courier().ifPresent(senders::add);
      dispatcher = new Dispatcher(on.database, on.outbox, clock, senders);

      // What each tick does
      Map<String, Runnable> works = new LinkedHashMap<>();
      works.put("database", () -> on.database.keepBelow(LARGEST_FILE));
      works.put("reminders", on.reminders::fireDue);
      works.put("nightly", nightly(on, feedback, practice)::workDue);
      works.put("mail", () -> dispatcher.dispatchDue(Medium.MAIL));
      works.put("outbox", () -> dispatcher.dispatchDue(Medium.SLACK));
      works.put("unsettled", dispatcher::settleUnknown);
      MailRoom.reader(settings, sponsor.correspondence, wallClock)
          .ifPresent(reader -> works.put("mailbox", reader::poll));
      Heartbeat heartbeat = new Heartbeat(wallClock);
      works.replaceAll(heartbeat::watched);
      ticker = new Ticker(TICK, works);

      // Figures
      Gauges gauges = new Gauges(on.metrics, wallClock);
      gauges.of(on.database);
      gauges.of(on.outbox);
      gauges.of(on.reminders);
      gauges.of(advice);

      // HTTP
      List<Handler> handlers = new ArrayList<>();
      settings
          .signingSecret()
          .ifPresent(secret -> handlers.add(Doors.slack(secret, intake, wallClock, on.metrics)));
      handlers.add(new Health(on.database::answers));
      handlers.add(Doors.readiness(on.database, heartbeat, socket));
      handlers.add(new DigestPages(sponsor.subscriptions, on.words));
      if (settings.figures() != Figures.OFF) {
        handlers.add(new MetricsPage(on.metrics, settings.figures() == Figures.OPEN));
      }
      handlers.addAll(besides);
      web = new WebServer(host, settings.port(), handlers);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static NightlyWork nightly(Engines on, FeedbackParts feedback, PracticeParts practice) {
    NightlyWork night =
        new NightlyWork(on.database, on.clock)
            .with(
                "old drafts",
                () -> {
                  feedback.inputs.forgetOldDrafts();
                  return true;
                })
            .with("check-ins without an answer", () -> practice.checkIns.comeBack() == 0)
            .with("zones of people", () -> on.people.refresh(MOST_ASKED_AT_ONCE));
    return on.settings.checkLinks()
        ? night.with("links of the library", practice.deadLinks::lookAround)
        : night;
  }

  /** Opens the door first and then starts to tick, so that a port in use sends nothing twice. */
  public void start() {
    web.start();
    open.closing(web);
    if (socket != null) {
      open.closing(socket);
      socket.start();
    }
    clients.tryOut();
    ticker.start();
    open.closing(ticker);
    open.closing(dispatcher::stop);
  }

  /** Everything that people can do. */
  SlackApp app() {
    return app;
  }

  /** Where all that they do comes in. */
  Intake intake() {
    return intake;
  }

  /** The port that it listens on. */
  public int port() {
    return web.port();
  }

  /** True once questions are understood by meaning, a second or two after the start. */
  public boolean understands() {
    return search.ready();
  }

  /** Does now what is due, and returns when it is done; for a clock that was moved. */
  public void tickNow() {
    ticker.tickNow();
  }

  /** Stops in reverse: no new ticks, no new requests, what was taken is finished. */
  @Override
  public void close() {
    open.close();
  }
}
