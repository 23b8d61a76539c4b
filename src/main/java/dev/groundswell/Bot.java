package dev.groundswell;

import dev.groundswell.advice.Advice;
import dev.groundswell.config.Settings;
import dev.groundswell.config.Settings.Figures;
import dev.groundswell.db.Database;
import dev.groundswell.feedback.Answers;
import dev.groundswell.feedback.Decisions;
import dev.groundswell.feedback.Deliveries;
import dev.groundswell.feedback.DueDates;
import dev.groundswell.feedback.InputChanges;
import dev.groundswell.feedback.InputLists;
import dev.groundswell.feedback.Inputs;
import dev.groundswell.feedback.Letters;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Rounds;
import dev.groundswell.initiative.AppRemoved;
import dev.groundswell.initiative.Charters;
import dev.groundswell.initiative.InitiativeSurroundings;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Members;
import dev.groundswell.initiative.Pauses;
import dev.groundswell.initiative.QuietInitiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.links.WebVisitor;
import dev.groundswell.metrics.Metrics;
import dev.groundswell.outbox.Dispatcher;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.Pace;
import dev.groundswell.outbox.Sender;
import dev.groundswell.people.People;
import dev.groundswell.pledge.Groups;
import dev.groundswell.pledge.Pledges;
import dev.groundswell.practice.Assessments;
import dev.groundswell.practice.Benchmarks;
import dev.groundswell.practice.CheckIns;
import dev.groundswell.practice.ContactPeople;
import dev.groundswell.practice.DeadLinks;
import dev.groundswell.practice.Demands;
import dev.groundswell.practice.Exports;
import dev.groundswell.practice.Imports;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Library;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.Register;
import dev.groundswell.practice.Wins;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.NightlyWork;
import dev.groundswell.reminder.OwnHours;
import dev.groundswell.reminder.Recurrence;
import dev.groundswell.reminder.ReminderChoices;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Surroundings;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.schedule.Heartbeat;
import dev.groundswell.schedule.Ticker;
import dev.groundswell.search.TipSearch;
import dev.groundswell.slack.Downloads;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Intake;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.Replies;
import dev.groundswell.slack.SlackApp;
import dev.groundswell.slack.SlackChannels;
import dev.groundswell.slack.SlackClients;
import dev.groundswell.slack.SlackDirectory;
import dev.groundswell.slack.SlackSender;
import dev.groundswell.slack.advice.AdviceListener;
import dev.groundswell.slack.advice.AdviceView;
import dev.groundswell.slack.feedback.AnswerListener;
import dev.groundswell.slack.feedback.AnswerView;
import dev.groundswell.slack.feedback.ChangeListener;
import dev.groundswell.slack.feedback.DecisionListener;
import dev.groundswell.slack.feedback.InputListListener;
import dev.groundswell.slack.feedback.InputListView;
import dev.groundswell.slack.feedback.InputListener;
import dev.groundswell.slack.feedback.InputView;
import dev.groundswell.slack.feedback.ReportBackListener;
import dev.groundswell.slack.feedback.ReportBackView;
import dev.groundswell.slack.feedback.RoundListener;
import dev.groundswell.slack.home.HomeListener;
import dev.groundswell.slack.home.HomeView;
import dev.groundswell.slack.initiative.Cards;
import dev.groundswell.slack.initiative.CharterListener;
import dev.groundswell.slack.initiative.InitiativeListener;
import dev.groundswell.slack.initiative.InitiativeView;
import dev.groundswell.slack.initiative.MembersListener;
import dev.groundswell.slack.outbox.LogListener;
import dev.groundswell.slack.outbox.UndeliveredListener;
import dev.groundswell.slack.pledge.PledgeListener;
import dev.groundswell.slack.practice.AssessmentListener;
import dev.groundswell.slack.practice.CheckInListener;
import dev.groundswell.slack.practice.CourseListener;
import dev.groundswell.slack.practice.ExportListener;
import dev.groundswell.slack.practice.ImportListener;
import dev.groundswell.slack.practice.LibraryListener;
import dev.groundswell.slack.practice.PathListener;
import dev.groundswell.slack.practice.PeopleListener;
import dev.groundswell.slack.practice.PracticeListener;
import dev.groundswell.slack.practice.PracticeWhereabouts;
import dev.groundswell.slack.practice.RegisterListener;
import dev.groundswell.slack.practice.WorkListener;
import dev.groundswell.slack.reminder.HoursListener;
import dev.groundswell.slack.reminder.HoursView;
import dev.groundswell.slack.reminder.ReminderListener;
import dev.groundswell.slack.reminder.ReminderView;
import dev.groundswell.slack.reminder.UpcomingListener;
import dev.groundswell.slack.reminder.UpcomingView;
import dev.groundswell.slack.socket.SocketMode;
import dev.groundswell.slack.sponsor.BackersListener;
import dev.groundswell.slack.sponsor.CardListener;
import dev.groundswell.slack.sponsor.CardView;
import dev.groundswell.slack.sponsor.DigestListener;
import dev.groundswell.slack.sponsor.DigestView;
import dev.groundswell.slack.sponsor.ProofListener;
import dev.groundswell.slack.sponsor.SponsorListener;
import dev.groundswell.slack.sponsor.SponsorPost;
import dev.groundswell.slack.sponsor.SponsorView;
import dev.groundswell.sponsor.Blockages;
import dev.groundswell.sponsor.Correspondence;
import dev.groundswell.sponsor.Digests;
import dev.groundswell.sponsor.FindBackers;
import dev.groundswell.sponsor.Profiles;
import dev.groundswell.sponsor.Proofs;
import dev.groundswell.sponsor.Signs;
import dev.groundswell.sponsor.Sponsors;
import dev.groundswell.sponsor.Subscriptions;
import dev.groundswell.sponsor.Watch;
import dev.groundswell.sponsor.WhatHappened;
import dev.groundswell.vault.Vault;
import dev.groundswell.web.DigestPages;
import dev.groundswell.web.Health;
import dev.groundswell.web.MetricsPage;
import dev.groundswell.web.WebServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole bot, wired: settings, construction, start, and close in reverse. */
public final class Bot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  /** Slack takes a hundred such questions a minute, and people ask too. */
  private static final int MOST_ASKED_AT_ONCE = 50;

  /** A file of H2's is compacted when it has grown beyond this many bytes. */
  private static final long LARGEST_FILE = 400_000_000;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final TipSearch search;
  private final SlackApp app;
  private final Intake intake;
  private final WebServer web;
  private final @Nullable SocketMode socket;
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
      // Words and knowledge
      Words words = Words.load(prompts);
      TipLibrary library = TipLibrary.load(prompts);
      AudienceWords audienceWords = new AudienceWords(library);
      search = TipSearch.load(library, prompts);
      // The model of meanings takes a second or two; until then questions are answered by words.
      Thread model = new Thread(search::loadModel, "model");
      model.setDaemon(true);
      model.start();

      // Storage
      Database database = closing(Database.open(settings.database()));
      Metrics metrics = closing(new Metrics());
      Ids ids = new Ids(clock, random);
      Vault vault = Vault.unlock(database, settings.encryptionKey(), clock);

      // Slack, outbound
      SlackClients clients =
          closing(new SlackClients(settings.slackApiUrl(), settings.slackBotToken()));
      Replies replies = closing(new Replies(clients, settings.slackApiUrl()));
      People people = new People(database, new SlackDirectory(clients), clock);

      // Features
      Advice advice =
          new Advice(
              library, question -> metrics.searching(() -> search.find(question)), database, clock);
      Outbox outbox = new Outbox(database, ids);
      outbox.heeds(new QuietInitiatives());
      Surroundings surroundings = new InitiativeSurroundings(people);
      OwnHours ownHours = new OwnHours(database);
      Recurrence recurrence = new CronRecurrence();
      Reminders reminders = new Reminders(database, outbox, surroundings, recurrence, ids, clock);
      Initiatives initiatives = new Initiatives(database, people, ids, clock);
      people.onTravel(reminders::travelled);
      people.onDeparture(new AppRemoved(reminders, outbox));
      ReminderChoices reminderChoices =
          new ReminderChoices(database, reminders, surroundings, recurrence, clock);
      Members members = new Members(database, people, outbox, clock);
      Charters charters = new Charters(database, new SlackChannels(clients));
      Pauses pauses = new Pauses(database, reminders, outbox, clock);
      Groups groups = new Groups(library, audienceWords);
      Pledges pledges = new Pledges(database, initiatives, people, reminders, groups, ids, clock);
      DueDates due =
          new DueDates(settings.reportBackDays(), settings.reportBackDaysAfterDecision());
      Inputs inputs = new Inputs(database, initiatives, reminders, vault, due, ids, clock);
      Decisions decisions = new Decisions(database, initiatives, reminders, due, ids, clock);
      InputChanges changes =
          new InputChanges(database, initiatives, reminders, vault, due, ids, clock);
      Rounds rounds = new Rounds(database, initiatives, reminders, ids, clock);
      Practices practices = new Practices(database, initiatives, reminders, vault, ids, clock);
      CheckIns checkIns = new CheckIns(database, initiatives, reminders, vault, ids, clock);
      Assessments assessments =
          new Assessments(database, initiatives, reminders, vault, ids, clock);
      Register register = new Register(database, initiatives, reminders, vault, clock);
      Demands demands = new Demands(database, initiatives, reminders, vault, ids, clock);
      ContactPeople contactPeople =
          new ContactPeople(database, initiatives, reminders, vault, ids, clock);
      Library bringAlong = new Library(database, initiatives, reminders, ids, clock);
      ReportBacks reportBacks =
          new ReportBacks(
              database,
              initiatives,
              reminders,
              outbox,
              people,
              words,
              clock,
              MailRoom.mailing(settings).isSetUp());
      Answers answers = new Answers(database, initiatives, reminders, outbox, clock);
      Letters letters = new Letters(database, initiatives, people, vault, words);
      InputLists lists = new InputLists(database, initiatives, people, words, clock);
      Deliveries deliveries = new Deliveries(initiatives, reminders, outbox);
      outbox.tells(deliveries);
      Subscriptions subscriptions =
          new Subscriptions(
              database, initiatives, people, outbox, vault, MailRoom.mailing(settings), clock);
      Watch watch = new Watch(reminders);
      Sponsors sponsors =
          new Sponsors(database, initiatives, watch, vault, ids, clock, subscriptions);
      Profiles profiles = new Profiles(database, initiatives, inputs, watch, vault, ids, clock);
      Blockages blockages = new Blockages(database, initiatives, reminders, vault, ids, clock);
      Proofs proofs = new Proofs(database, initiatives, reminders, vault, ids, clock);
      Signs signs = new Signs(database, initiatives, ids, clock);
      Digests digests =
          new Digests(
              database,
              initiatives,
              profiles,
              new WhatHappened(reportBacks, lists, pledges, practices, words),
              words,
              people,
              outbox,
              vault,
              ids,
              clock,
              subscriptions);
      outbox.tells(digests);
      sponsors.sealAddresses();
      Correspondence correspondence =
          new Correspondence(
              database,
              initiatives,
              inputs,
              deliveries,
              answers,
              subscriptions,
              outbox,
              vault,
              ids,
              clock);

      // Slack, inbound
      InitiativeView initiativeView = new InitiativeView(words);
      Cards cards = new Cards(initiatives, members, initiativeView, clock);
      MembersListener membersListener = new MembersListener(initiatives, members, cards, words);
      InputView inputView = new InputView(words);
      InputListener inputListener =
          new InputListener(
              inputs, rounds, initiatives, inputView, library.audiences(), initiativeView, clock);
      RoundListener roundListener = new RoundListener(rounds, initiatives, inputView, words);
      ReportBackView reportBackView = new ReportBackView(words);
      InputListView inputListView = new InputListView(words, reportBackView);
      ReportBackListener reportBackListener =
          new ReportBackListener(reportBacks, initiatives, reportBackView, words, clock);
      AnswerListener answerListener = new AnswerListener(letters, answers, new AnswerView(words));
      AdviceListener adviceListener =
          new AdviceListener(
              advice,
              library,
              audienceWords,
              new AdviceView(words, library),
              words,
              new PracticeWhereabouts(practices, words, library));
      UpcomingView upcomingView = new UpcomingView(words);
      HomeListener homeListener =
          new HomeListener(
              reportBacks,
              lists,
              initiatives,
              advice,
              adviceListener,
              library,
              reminders,
              ownHours,
              new HomeView(words, reportBackView, inputListView, upcomingView, library),
              clock);
      SponsorPost sponsorPost = new SponsorPost(subscriptions, correspondence, words);
      UndeliveredListener undelivered = new UndeliveredListener(outbox, words, clock);
      ReminderView reminderView = new ReminderView(words);
      ReminderListener reminderListener =
          new ReminderListener(reminderChoices, reminderView, clock);
      UpcomingListener upcoming =
          new UpcomingListener(
              reminders,
              reminderChoices,
              outbox,
              initiatives,
              ownHours,
              reminderListener,
              reminderView,
              upcomingView,
              clock);
      CheckInListener checkInListener =
          new CheckInListener(practices, checkIns, assessments, words, library);
      DeadLinks deadLinks = new DeadLinks(database, reminders, new WebVisitor(), clock);
      LibraryListener libraryListener = new LibraryListener(bringAlong, deadLinks, words);
      WorkListener workListener =
          new WorkListener(
              practices,
              checkIns,
              new KickOffs(database, initiatives, ids, clock),
              new Wins(database, initiatives, ids, clock),
              words);
      CourseListener courseListener = new CourseListener(practices, checkIns, words, library);
      SponsorView sponsorView = new SponsorView(words);
      CardListener cardListener =
          new CardListener(sponsors, profiles, blockages, signs, initiatives, words, clock);
      DigestListener digestListener =
          new DigestListener(
              digests,
              sponsors,
              initiatives,
              new DigestView(words),
              sponsorView,
              new CardView(words),
              clock);
      ProofListener proofListener = new ProofListener(proofs, profiles, initiatives, words, clock);
      PledgeListener pledgeListener = new PledgeListener(pledges, initiatives, words, groups);
      List<Feature> features =
          List.of(
              adviceListener,
              inputListener,
              new DecisionListener(inputs, decisions, rounds, reportBacks, inputView, words),
              new ChangeListener(
                  inputs,
                  changes,
                  decisions,
                  rounds,
                  reportBacks,
                  inputView,
                  library.audiences(),
                  words,
                  clock),
              roundListener,
              reportBackListener,
              answerListener,
              new InputListListener(lists, initiatives, inputListView, replies, words, clock),
              new PracticeListener(
                  practices,
                  checkIns,
                  new Benchmarks(database, initiatives, reminders, vault, clock),
                  courseListener,
                  workListener,
                  words,
                  library),
              courseListener,
              new AssessmentListener(practices, assessments, words, library),
              workListener,
              checkInListener,
              new RegisterListener(practices, register, demands, words, library),
              new PeopleListener(contactPeople, words, library),
              libraryListener,
              new PathListener(practices, replies, words, library),
              new ImportListener(
                  new Imports(database, initiatives, practices, clock),
                  new Downloads(clients, settings.slackApiUrl()),
                  replies,
                  words),
              new ExportListener(new Exports(database, initiatives, clock), replies, words),
              pledgeListener,
              new SponsorListener(sponsors, initiatives, sponsorView),
              cardListener,
              proofListener,
              new BackersListener(
                  new FindBackers(database, initiatives, vault, settings.grantLimit(), clock),
                  words),
              digestListener,
              new InitiativeListener(initiatives, initiativeView, cards),
              new CharterListener(initiatives, charters, pauses, cards, words, clock),
              membersListener,
              upcoming,
              new HoursListener(ownHours, new HoursView(words)),
              reminderListener,
              homeListener,
              sponsorPost,
              new LogListener(outbox, initiatives, words),
              undelivered);
      app = new SlackApp(settings.slackBotToken(), clients, people, words, replies, features);
      intake = new Intake(app, wallClock, metrics);
      socket =
          settings
              .socketMode()
              .map(token -> new SocketMode(clients, token, intake, wallClock))
              .orElse(null);

      // Delivery
      List<Sender> senders = new ArrayList<>();
      Pace pace =
          Pace.of(Duration.ofSeconds(1), settings.slackMessagesPerMinute(), System::nanoTime);
      List<Rendering> renderings =
          List.of(
              reportBackListener,
              answerListener,
              roundListener,
              checkInListener,
              libraryListener,
              pledgeListener,
              cardListener,
              digestListener,
              undelivered,
              membersListener,
              sponsorPost);
      senders.add(
          new SlackSender(
              clients, pace, renderings.stream().map(reminderListener::withChoices).toList()));
      MailRoom mailRoom =
          closing(new MailRoom(settings, words, people, digests, subscriptions, letters, clock));
      mailRoom.courier().ifPresent(senders::add);
      dispatcher = new Dispatcher(database, outbox, clock, senders);
      Map<String, Runnable> works = new LinkedHashMap<>();
      works.put("database", () -> database.keepBelow(LARGEST_FILE));
      works.put("reminders", reminders::fireDue);
      NightlyWork night =
          new NightlyWork(database, clock)
              .with(
                  "old drafts",
                  () -> {
                    inputs.forgetOldDrafts();
                    return true;
                  })
              .with("check-ins without an answer", () -> checkIns.comeBack() == 0)
              .with("zones of people", () -> people.refresh(MOST_ASKED_AT_ONCE));
      if (settings.checkLinks()) {
        night.with("links of the library", deadLinks::lookAround);
      }
      works.put("nightly", night::workDue);
      works.put("mail", () -> dispatcher.dispatchDue(Medium.MAIL));
      works.put("outbox", () -> dispatcher.dispatchDue(Medium.SLACK));
      works.put("unsettled", dispatcher::settleUnknown);
      MailRoom.reader(settings, correspondence, wallClock)
          .ifPresent(reader -> works.put("mailbox", reader::poll));
      Heartbeat heartbeat = new Heartbeat(wallClock);
      works.replaceAll(heartbeat::watched);
      ticker = new Ticker(TICK, works);

      // Figures
      Gauges gauges = new Gauges(metrics, wallClock);
      gauges.of(database);
      gauges.of(outbox);
      gauges.of(reminders);
      gauges.of(advice);

      // HTTP
      List<Handler> handlers = new ArrayList<>();
      settings
          .signingSecret()
          .ifPresent(secret -> handlers.add(Doors.slack(secret, intake, wallClock, metrics)));
      handlers.add(new Health(database::answers));
      handlers.add(Doors.readiness(database, heartbeat, socket));
      handlers.add(new DigestPages(subscriptions, words));
      if (settings.figures() != Figures.OFF) {
        handlers.add(new MetricsPage(metrics, settings.figures() == Figures.OPEN));
      }
      handlers.addAll(besides);
      web = new WebServer(host, settings.port(), handlers);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private <T extends AutoCloseable> T closing(T part) {
    open.push(part);
    return part;
  }

  /** Opens the door first and then starts to tick, so that a port in use sends nothing twice. */
  public void start() {
    web.start();
    open.push(web);
    if (socket != null) {
      open.push(socket);
      socket.start();
    }
    ticker.start();
    open.push(ticker);
    open.push(dispatcher::stop);
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
    while (!open.isEmpty()) {
      AutoCloseable part = open.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly: {}", part.getClass().getSimpleName(), e.getMessage());
      }
    }
  }
}
