package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.readiness.Trajectory;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of practices: who they are, and what each initiative has with them. */
public final class Practices {
  private final Database database;
  private final Initiatives initiatives;
  private final Clock clock;
  private final BeginWork beginWork;
  private final PlanContact planContact;

  public Practices(
      Database database,
      Initiatives initiatives,
      Reminders reminders,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.clock = clock;
    this.beginWork = new BeginWork(ids);
    this.planContact = new PlanContact(initiatives, reminders, vault);
  }

  /** What a name led to. */
  public sealed interface Looked {
    /** It is known, and the initiative is engaged with it. */
    record Known(Card card) implements Looked {}

    /** It is known in the workspace; this initiative has nothing with it yet. */
    record NotEngaged(Practice practice, Initiative initiative) implements Looked {}

    /** There is none of that name. */
    record Unknown(String typed, List<String> near, Initiative initiative) implements Looked {}

    /** The person may not see practices here. */
    record Refused(Refusal refusal) implements Looked {}
  }

  /** Looks for a practice by what somebody typed. */
  public Looked look(WorkspaceId workspace, UserId by, @Nullable ChannelId channel, String typed) {
    return lookIn(workspace, by, Meant.in(channel), typed);
  }

  /** {@link #look} in the initiative that is meant. */
  public Looked lookIn(WorkspaceId workspace, UserId by, Meant meant, String typed) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            meant
                .with(
                    tx,
                    initiatives,
                    workspace,
                    by,
                    Deed.SEE_PRACTICES,
                    Field.NAME,
                    initiative -> Outcome.done(look(tx, initiative, typed, now)))
                .either(it -> it, Looked.Refused::new));
  }

  private Looked look(Tx tx, Initiative initiative, String typed, Instant now) {
    WorkspaceId workspace = initiative.workspace();
    Optional<Practice> practice = PracticeStore.named(tx, workspace, typed);
    if (practice.isEmpty()) {
      return new Looked.Unknown(
          Practice.clean(typed),
          NearestNames.to(typed, PracticeStore.names(tx, workspace)),
          initiative);
    }
    return EngagementStore.between(tx, workspace, initiative.id(), practice.get().id())
        .<Looked>map(
            it ->
                new Looked.Known(
                    planContact.card(tx, new Found(practice.get(), it, initiative), now)))
        .orElseGet(() -> new Looked.NotEngaged(practice.get(), initiative));
  }

  /** The practice of exactly this name, if the current initiative has something with it. */
  public Optional<Card> named(
      WorkspaceId workspace, UserId by, @Nullable ChannelId channel, String name) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Optional<Initiative> current =
              initiatives
                  .current(tx, workspace, by, channel)
                  .filter(
                      it ->
                          initiatives.standing(tx, workspace, by, it.id()).may(Deed.SEE_PRACTICES));
          Optional<Practice> practice =
              current.flatMap(it -> PracticeStore.named(tx, workspace, name));
          return practice.flatMap(
              there ->
                  EngagementStore.between(tx, workspace, current.get().id(), there.id())
                      .map(it -> planContact.card(tx, new Found(there, it, current.get()), now)));
        });
  }

  /** The card of what an initiative has with a practice. */
  public Outcome<Card> card(WorkspaceId workspace, UserId by, UUID engagement) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            Found.with(
                tx,
                initiatives,
                workspace,
                by,
                engagement,
                Deed.SEE_PRACTICES,
                found -> Outcome.done(planContact.card(tx, found, now))));
  }

  /** A page of what was noted of a practice, for whoever may see it in that initiative. */
  public Outcome<History> history(WorkspaceId workspace, UserId by, UUID engagement, int page) {
    return database.inTransaction(
        tx ->
            Found.with(
                tx,
                initiatives,
                workspace,
                by,
                engagement,
                Deed.SEE_PRACTICES,
                found -> {
                  List<History.Line> all = HistoryStore.of(tx, found);
                  int shown = Math.max(0, page);
                  return Outcome.done(
                      new History(
                          found.practice(),
                          engagement,
                          all.stream()
                              .skip((long) shown * History.SIZE)
                              .limit(History.SIZE)
                              .toList(),
                          shown,
                          all.size()));
                }));
  }

  /** The initiative that somebody means to add a practice to, if they may. */
  public Outcome<Initiative> adding(WorkspaceId workspace, UserId by, Meant meant) {
    return database.inTransaction(
        tx ->
            meant.with(
                tx, initiatives, workspace, by, Deed.ENGAGE_PRACTICES, Field.NAME, Outcome::done));
  }

  /** Adds a practice to the current initiative; one that is known is engaged. */
  public Outcome<Card> add(
      Person by, WorkspaceId workspace, @Nullable ChannelId channel, String typed) {
    return addTo(Meant.in(channel), by, workspace, typed, Practice.Details.NONE);
  }

  /** Adds a practice, with what is known about it, to the initiative that is meant. */
  public Outcome<Card> addTo(
      Meant meant, Person by, WorkspaceId workspace, String typed, Practice.Details details) {
    String name = Practice.clean(typed);
    Optional<Refusal> flaw =
        Refusal.flawOrBlank(Field.NAME, name, Practice.LONGEST_NAME).or(() -> flaw(details));
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            meant.with(
                tx,
                initiatives,
                workspace,
                by.id(),
                Deed.ENGAGE_PRACTICES,
                Field.NAME,
                initiative -> {
                  Practice practice =
                      PracticeStore.named(tx, workspace, name)
                          .orElseGet(
                              () -> beginWork.create(tx, by.id(), workspace, name, details, now));
                  Engagement engagement = beginWork.with(tx, initiative, practice, by.id(), now);
                  return Outcome.done(
                      planContact.card(tx, new Found(practice, engagement, initiative), now));
                }));
  }

  /** Changes what is known about a practice. */
  public Outcome<Card> change(
      UserId by, WorkspaceId workspace, UUID engagement, Practice.Details details) {
    Optional<Refusal> flaw = flaw(details);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            Found.with(
                tx,
                initiatives,
                workspace,
                by,
                engagement,
                Deed.ENGAGE_PRACTICES,
                found -> {
                  PracticeStore.change(tx, workspace, found.practice().id(), details);
                  Practice after =
                      PracticeStore.find(tx, workspace, found.practice().id()).orElseThrow();
                  return Outcome.done(
                      planContact.card(
                          tx, new Found(after, found.engagement(), found.initiative()), now));
                }));
  }

  private static Optional<Refusal> flaw(Practice.Details details) {
    int longest = Practice.Details.LONGEST;
    Integer size = details.size();
    if (size != null && (size < 1 || size > 100_000)) {
      return Optional.of(Refusal.of(Why.OUT_OF_RANGE, Field.SIZE));
    }
    return Refusal.flaw(Field.RECORD_SYSTEM, details.recordSystem(), longest)
        .or(() -> Refusal.flaw(Field.REGION, details.region(), longest))
        .or(() -> Refusal.flaw(Field.OWNERSHIP, details.ownership(), longest))
        .or(() -> Refusal.flaw(Field.PROGRAMMES, details.programmes(), longest))
        .or(() -> Refusal.flaw(Field.RHYTHM, details.rhythm(), longest))
        .or(() -> Refusal.flaw(Field.NETWORKS, details.networks(), longest));
  }

  /**
   * A page of the practices of an initiative, the readiest first.
   *
   * @param page counted from 0
   * @param total how many there are
   */
  public record Page(
      Initiative initiative, List<Listed> lines, int page, int total, LocalDate today) {
    /** So many stand on a page. */
    public static final int SIZE = 8;

    public Page {
      lines = List.copyOf(lines);
    }

    public boolean hasMore() {
      return (page + 1) * SIZE < total;
    }
  }

  /** A page of the current initiative's practices. */
  public Outcome<Page> page(
      WorkspaceId workspace, UserId by, @Nullable ChannelId channel, int page) {
    return database.inTransaction(
        tx ->
            initiatives
                .current(tx, workspace, by, channel)
                .map(it -> page(tx, workspace, by, it.id(), page))
                .orElseGet(() -> Outcome.not(Refusal.of(Why.NO_INITIATIVE, Field.NAME))));
  }

  /** A page of that initiative's practices. */
  public Outcome<Page> pageOf(WorkspaceId workspace, UserId by, UUID initiative, int page) {
    return database.inTransaction(tx -> page(tx, workspace, by, initiative, page));
  }

  private Outcome<Page> page(Tx tx, WorkspaceId workspace, UserId by, UUID initiative, int page) {
    var standing = initiatives.standing(tx, workspace, by, initiative);
    if (!standing.may(Deed.SEE_PRACTICES)) {
      return Outcome.not(Refusal.notMember(standing.lead()));
    }
    Initiative found = standing.initiative().orElseThrow();
    LocalDate today = clock.instant().atZone(found.zone()).toLocalDate();
    return Outcome.done(
        new Page(
            found,
            EngagementStore.page(
                tx,
                workspace,
                initiative,
                today.minusDays(Trajectory.REPEAT_DAYS),
                Math.max(0, page) * Page.SIZE,
                Page.SIZE),
            Math.max(0, page),
            EngagementStore.count(tx, workspace, initiative),
            today));
  }

  /**
   * What happened with the practices of an initiative after {@code from} and not after {@code to}.
   *
   * @param somePractice stands where words name a practice
   */
  public PracticeMovement since(
      Tx tx, Initiative initiative, Instant from, Instant to, String somePractice) {
    return MovementStore.movement(
        tx,
        initiative.workspace(),
        initiative.id(),
        from,
        to,
        java.util.regex.Matcher.quoteReplacement(somePractice));
  }
}
