package dev.groundswell;

import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.db.Engine;
import dev.groundswell.feedback.Answers;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Decided;
import dev.groundswell.feedback.Decision;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Decisions;
import dev.groundswell.feedback.Deliveries;
import dev.groundswell.feedback.DueDates;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.InputChanges;
import dev.groundswell.feedback.InputLists;
import dev.groundswell.feedback.Inputs;
import dev.groundswell.feedback.InputsOfLeavers;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Rounds;
import dev.groundswell.feedback.Told;
import dev.groundswell.initiative.AppRemoved;
import dev.groundswell.initiative.Changed;
import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.InitiativeSurroundings;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Members;
import dev.groundswell.initiative.Pauses;
import dev.groundswell.initiative.QuietInitiatives;
import dev.groundswell.initiative.RemindersOfLeavers;
import dev.groundswell.initiative.Role;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.outbox.Dispatcher;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Sender;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.pledge.Groups;
import dev.groundswell.pledge.Pledges;
import dev.groundswell.pledge.PledgesOfLeavers;
import dev.groundswell.practice.Assessments;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.CheckIns;
import dev.groundswell.practice.ContactPeople;
import dev.groundswell.practice.Demands;
import dev.groundswell.practice.Library;
import dev.groundswell.practice.Offers;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.PracticesOfLeavers;
import dev.groundswell.practice.Register;
import dev.groundswell.practice.Rhythms;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Surroundings;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.sponsor.Blockages;
import dev.groundswell.sponsor.Correspondence;
import dev.groundswell.sponsor.DigestLetters;
import dev.groundswell.sponsor.Digests;
import dev.groundswell.sponsor.Drafts;
import dev.groundswell.sponsor.Mailing;
import dev.groundswell.sponsor.Notices;
import dev.groundswell.sponsor.Papers;
import dev.groundswell.sponsor.Profiles;
import dev.groundswell.sponsor.Proofs;
import dev.groundswell.sponsor.Signs;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Sponsors;
import dev.groundswell.sponsor.SponsorsOfLeavers;
import dev.groundswell.sponsor.Subscriptions;
import dev.groundswell.sponsor.Watch;
import dev.groundswell.sponsor.WhatHappened;
import dev.groundswell.vault.MasterKeys;
import dev.groundswell.vault.Vault;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A workspace with people in it, on a real database, at a clock that stands still: Monday, 2
 * November 2026, nine in the morning in New York, where Maya leads and Ann works; Priya lives in
 * Berlin.
 */
public final class Team implements AutoCloseable {
  public static final WorkspaceId HERE = new WorkspaceId("T0HERE");
  public static final WorkspaceId ELSEWHERE = new WorkspaceId("T0ELSEWHERE");
  public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  public static final Person MAYA = new Person(new UserId("U0MAYA"), "Maya", NEW_YORK, true);
  public static final Person ANN = new Person(new UserId("U0ANN"), "Ann", NEW_YORK, true);
  public static final Person PRIYA =
      new Person(new UserId("U0PRIYA"), "Priya", ZoneId.of("Europe/Berlin"), true);

  private static final TipLibrary LIBRARY = TipLibrary.load(PromptFiles.packaged());
  public static final Groups GROUPS = new Groups(LIBRARY, new AudienceWords(LIBRARY));

  public static final Words WORDS = Words.load(PromptFiles.packaged());

  /** As it stands in the settings; a key for tests only. */
  public static final String ENCRYPTION_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  public static final MasterKeys KEYS = MasterKeys.parse(ENCRYPTION_KEY);

  public static final String MONDAY_MORNING = "2026-11-02T14:00:00Z";

  public final SettableClock clock;
  public final Database database;
  public final Ids ids;
  public final KnownPeople directory = new KnownPeople(MAYA, ANN, PRIYA);
  public final People people;
  public final Outbox outbox;
  public final Surroundings surroundings;
  public final Reminders reminders;
  public final Initiatives initiatives;
  public final Members members;
  public final Pauses pauses;
  public final Inputs inputs;
  public final Pledges pledges;
  public final Decisions decisions;
  public final InputChanges changes;
  public final Rounds rounds;
  public final ReportBacks reportBacks;
  public final Answers answers;
  public final InputLists lists;
  public final Subscriptions subscriptions;
  public final Sponsors sponsors;
  public final Correspondence correspondence;
  public final Profiles profiles;
  public final Blockages blockages;
  public final Proofs proofs;
  public final Signs signs;
  public final Drafts drafts;
  public final Digests digests;
  public final DigestLetters digestLetters;
  public final Notices notices;
  public final Papers papers;
  public final Vault vault;

