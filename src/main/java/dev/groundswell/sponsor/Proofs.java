package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.reminder.Nag;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Changed.Why;
import dev.groundswell.sponsor.Proof.State;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Keeps an eye on the statements that funders want from executives, until they are here. */
public final class Proofs {
  /** The kind of the reminder before the day; its subject is the proof. */
  public static final String DUE = "sponsor.proof";

  /** Signatures take time: the first reminder comes so many days before. */
  private static final int DAYS_AHEAD = 14;

  private static final int DAYS_SHORTLY_BEFORE = 3;
  private static final Nag NAG = Nag.every(5).times(2);

  private final Database database;
  private final Reminders reminders;
  private final Access access;
  private final ProofStore store;
  private final Ids ids;
  private final Clock clock;

  public Proofs(
      Database database,
      Initiatives initiatives,
      Reminders reminders,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.reminders = reminders;
    this.access = new Access(initiatives, new SponsorStore(vault));
    this.store = new ProofStore(vault);
    this.ids = ids;
    this.clock = clock;
    reminders.whenHandedOver(
        DUE,
        (tx, workspace, id, to) ->
            store
                .find(tx, workspace, id)
                .flatMap(it -> access.may(tx, workspace, to, it.sponsor(), Deed.SEE_SPONSORS))
                .map(it -> ProofStore.handOver(tx, workspace, id, to))
                .orElse(false));
  }

  /**
   * What somebody typed.
   *
   * @param due the day as written
   */
  public record Wanted(String forWhat, String statement, String signatory, String due) {}

  /** Notes that a funder wants to see something; whoever notes it is reminded in time. */
  public Changed ask(
      Person by, WorkspaceId workspace, UUID sponsor, Wanted wanted, String requestKey) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, by.zone());
    Optional<Changed> flaw = flaw(wanted, today);
    if (flaw.isPresent()) {
      return flaw.get();
    }
    return database.inTransaction(
        tx ->
            access.change(
                tx,
                workspace,
                by.id(),
                sponsor,
                Deed.CHANGE_SPONSORS,
                it -> {
                  if (ProofStore.isNoted(tx, workspace, requestKey)) {
                    return new Changed.Done(it);
                  }
                  if (store.of(tx, it).stream().filter(each -> each.state().isOpen()).count()
                      >= Proof.MOST) {
                    return new Changed.Wrong(Field.GRANT, Why.TOO_MANY);
                  }
                  Proof proof =
                      new Proof(
                          workspace,
                          ids.next(),
                          it.initiative(),
                          it.id(),
                          wanted.forWhat().strip(),
                          wanted.statement().strip(),
                          wanted.signatory().strip(),
                          Checks.day(wanted.due(), today),
                          State.ASKED,
                          by.id());
                  store.add(tx, proof, requestKey, now);
                  remind(tx, proof, by, now);
                  return new Changed.Done(it);
                }));
  }

  private static Optional<Changed> flaw(Wanted wanted, LocalDate today) {
    return Checks.first(
        Checks.text(Field.GRANT, wanted.forWhat(), Proof.LONGEST_NAME),
        Checks.text(Field.STATEMENT, wanted.statement(), Proof.LONGEST_STATEMENT),
        Checks.text(Field.SIGNATORY, wanted.signatory(), Proof.LONGEST_NAME),
        Checks.future(Field.WHEN, wanted.due(), today));
  }

  private void remind(Tx tx, Proof proof, Person by, Instant now) {
    Instant dueAt =
        Stream.of(DAYS_AHEAD, DAYS_SHORTLY_BEFORE)
            .map(proof.dueOn()::minusDays)
            .map(day -> WorkingTime.USUAL.firstMomentUpTo(day, by.zone()).toInstant())
            .filter(now::isBefore)
            .findFirst()
            .orElseGet(
                () -> WorkingTime.USUAL.firstMomentUpTo(proof.dueOn(), by.zone()).toInstant());
    reminders.plan(
        tx,
        NewReminder.of(proof.workspace(), DUE, proof.id(), proof.owner(), dueAt)
            .about(proof.initiative())
            .nagging(NAG));
  }

  /** Another grant, statement, title or day; it is reminded of anew. */
  public Changed change(Person by, WorkspaceId workspace, UUID id, Wanted wanted) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, by.zone());
    Optional<Changed> flaw = flaw(wanted, today);
    if (flaw.isPresent()) {
      return flaw.get();
    }
    return changed(
        by,
        workspace,
        id,
        (tx, before) -> {
          Proof after =
              new Proof(
                  workspace,
                  id,
                  before.initiative(),
                  before.sponsor(),
                  wanted.forWhat().strip(),
                  wanted.statement().strip(),
                  wanted.signatory().strip(),
                  Checks.day(wanted.due(), today),
                  before.state(),
                  before.owner());
          store.change(tx, after);
          reminders.finish(tx, workspace, DUE, id);
          remind(tx, after, by, now);
          return true;
        });
  }

  /** It moved on: signed, here, or not to come. */
  public Changed move(Person by, WorkspaceId workspace, UUID id, State to) {
    Instant now = clock.instant();
    return changed(
        by,
        workspace,
        id,
        (tx, proof) -> {
          if (!ProofStore.move(tx, proof, to, now)) {
            return false;
          }
          if (!to.isOpen()) {
            reminders.finish(tx, workspace, DUE, id);
          }
          return true;
        });
  }

  private Changed changed(
      Person by, WorkspaceId workspace, UUID id, BiFunction<Tx, Proof, Boolean> change) {
    return database.inTransaction(
        tx -> {
          Optional<Proof> found = store.find(tx, workspace, id).filter(it -> it.state().isOpen());
          if (found.isEmpty()) {
            return new Changed.Gone();
          }
          return access.change(
              tx,
              workspace,
              by.id(),
              found.get().sponsor(),
              Deed.CHANGE_SPONSORS,
              it -> change.apply(tx, found.get()) ? new Changed.Done(it) : new Changed.Gone());
        });
  }

  /** One of them, for those who may see its sponsor. */
  public Optional<Proof> find(WorkspaceId workspace, UserId reader, UUID id) {
    return database.inTransaction(
        tx ->
            store
                .find(tx, workspace, id)
                .filter(
                    it ->
                        access
                            .may(tx, workspace, reader, it.sponsor(), Deed.SEE_SPONSORS)
                            .isPresent()));
  }

  /** One of them, whoever asks: for the reminder to whoever noted it. */
  public Optional<Proof> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> store.find(tx, workspace, id));
  }

  /** The open ones of this person that are due soon or overdue, the first at the top. */
  public List<Proof> dueSoon(Person owner, WorkspaceId workspace, int most) {
    LocalDate soon = LocalDate.ofInstant(clock.instant(), owner.zone()).plusDays(DAYS_AHEAD);
    return database.inTransaction(
        tx ->
            store.openOf(tx, workspace, owner.id(), soon, most).stream()
                .filter(
                    it ->
                        access
                            .may(tx, workspace, owner.id(), it.sponsor(), Deed.CHANGE_SPONSORS)
                            .isPresent())
                .toList());
  }
}
