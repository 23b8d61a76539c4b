package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Recorded.Part;
import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Finding;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Nag;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what people say, and what became of it, until each of them has heard back. */
public final class Inputs {
  /** Who gave input should have heard back within two weeks. */
  private static final int DAYS_TO_REPORT_BACK = 14;

  private final Database database;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Ids ids;
  private final Clock clock;

  public Inputs(
      Database database, Initiatives initiatives, Reminders reminders, Ids ids, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.ids = ids;
    this.clock = clock;
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
   * {@link #record(Person, WorkspaceId, Contributor, String, String)}, typed in a channel.
   *
   * @param channel which may be the home of an initiative; or null
   */
  public Recorded record(
      Person by,
      WorkspaceId workspace,
      @Nullable ChannelId channel,
      Contributor from,
      String words,
      String requestKey) {
    return record(by, workspace, channel, new NewInput(from, words), requestKey);
  }

  /**
   * Records an input with all that is known about it.
   *
   * @param requestKey Slack's key of the request, so that a repeated one records nothing twice
   */
  public Recorded record(
      Person by,
      WorkspaceId workspace,
      @Nullable ChannelId channel,
      NewInput wanted,
      String requestKey) {
    Contributor from = wanted.from();
    String words = wanted.words();
    if (words.isBlank()) {
      return new Recorded.NoWords();
    }
    Optional<Recorded> refused = patientDetails(from, words);
    if (refused.isPresent()) {
      return refused.get();
    }
    return database.inTransaction(
        tx -> {
          Optional<Initiative> current = initiatives.current(tx, workspace, by.id(), channel);
          return current.isEmpty()
              ? new Recorded.NoInitiative(
                  keepDraft(tx, workspace, by.id(), from, words, requestKey))
              : keepIfAllowed(tx, current.get(), by, from, words, requestKey);
        });
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
          Optional<Recorded> recorded =
              home.flatMap(
                  there ->
                      DraftStore.take(tx, workspace, draft, by.id())
                          .map(
                              kept ->
                                  // A draft may be older than what the guard knows by now.
                                  patientDetails(kept.from(), kept.words())
                                      .orElseGet(
                                          () ->
                                              keepIfAllowed(
                                                  tx,
                                                  there,
                                                  by,
                                                  kept.from(),
                                                  kept.words(),
                                                  "draft/" + draft))));
          return new FirstInput(created, recorded);
        });
  }

  /**
   * @param recorded empty when the initiative could not be started, or the draft was used before
   */
  public record FirstInput(Created initiative, Optional<Recorded> recorded) {}

  private static Optional<Recorded> patientDetails(Contributor from, String words) {
    return PatientGuard.check(words)
        .<Recorded>map(it -> new Recorded.PatientDetails(Part.WORDS, it.kind()))
        .or(() -> nameOf(from).map(it -> new Recorded.PatientDetails(Part.CONTRIBUTOR, it.kind())));
  }

  /** A name that was typed; that of an account is Slack's. */
  private static Optional<Finding> nameOf(Contributor from) {
    return from.account().isPresent() ? Optional.empty() : PatientGuard.check(from.name());
  }

  private UUID keepDraft(
      Tx tx, WorkspaceId workspace, UserId by, Contributor from, String words, String requestKey) {
    Optional<UUID> before = DraftStore.byRequest(tx, workspace, requestKey);
    if (before.isPresent()) {
      return before.get();
    }
    UUID id = ids.next();
    DraftStore.keep(tx, workspace, id, by, from, words, requestKey, clock.instant());
    return id;
  }

  private Recorded keepIfAllowed(
      Tx tx, Initiative initiative, Person by, Contributor from, String words, String requestKey) {
    return initiatives
            .standing(tx, initiative.workspace(), by.id(), initiative.id())
            .may(Deed.RECORD_INPUT)
        ? keep(tx, initiative, by, from, words, requestKey)
        : new Recorded.NotAllowed(initiative);
  }

  private Recorded keep(
      Tx tx, Initiative initiative, Person by, Contributor from, String words, String requestKey) {
    Optional<Input> before = InputStore.byRequest(tx, initiative.workspace(), requestKey);
    if (before.isPresent()) {
      return new Recorded.Kept(before.get(), initiative);
    }
    Instant now = clock.instant();
    LocalDate today = now.atZone(by.zone()).toLocalDate();
    Instant dueAt =
        WorkingTime.USUAL
            .firstMomentUpTo(today.plusDays(DAYS_TO_REPORT_BACK), by.zone())
            .toInstant();
    Optional<UUID> known = ContributorStore.find(tx, initiative, from);
    UUID contributor = known.orElseGet(ids::next);
    if (known.isEmpty()) {
      ContributorStore.add(tx, initiative, contributor, from);
    }
    Input input =
        new Input(
            initiative.workspace(),
            ids.next(),
            initiative.id(),
            contributor,
            from,
            words.strip(),
            today,
            by.id(),
            Input.Origin.UNKNOWN,
            null,
            ReportBack.open(dueAt.atZone(by.zone()).toLocalDate()),
            null,
            null,
            0);
    InputStore.add(tx, input, by.id(), requestKey, now);
    reminders.plan(
        tx,
        NewReminder.of(
                initiative.workspace(), ReportBacks.REPORT_BACK, input.id(), by.id(), dueAt)
            .about(initiative.id())
            .nagging(Nag.every(ReportBacks.WORKING_DAYS_BETWEEN).times(ReportBacks.TIMES)));
    return new Recorded.Kept(input, initiative);
  }

  /** One input; empty if there is none of that id, or it is not for this person to see. */
  public Optional<Input> find(WorkspaceId workspace, UserId user, UUID id) {
    return database.inTransaction(tx -> Seen.by(tx, initiatives, workspace, user, id).map(Seen::input));
  }

  /** One input, whoever asks: for what goes on inside, not for what is shown on demand. */
  public Optional<Input> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> InputStore.find(tx, workspace, id));
  }
}
