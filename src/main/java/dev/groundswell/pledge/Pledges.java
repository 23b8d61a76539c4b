package dev.groundswell.pledge;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.DayWords;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.pledge.Pledge.State;
import dev.groundswell.pledge.Promised.Part;
import dev.groundswell.pledge.Promised.Why;
import dev.groundswell.pledge.Promised.Wrong;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.reminder.Nag;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Subject;
import dev.groundswell.reminder.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Notes pledges, sees to it that their owner is reminded, and keeps what became of them. */
public final class Pledges {
  /** The kind of the reminder that a pledge is due; its subject is the pledge. */
  public static final String DUE = "pledge.due";

  private final Database database;
  private final Initiatives initiatives;
  private final People people;
  private final Reminders reminders;
  private final Groups groups;
  private final Ids ids;
  private final Clock clock;

  public Pledges(
      Database database,
      Initiatives initiatives,
      People people,
      Reminders reminders,
      Groups groups,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.people = people;
    this.reminders = reminders;
    this.groups = groups;
    this.ids = ids;
    this.clock = clock;
    reminders.whoKnows(DUE, this::subject);
    reminders.whenHandedOver(DUE, this::handOver);
  }

  private boolean handOver(Tx tx, WorkspaceId workspace, UUID id, UserId to) {
    return PledgeStore.find(tx, workspace, id)
        .filter(
            it -> initiatives.standing(tx, workspace, to, it.initiative()).may(Deed.RECORD_PLEDGE))
        .map(it -> PledgeStore.handOver(tx, workspace, id, to))
        .orElse(false);
  }

  private Optional<Subject> subject(Tx tx, WorkspaceId workspace, UserId viewer, UUID id) {
    return PledgeStore.find(tx, workspace, id)
        .filter(it -> initiatives.standing(tx, workspace, viewer, it.initiative()).may(Deed.SEE))
        .map(it -> new Subject(it.who().account().orElse(null), it.who().name(), it.words()));
  }

  /** Today, where this person is. */
  public LocalDate today(Person person) {
    return LocalDate.ofInstant(clock.instant(), person.zone());
  }

  /**
   * Notes a pledge with its reminder, in one transaction. Of patients only a number is kept.
   *
   * @param requestKey Slack's key of the request, so that a repeated one notes nothing twice
   */
  public Promised promise(
      Person by, WorkspaceId workspace, @Nullable ChannelId channel, Said said, String requestKey) {
    Optional<Promised> refused = patientDetails(said);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (said.account().isEmpty() && OneLine.of(said.name()).isEmpty()) {
      return new Promised.Who(Why.MISSING);
    }
    if (said.name().length() > Promiser.LONGEST_NAME) {
      return new Promised.Who(Why.TOO_LONG);
    }
    if (said.words().length() > Pledge.LONGEST) {
      return new Promised.TooLong();
    }
    Optional<Integer> patients = Promiser.patientsIn(said.name());
    if (said.group().equals(Groups.PATIENTS) && patients.isEmpty()) {
      return new Promised.Who(Why.PATIENT_NAMED);
    }
    // Slack may be asked for this one, so no transaction is open yet.
    Promiser who =
        said.account()
            .map(id -> Promiser.named(id, people.get(workspace, id).name()))
            .or(() -> patients.map(count -> new Promiser(null, "", count)))
            .orElseGet(() -> Promiser.named(null, OneLine.of(said.name())));
    return database.inTransaction(tx -> promise(tx, by, workspace, channel, who, said, requestKey));
  }

