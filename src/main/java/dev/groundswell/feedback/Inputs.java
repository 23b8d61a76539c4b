package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Recorded.Part;
import dev.groundswell.feedback.Recorded.Unfit;
import dev.groundswell.feedback.Recorded.Why;
import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Subject;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what people say, each with somebody who will tell them what became of it. */
public final class Inputs {
  private static final Duration DRAFTS_KEPT = Duration.ofDays(30);

  private final Database database;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Contributors contributors;
  private final DraftStore drafts;
  private final DueDates due;
  private final Ids ids;
  private final Clock clock;

  public Inputs(
      Database database,
      Initiatives initiatives,
      Reminders reminders,
      Vault vault,
      DueDates due,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.contributors = new Contributors(vault, ids);
    this.drafts = new DraftStore(vault);
    this.due = due;
    this.ids = ids;
    this.clock = clock;
    reminders.whenHandedOver(ReportBacks.REPORT_BACK, this::handOver);
    reminders.whoKnows(ReportBacks.REPORT_BACK, this::subject);
  }

  private Optional<Subject> subject(Tx tx, WorkspaceId workspace, UserId viewer, UUID id) {
    return Seen.by(tx, initiatives, workspace, viewer, id)
        .map(Seen::input)
        .map(
            it ->
                new Subject(
                    it.contributor().account().orElse(null), it.contributor().name(), it.words()));
  }

  /** Whoever may record input of the initiative can look after one of it. */
  private boolean handOver(Tx tx, WorkspaceId workspace, UUID id, UserId to) {
    return InputStore.find(tx, workspace, id)
        .filter(
            it -> initiatives.standing(tx, workspace, to, it.initiative()).may(Deed.RECORD_INPUT))
        .map(it -> InputStore.handOver(tx, workspace, id, to))
        .orElse(false);
  }

  /** Forgets what was typed a month ago and never used; in all workspaces, as housekeeping. */
  public void forgetOldDrafts() {
    Instant before = clock.instant().minus(DRAFTS_KEPT);
    database.transact(tx -> drafts.forget(tx, before));
  }

  /**
   * Records an input with its report-back and its reminder, in one transaction. Details of patients
   * are refused before anything is kept.
   *
   * @param requestKey Slack's key of the request, so that a repeated one records nothing twice
   */
  public Recorded record(
      Person by, WorkspaceId workspace, Contributor from, String words, String requestKey) {
    return record(by, workspace, null, new NewInput(from, words), requestKey);
  }

  /**
   * Records an input with all that is known about it.
   *
   * @param channel where it was typed, which may be the home of an initiative; or null
   * @param requestKey Slack's key of the request, so that a repeated one records nothing twice
   */
  public Recorded record(
      Person by,
      WorkspaceId workspace,
      @Nullable ChannelId channel,
      NewInput wanted,
      String requestKey) {
    Optional<Recorded> refused = FitToKeep.refusal(wanted, today(by));
    if (refused.isPresent()) {
      return refused.get();
    }
    return database.inTransaction(
        tx -> {
          Optional<Initiative> current = initiatives.current(tx, workspace, by.id(), channel);
          return current.isEmpty()
              ? new Recorded.NoInitiative(keepDraft(tx, workspace, by.id(), wanted, requestKey))
              : keep(tx, current.get(), by, wanted, requestKey);
        });
  }

  /**
   * Records an input for this initiative, whichever one is current.
   *
   * @param requestKey the same for what must not be recorded twice
   */
  public Recorded recordFor(
      Person by, WorkspaceId workspace, Initiative initiative, NewInput wanted, String requestKey) {
    if (!initiative.workspace().equals(workspace)) {
      throw new IllegalArgumentException("an initiative of another workspace");
    }
    return FitToKeep.refusal(wanted, today(by))
        .orElseGet(
            () -> database.inTransaction(tx -> keep(tx, initiative, by, wanted, requestKey)));
  }