  private static final Mailing MAILING =
      new Mailing(true, URI.create("https://groundswell.example.org"));
  public final Practices practices;
  public final CheckIns checkIns;
  public final Offers offers;
  public final Rhythms rhythms;
  public final Assessments assessments;
  public final Register register;
  public final Demands demands;
  public final ContactPeople contactPeople;
  public final Library library;

  private final AtomicInteger requests = new AtomicInteger();

  private final Runnable cleaning;

  private Team(DatabaseUrl url, SettableClock clock, boolean withMail, Runnable cleaning) {
    this.clock = clock;
    this.cleaning = cleaning;
    database = Database.open(url);
    ids = new Ids(clock, new Random(7));
    vault = Vault.unlock(database, KEYS, clock);
    people = new People(database, directory, clock);
    outbox = new Outbox(database, ids);
    outbox.heeds(new QuietInitiatives());
    surroundings = new InitiativeSurroundings(people);
    reminders = new Reminders(database, outbox, surroundings, new CronRecurrence(), ids, clock);
    people.onDeparture(new AppRemoved(reminders, outbox));
    initiatives = new Initiatives(database, people, ids, clock);
    members = new Members(database, people, outbox, clock);
    members.onLeaving(
        new InputsOfLeavers(),
        new PracticesOfLeavers(),
        new PledgesOfLeavers(),
        new SponsorsOfLeavers(),
        new RemindersOfLeavers(reminders));
    pauses = new Pauses(database, reminders, outbox, clock);
    pledges = new Pledges(database, initiatives, people, reminders, GROUPS, ids, clock);
    inputs = new Inputs(database, initiatives, reminders, vault, DueDates.USUAL, ids, clock);
    decisions = new Decisions(database, initiatives, reminders, DueDates.USUAL, ids, clock);
    changes = new InputChanges(database, initiatives, reminders, vault, DueDates.USUAL, ids, clock);
    rounds = new Rounds(database, initiatives, reminders, ids, clock);
    reportBacks =
        new ReportBacks(database, initiatives, reminders, outbox, people, WORDS, clock, withMail);
    answers = new Answers(database, initiatives, reminders, outbox, clock);
    lists = new InputLists(database, initiatives, people, WORDS, clock);
    Deliveries deliveries = new Deliveries(initiatives, reminders, outbox);
    outbox.tells(deliveries);
    subscriptions =
        new Subscriptions(
            database,
            initiatives,
            people,
            outbox,
            vault,
            withMail ? MAILING : Mailing.none(),
            clock);
    Watch watch = new Watch(reminders);
    sponsors = new Sponsors(database, initiatives, watch, vault, ids, clock, subscriptions);
    profiles = new Profiles(database, initiatives, inputs, watch, vault, ids, clock);
    blockages = new Blockages(database, initiatives, reminders, vault, WORDS, ids, clock);
    proofs = new Proofs(database, initiatives, reminders, vault, ids, clock);
    signs = new Signs(database, initiatives, ids, clock);
    practices = new Practices(database, initiatives, reminders, vault, ids, clock);
    WhatHappened whatHappened = new WhatHappened(reportBacks, lists, pledges, practices, WORDS);
    drafts =
        new Drafts(database, initiatives, profiles, whatHappened, WORDS, people, vault, ids, clock);
    digests =
        new Digests(
            database,
            initiatives,
            profiles,
            whatHappened,
            drafts,
            subscriptions,
            outbox,
            vault,
            clock);
    digestLetters = new DigestLetters(database, drafts, subscriptions, outbox, vault, ids, clock);
    notices = new Notices(database, profiles, drafts, digests, subscriptions, vault, clock);
    papers = new Papers(database, initiatives, profiles, whatHappened, WORDS, vault, clock);
    outbox.tells(digestLetters);
    correspondence =
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
    checkIns = new CheckIns(database, initiatives, reminders, vault, ids, clock);
    offers = new Offers(database, initiatives, reminders, vault, clock);
    rhythms = new Rhythms(database, initiatives, clock);
    assessments = new Assessments(database, initiatives, reminders, vault, ids, clock);
    register = new Register(database, initiatives, reminders, vault, clock);
    demands = new Demands(database, initiatives, reminders, vault, ids, clock);
    contactPeople = new ContactPeople(database, initiatives, reminders, vault, ids, clock);
    library = new Library(database, initiatives, reminders, ids, clock);
  }