  private Promised promise(
      Tx tx,
      Person by,
      WorkspaceId workspace,
      @Nullable ChannelId channel,
      Promiser who,
      Said said,
      String requestKey) {
    Optional<Initiative> current = initiatives.current(tx, workspace, by.id(), channel);
    if (current.isEmpty()) {
      return new Promised.NoInitiative();
    }
    Initiative initiative = current.get();
    Optional<Pledge> before = PledgeStore.byRequest(tx, workspace, requestKey);
    if (before.isPresent()) {
      return new Promised.Noted(before.get(), initiative);
    }
    if (!initiatives.standing(tx, workspace, by.id(), initiative.id()).may(Deed.RECORD_PLEDGE)) {
      return new Promised.NotAllowed(initiative.lead());
    }
    if (!Concrete.isDeed(said.words(), initiative.name())) {
      return new Promised.WhatWillTheyDo();
    }
    LocalDate today = today(by);
    Optional<LocalDate> day = DayWords.read(said.when(), today);
    Optional<Wrong> wrong = wrong(said.when(), day, today);
    if (wrong.isPresent()) {
      return new Promised.When(wrong.get(), today);
    }
    String words = OneLine.of(said.words()).replaceFirst("[.,;]+$", "");
    Optional<Pledge> same =
        PledgeStore.openOf(tx, workspace, initiative.id(), who).stream()
            .filter(it -> it.words().equalsIgnoreCase(words) && !who.isPatients())
            .findFirst();
    if (same.isPresent()) {
      return new Promised.Already(same.get());
    }
    Pledge pledge =
        new Pledge(
            workspace,
            ids.next(),
            initiative.id(),
            who,
            groups.of(said.group(), who),
            words,
            day.orElseThrow(),
            by.id(),
            State.PROMISED,
            "",
            null);
    PledgeStore.add(tx, pledge, requestKey, clock.instant());
    remind(tx, pledge, by);
    return new Promised.Noted(pledge, initiative);
  }

  private static Optional<Wrong> wrong(String when, Optional<LocalDate> day, LocalDate today) {
    if (when.isBlank()) {
      return Optional.of(Wrong.MISSING);
    } else if (day.isEmpty()) {
      return Optional.of(Wrong.NOT_READ);
    }
    return day.get().isBefore(today) ? Optional.of(Wrong.PAST) : Optional.empty();
  }

  private static Optional<Promised> patientDetails(Said said) {
    return PatientGuard.check(said.words())
        .<Promised>map(it -> new Promised.PatientDetails(Part.WORDS, it.kind()))
        .or(
            () ->
                PatientGuard.check(said.name())
                    .map(it -> new Promised.PatientDetails(Part.WHO, it.kind())));
  }

  private void remind(Tx tx, Pledge pledge, Person owner) {
    Instant dueAt = WorkingTime.USUAL.firstMomentUpTo(pledge.dueOn(), owner.zone()).toInstant();
    reminders.plan(
        tx,
        NewReminder.of(pledge.workspace(), DUE, pledge.id(), pledge.owner(), dueAt)
            .about(pledge.initiative())
            .nagging(Nag.every(5).times(2)));
  }

  /** They did it; {@code evidence} is how one knows. */
  public Settled kept(Person by, WorkspaceId workspace, UUID id, String evidence) {
    if (evidence.codePoints().filter(Character::isLetterOrDigit).count() < 2
        || evidence.length() > Pledge.LONGEST) {
      return new Settled.EvidenceMissing();
    }
    return PatientGuard.check(evidence)
        .<Settled>map(it -> new Settled.PatientDetails(it.kind()))
        .orElseGet(() -> settle(by, workspace, id, State.KEPT, evidence.strip()));
  }

  /** They changed their mind, or things changed: nobody is to blame. */
  public Settled released(Person by, WorkspaceId workspace, UUID id) {
    return settle(by, workspace, id, State.RELEASED, "");
  }

  private Settled settle(Person by, WorkspaceId workspace, UUID id, State state, String evidence) {
    Instant now = clock.instant();
    return change(
        by,
        workspace,
        id,
        (tx, pledge) -> {
          if (!PledgeStore.settle(tx, pledge, state, evidence, by.id(), now)) {
            return new Settled.Already(PledgeStore.find(tx, workspace, id).orElseThrow());
          }
          reminders.finish(tx, workspace, DUE, id);
          return new Settled.Done(PledgeStore.find(tx, workspace, id).orElseThrow());
        });
  }

  /** They need more time, until the day that the words mean. */
  public Settled notYet(Person by, WorkspaceId workspace, UUID id, String when) {
    LocalDate today = today(by);
    Optional<LocalDate> day = DayWords.read(when, today);
    Optional<Wrong> wrong = wrong(when, day, today);
    if (wrong.isPresent()) {
      return new Settled.When(wrong.get());
    }
    return change(
        by,
        workspace,
        id,
        (tx, pledge) -> {
          PledgeStore.move(tx, pledge, day.orElseThrow());
          reminders.finish(tx, workspace, DUE, id);
          Pledge moved = PledgeStore.find(tx, workspace, id).orElseThrow();
          remind(tx, moved, by);
          return new Settled.Done(moved);
        });
  }

