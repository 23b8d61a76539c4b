package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Recorded.Part;
import dev.groundswell.feedback.Recorded.Unfit;
import dev.groundswell.feedback.Recorded.Why;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Changes input that was recorded: its words and circumstances, duplicates, what is taken back. */
public final class InputChanges {
  /** Among so many of the newest those are looked for that say the same. */
  private static final int COMPARED = 1000;

  private final Database database;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Contributors contributors;
  private final DraftStore drafts;
  private final Reopening reopening;
  private final DueDates due;
  private final Ids ids;
  private final Clock clock;

  public InputChanges(
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
    this.reopening = new Reopening(reminders, due);
    this.due = due;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Changes what was recorded.
   *
   * @param version the one that the person saw; when there is a newer one, nothing is changed
   */
  public Edited edit(Person by, WorkspaceId workspace, UUID id, int version, NewInput wanted) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), by.zone());
    Optional<Recorded> refused = FitToKeep.refusal(wanted, today);
    return refused.isPresent()
        ? new Edited.Refused(refused.get())
        : change(
            by,
            workspace,
            id,
            (tx, seen) ->
                seen.input().version() == version
                    ? edit(tx, by, seen, wanted, today)
                    : new Edited.ChangedMeanwhile(seen.input()));
  }

  private Edited edit(Tx tx, Person by, Seen seen, NewInput wanted, LocalDate today) {
    Input before = seen.input();
    Initiative initiative = seen.standing().initiative().orElseThrow();
    RoundOfInput round = RoundOfInput.named(wanted.round(), tx, initiative, by.id(), ids, clock);
    if (round.isClosed() && !before.origin().isOf(round.id())) {
      return new Edited.Refused(new Unfit(Part.ROUND, Why.ROUND_CLOSED));
    }
    Optional<Contributors.Known> contributor =
        stillNobody(before, wanted)
            ? Optional.of(new Contributors.Known(before.contributorId(), false))
            : contributors.of(tx, initiative, wanted);
    if (contributor.isEmpty()) {
      return new Edited.Refused(new Unfit(Part.ADDRESS, Why.NO_ADDRESS));
    }
    LocalDate receivedOn = wanted.receivedOn() == null ? before.receivedOn() : wanted.receivedOn();
    Input.Origin origin =
        new Input.Origin(
            round.id(),
            wanted.steers(),
            wanted.channel(),
            before.origin().link(),
            wanted.mayBeNamed());
    UUID from = contributor.get().id();
    InputStore.edit(tx, before, from, wanted.words().strip(), receivedOn, origin);
    if (!from.equals(before.contributorId())) {
      contributors.forgetAddress(tx, before);
      reopening.saidByAnother(tx, before, by, initiative, clock.instant());
    }
    if (contributor.get().otherWay()) {
      reopening.reachable(tx, before.workspace(), from, by, initiative, clock.instant());
    }
    boolean waits = before.reportBack().state() == ReportBack.State.OPEN && !before.isDecided();
    if (waits && !receivedOn.equals(before.receivedOn())) {
      reopening.due(tx, before, by, due.afterInput(receivedOn, today, initiative));
    }
    boolean wasOpen = before.reportBack().state() == ReportBack.State.OPEN;
    return done(
        tx,
        before,
        it ->
            !wasOpen && it.reportBack().state() == ReportBack.State.OPEN
                ? new Edited.OwedAnew(it)
                : new Edited.Done(it));
  }

  /** Somebody who was erased is nobody new, though the form shows what stands for their name. */
  private static boolean stillNobody(Input before, NewInput wanted) {
    return before.contributor().name().equals(Holdings.NOBODY)
        && wanted.from().account().isEmpty()
        && wanted.from().name().equals(Holdings.NOBODY);
  }

  /**
   * What an input may count as the same as, told or not: those first that share the most words with
   * it, then the newest.
   *
   * @param most how many at the most
   */
  public List<Input> alike(WorkspaceId workspace, UserId user, UUID id, int most) {
    return database.inTransaction(
        tx ->
            Seen.by(tx, initiatives, workspace, user, id)
                .map(Seen::input)
                .map(it -> Likeness.mostFirst(it, InputStore.besides(tx, it, COMPARED)))
                .map(all -> all.stream().limit(most).toList())
                .orElse(List.of()));
  }

  /**
   * Counts an input as the same as another one: the decision of that one holds for both, and each
   * contributor stays owed an answer. If only the duplicate was decided, that decision holds, for
   * which one has to be somebody who may decide about the other one too.
   */
  public Edited merge(Person by, WorkspaceId workspace, UUID id, UUID into) {
    return change(by, workspace, id, (tx, seen) -> merge(tx, by, seen, into));
  }

  private Edited merge(Tx tx, Person by, Seen seen, UUID into) {
    Input duplicate = seen.input();
    Optional<Input> main =
        InputStore.find(tx, duplicate.workspace(), into)
            .flatMap(
                it ->
                    it.mergedInto() == null
                        ? Optional.of(it)
                        : InputStore.find(tx, it.workspace(), it.mergedInto()))
            .filter(it -> it.initiative().equals(duplicate.initiative()))
            .filter(it -> !it.isWithdrawn() && !it.id().equals(duplicate.id()));
    if (main.isEmpty()) {
      return new Edited.NoMatch();
    }
    Ruling holds = main.get().ruling() == null ? duplicate.ruling() : main.get().ruling();
    boolean moves = holds != null && main.get().ruling() == null;
    if (moves && !seen.standing().may(Deed.DECIDE, main.get().owner())) {
      return new Edited.NotYoursToDecide(main.get().owner());
    }
    Initiative initiative = seen.standing().initiative().orElseThrow();
    InputStore.merge(tx, duplicate, main.get());
    if (holds != null) {
      for (Input each : InputStore.withDuplicates(tx, main.get())) {
        reopening.holds(tx, each, holds, by, initiative, clock.instant());
      }
    }
    Input now = InputStore.find(tx, main.get().workspace(), main.get().id()).orElseThrow();
    return done(tx, duplicate, it -> new Edited.Merged(it, now));
  }

  /**
   * Takes an input back: its words go for good, nobody is owed an answer any more, and it still
   * counts as one that was made.
   */
  public Edited withdraw(Person by, WorkspaceId workspace, UUID id) {
    return change(
        by,
        workspace,
        id,
        (tx, seen) -> {
          Input input = seen.input();
          InputStore.withdraw(tx, input, clock.instant());
          ReportBackStore.forgetWords(tx, input);
          drafts.forget(tx, workspace, input.words());
          contributors.forgetAddress(tx, input);
          reminders.cancel(tx, workspace, ReportBacks.REPORT_BACK, id);
          return done(tx, input, Edited.Withdrawn::new);
        });
  }

  /** Whoever said it did not want to be written to, and does now: about all they said. */
  public Edited wantsToHear(Person by, WorkspaceId workspace, UUID id) {
    return change(
        by,
        workspace,
        id,
        (tx, seen) -> {
          Input input = seen.input();
          Initiative initiative = seen.standing().initiative().orElseThrow();
          TellingStore.optIn(tx, workspace, input.contributorId());
          reopening.wantsToHear(tx, input, by, initiative, clock.instant());
          return done(tx, input, Edited.WantsToHear::new);
        });
  }

  private static Edited done(
      Tx tx, Input input, java.util.function.Function<Input, Edited> outcome) {
    return outcome.apply(InputStore.find(tx, input.workspace(), input.id()).orElseThrow());
  }

  private Edited change(
      Person by, WorkspaceId workspace, UUID id, BiFunction<Tx, Seen, Edited> deed) {
    return database.inTransaction(
        tx -> {
          InputStore.lock(tx, workspace, id);
          Optional<Seen> found =
              Seen.by(tx, initiatives, workspace, by.id(), id)
                  .filter(it -> !it.input().isWithdrawn());
          if (found.isEmpty()) {
            return new Edited.Gone();
          }
          return found.get().isForbidden(Deed.CHANGE_INPUT)
              ? new Edited.NotYours(found.get().input().owner())
              : deed.apply(tx, found.get());
        });
  }
}