  /** A team in memory. */
  public static Team assembles() {
    return on(Engine.H2);
  }

  /** A team with a database of its own. */
  public static Team on(Engine engine) {
    return on(engine, true);
  }

  public static Team withoutMail(Engine engine) {
    return on(engine, false);
  }

  private static Team on(Engine engine, boolean withMail) {
    DatabaseUrl url = engine.fresh();
    return new Team(url, SettableClock.at(MONDAY_MORNING), withMail, () -> engine.giveBack(url));
  }

  /** A team whose rows are there already, or will be. */
  public static Team on(DatabaseUrl url, SettableClock clock) {
    return new Team(url, clock, true, () -> {});
  }

  /** Starts an initiative that this person leads, and in which the others are facilitators. */
  public Initiative starts(Person lead, String name) {
    people.get(HERE, lead.id());
    Created created = initiatives.create(HERE, name, lead.id(), lead);
    if (created instanceof Created.Started started) {
      List.of(MAYA, ANN, PRIYA).stream()
          .filter(person -> !person.equals(lead))
          .forEach(person -> takesPart(person, Role.FACILITATOR, started.initiative()));
      return started.initiative();
    }
    throw new AssertionError(created);
  }

  /** From now on that person takes part in it. */
  public void takesPart(Person person, Role role, Initiative in) {
    Changed changed = members.put(HERE, in.lead(), in.id(), person.id(), role);
    if (!(changed instanceof Changed.Done)) {
      throw new AssertionError(changed);
    }
  }

  public static Contributor from(Person person) {
    return new Contributor(person.id(), person.name());
  }

  /** Somebody without an account. */
  public static Contributor from(String name) {
    return new Contributor(null, name);
  }

  /** What {@code from} said, as {@code by} logs it in a request of its own. */
  public Input records(Person by, Contributor from, String words) {
    Recorded recorded =
        inputs.record(by, HERE, from, words, "command/" + requests.incrementAndGet());
    if (recorded instanceof Recorded.Kept kept) {
      return kept.input();
    }
    throw new AssertionError(recorded);
  }

  /** A decision with good words. */
  public void decides(Person by, Input input, Outcome outcome) {
    Decision decision = new Decision(outcome, "The clinic team, against cost", "It saves a visit");
    Decided decided = decisions.decide(by, HERE, input.id(), decision);
    if (!(decided instanceof Decided.Done)) {
      throw new AssertionError(decided);
    }
  }

  public void tells(Person by, Input input) {
    Told told = reportBacks.told(by, HERE, input.id());
    if (!(told instanceof Told.Done)) {
      throw new AssertionError(told);
    }
  }

  /** A practice that this person looks after from now on. */
  public Card engages(Person by, String practice) {
    return practices
        .add(by, HERE, null, practice)
        .either(
            card -> card,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  public Dispatcher dispatcher(Sender... senders) {
    return new Dispatcher(database, outbox, clock, List.of(senders));
  }

  /** Maya gives a practice another name. */
  public dev.groundswell.practice.Outcome<Card> renames(UUID engagement, String name) {
    return register.settle(MAYA, HERE, engagement, name, null, "");
  }

  /** Maya says that a practice is the same as another one, which stays. */
  public dev.groundswell.practice.Outcome<Card> merges(UUID engagement, String other) {
    return register.settle(MAYA, HERE, engagement, nameOf(engagement), null, other);
  }

  /** Maya has somebody else look after a practice. */
  public dev.groundswell.practice.Outcome<Card> handsOver(UUID engagement, Person to) {
    return register.settle(MAYA, HERE, engagement, nameOf(engagement), to.id(), "");
  }

  private String nameOf(UUID engagement) {
    return practices
        .card(HERE, MAYA.id(), engagement)
        .either(
            card -> card.practice().name(),
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  /** The sponsor opens the mail that asks, and presses the button. */
  public void confirms(Sponsor sponsor) {
    URI page = subscriptions.question(sponsor.workspace(), sponsor.id()).orElseThrow().confirm();
    subscriptions.press(page.getPath().substring("/digest/".length()));
  }

  /** How many rows a table has. */
  public int rows(String table) {
    return database.inTransaction(
        tx -> tx.query("select count(*) from " + table).mapTo(Integer.class).one());
  }

  @Override
  public void close() {
    database.close();
    cleaning.run();
  }
}