  private Settled change(
      Person by, WorkspaceId workspace, UUID id, BiFunction<Tx, Pledge, Settled> change) {
    return database.inTransaction(
        tx -> {
          Optional<Pledge> found = PledgeStore.find(tx, workspace, id);
          if (found.isEmpty()) {
            return new Settled.Gone();
          }
          Pledge pledge = found.get();
          Standing standing = initiatives.standing(tx, workspace, by.id(), pledge.initiative());
          if (!standing.isMember()) {
            return new Settled.Gone();
          }
          if (!standing.may(Deed.SETTLE_PLEDGE, pledge.owner())) {
            return new Settled.NotYours(pledge.owner());
          }
          return pledge.isOpen() ? change.apply(tx, pledge) : new Settled.Already(pledge);
        });
  }

  /**
   * The pledges of an initiative.
   *
   * @param open those that wait, the one due first at the top
   */
  public record Listing(Initiative initiative, List<Support> support, List<Pledge> open) {
    public Listing {
      support = List.copyOf(support);
      open = List.copyOf(open);
    }
  }

  /** The pledges of the initiative that this person means; empty when there is none. */
  public Optional<Listing> list(
      Person by, WorkspaceId workspace, @Nullable ChannelId channel, int most) {
    return database.inTransaction(
        tx ->
            initiatives
                .current(tx, workspace, by.id(), channel)
                .map(it -> listing(tx, it, today(by), most)));
  }

  /** Those of one initiative; empty for those who take no part in it. */
  public Optional<Listing> listOf(Person by, WorkspaceId workspace, UUID initiative, int most) {
    return database.inTransaction(
        tx -> seen(tx, by, workspace, initiative).map(it -> listing(tx, it, today(by), most)));
  }

  private static Listing listing(Tx tx, Initiative it, LocalDate today, int most) {
    return new Listing(
        it,
        PledgeStore.support(tx, it.workspace(), it.id(), today),
        PledgeStore.open(tx, it.workspace(), it.id(), most));
  }

  private Optional<Initiative> seen(Tx tx, Person by, WorkspaceId workspace, UUID initiative) {
    Standing standing = initiatives.standing(tx, workspace, by.id(), initiative);
    return standing.may(Deed.SEE) ? standing.initiative() : Optional.empty();
  }

  /** Which pledges somebody wants to look at. */
  public enum Which {
    OVERDUE,
    KEPT,
    RELEASED
  }

  /**
   * Some of the pledges of an initiative.
   *
   * @param from how many come before them
   */
  public record Page(Initiative initiative, Which which, int from, List<Pledge> pledges) {
    public Page {
      pledges = List.copyOf(pledges);
    }
  }

  /** Those of one kind, from the given place on; empty for those who take no part. */
  public Optional<Page> page(
      Person by, WorkspaceId workspace, UUID initiative, Which which, int from, int most) {
    LocalDate today = today(by);
    return database.inTransaction(
        tx ->
            seen(tx, by, workspace, initiative)
                .map(
                    it ->
                        new Page(
                            it,
                            which,
                            from,
                            PledgeStore.page(tx, workspace, it.id(), which, today, from, most))));
  }

  /** What this person noted and whose day has come, the first due at the top. */
  public List<Pledge> dueOf(Person owner, WorkspaceId workspace, int most) {
    LocalDate today = today(owner);
    return database.inTransaction(
        tx ->
            PledgeStore.dueOf(tx, workspace, owner.id(), today, most).stream()
                .filter(
                    it ->
                        initiatives
                            .standing(tx, workspace, owner.id(), it.initiative())
                            .may(Deed.SETTLE_PLEDGE, it.owner()))
                .toList());
  }

  /**
   * One pledge; empty if there is none of that id, or the person takes no part in its initiative.
   */
  public Optional<Pledge> find(WorkspaceId workspace, UserId user, UUID id) {
    return database.inTransaction(
        tx ->
            PledgeStore.find(tx, workspace, id)
                .filter(
                    it ->
                        initiatives.standing(tx, workspace, user, it.initiative()).may(Deed.SEE)));
  }

  /** One pledge, whoever asks: for the reminder to its owner. */
  public Optional<Pledge> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> PledgeStore.find(tx, workspace, id));
  }

  /** What happened between two instants, in totals: for the digest. */
  public PledgeMovement since(
      Tx tx, WorkspaceId workspace, Initiative initiative, Instant from, Instant to) {
    LocalDate day = LocalDate.ofInstant(to, initiative.zone());
    return PledgeStore.movement(tx, workspace, initiative.id(), from, to, day);
  }
}