  /**
   * Starts the first initiative and records the input that waited for it, in one transaction.
   *
   * @return what became of the initiative, and of the input if it was started
   */
  public FirstInput recordDraft(Person by, WorkspaceId workspace, UUID draft, String initiative) {
    return database.inTransaction(
        tx -> {
          Created created = initiatives.create(tx, workspace, initiative, by.id(), by);
          Optional<Initiative> home =
              created instanceof Created.Started started
                  ? Optional.of(started.initiative())
                  : created instanceof Created.Exists exists
                      ? Optional.of(exists.initiative())
                      : Optional.empty();
          return new FirstInput(created, home.flatMap(there -> keepDraft(tx, there, by, draft)));
        });
  }

  /**
   * @param recorded empty when the initiative could not be started, or the draft was used before
   */
  public record FirstInput(Created initiative, Optional<Recorded> recorded) {}

  private Optional<Recorded> keepDraft(Tx tx, Initiative there, Person by, UUID draft) {
    return drafts
        .take(tx, there.workspace(), draft, by.id())
        .map(
            kept ->
                // A draft may be older than what the guard knows by now.
                FitToKeep.refusal(kept, today(by))
                    .orElseGet(() -> keep(tx, there, by, kept, "draft/" + draft)));
  }

  private UUID keepDraft(
      Tx tx, WorkspaceId workspace, UserId by, NewInput wanted, String requestKey) {
    Optional<UUID> before = DraftStore.byRequest(tx, workspace, requestKey);
    if (before.isPresent()) {
      return before.get();
    }
    UUID id = ids.next();
    drafts.keep(tx, workspace, id, by, wanted, requestKey, clock.instant());
    return id;
  }

  private LocalDate today(Person by) {
    return LocalDate.ofInstant(clock.instant(), by.zone());
  }

  private Recorded keep(
      Tx tx, Initiative initiative, Person by, NewInput wanted, String requestKey) {
    WorkspaceId workspace = initiative.workspace();
    if (!initiatives.standing(tx, workspace, by.id(), initiative.id()).may(Deed.RECORD_INPUT)) {
      return new Recorded.NotAllowed(initiative);
    }
    Optional<Input> before = InputStore.byRequest(tx, workspace, requestKey);
    if (before.isPresent()) {
      return new Recorded.Kept(before.get(), initiative);
    }
    RoundOfInput round = RoundOfInput.named(wanted.round(), tx, initiative, by.id(), ids, clock);
    if (round.isClosed()) {
      return new Unfit(Part.ROUND, Why.ROUND_CLOSED);
    }
    Optional<Contributors.Known> contributor = contributors.of(tx, initiative, wanted);
    if (contributor.isEmpty()) {
      return new Unfit(Part.ADDRESS, Why.NO_ADDRESS);
    }
    LocalDate today = today(by);
    LocalDate receivedOn = wanted.receivedOn() == null ? today : wanted.receivedOn();
    LocalDate dueOn = due.afterInput(receivedOn, today, initiative);
    Input input =
        new Input(
            workspace,
            ids.next(),
            initiative.id(),
            contributor.get().id(),
            wanted.from(),
            wanted.words().strip(),
            receivedOn,
            by.id(),
            new Input.Origin(
                round.id(),
                round.steers(wanted.steers()),
                wanted.channel(),
                wanted.link(),
                wanted.mayBeNamed()),
            null,
            ReportBack.open(dueOn),
            null,
            null,
            0);
    InputStore.add(tx, input, by.id(), requestKey, clock.instant());
    Reopening.remind(tx, reminders, input, DueDates.moment(dueOn, by.zone()));
    if (contributor.get().otherWay()) {
      new Reopening(reminders, due)
          .reachable(tx, workspace, contributor.get().id(), by, initiative, clock.instant());
    }
    return new Recorded.Kept(InputStore.find(tx, workspace, input.id()).orElseThrow(), initiative);
  }

  /** One input; empty if there is none of that id, or it is not for this person to see. */
  public Optional<Input> find(WorkspaceId workspace, UserId user, UUID id) {
    return database.inTransaction(
        tx -> Seen.by(tx, initiatives, workspace, user, id).map(Seen::input));
  }

  /** One input, whoever asks: for what goes on inside, not for what is shown on demand. */
  public Optional<Input> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> InputStore.find(tx, workspace, id));
  }
}
