package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Subject;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes what is blocked to the sponsor, as one request at a time. */
public final class Blockages {
  /** The kind of the one reminder on the last day of a request; its subject is the blockage. */
  public static final String FOLLOW_UP = "sponsor.follow-up";

  private final Database database;
  private final Reminders reminders;
  private final Access access;
  private final ProfileStore profiles;
  private final Words words;
  private final Ids ids;
  private final Clock clock;

  public Blockages(
      Database database,
      Initiatives initiatives,
      Reminders reminders,
      Vault vault,
      Words words,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.reminders = reminders;
    this.access = new Access(initiatives, new SponsorStore(vault));
    this.profiles = new ProfileStore(vault);
    this.words = words;
    this.ids = ids;
    this.clock = clock;
    reminders.whoKnows(FOLLOW_UP, this::subject);
    reminders.whenHandedOver(
        FOLLOW_UP,
        (tx, workspace, id, to) ->
            subject(tx, workspace, to, id).isPresent()
                && BlockageStore.handOver(tx, workspace, id, to));
  }

  private Optional<Subject> subject(Tx tx, WorkspaceId workspace, UserId viewer, UUID id) {
    return BlockageStore.find(tx, workspace, id)
        .flatMap(
            it ->
                access
                    .may(tx, workspace, viewer, it.sponsor(), Deed.SEE_SPONSORS)
                    .map(who -> new Subject(null, who.name(), it.help())));
  }

  /**
   * Asks for help; it stands in the next digest, and its owner is reminded once on its last day.
   *
   * @param since the day as written
   * @param until the day as written
   */
  public Changed ask(
      Person by,
      WorkspaceId workspace,
      UUID sponsor,
      String what,
      String since,
      String help,
      String until,
      String requestKey) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, by.zone());
    Optional<Changed> flaw =
        Checks.first(
            Checks.text(Field.WORDS, what, Blockage.LONGEST),
            Checks.past(Field.SINCE, since, today),
            Checks.text(Field.HELP, help, Blockage.LONGEST),
            Checks.future(Field.WHEN, until, today),
            Checks.accusation(Field.WORDS, what),
            Checks.accusation(Field.HELP, help));
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
                  if (BlockageStore.byRequest(tx, workspace, requestKey).isPresent()) {
                    return new Changed.Done(it);
                  }
                  Optional<Blockage> open = BlockageStore.open(tx, workspace, it.initiative());
                  if (open.isPresent()) {
                    return new Changed.OneOpen(open.get());
                  }
                  Blockage blockage =
                      new Blockage(
                          workspace,
                          ids.next(),
                          it.initiative(),
                          it.id(),
                          what.strip(),
                          Checks.day(since, today),
                          help.strip(),
                          Checks.day(until, today),
                          Blockage.State.OPEN,
                          by.id(),
                          now);
                  BlockageStore.add(tx, blockage, requestKey);
                  reminders.plan(
                      tx,
                      NewReminder.of(
                              workspace,
                              FOLLOW_UP,
                              blockage.id(),
                              by.id(),
                              WorkingTime.USUAL
                                  .firstMomentUpTo(blockage.until(), by.zone())
                                  .toInstant())
                          .about(it.initiative()));
                  return new Changed.Done(it);
                }));
  }

  /**
   * It is solved, which the sponsor did, or not asked for any more; then there is room for another
   * one.
   */
  public Changed settle(Person by, WorkspaceId workspace, UUID id, boolean solved) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Optional<Blockage> found = BlockageStore.find(tx, workspace, id);
          if (found.isEmpty()) {
            return new Changed.Gone();
          }
          return access.change(
              tx,
              workspace,
              by.id(),
              found.get().sponsor(),
              Deed.CHANGE_SPONSORS,
              it -> {
                Blockage.State state = solved ? Blockage.State.SOLVED : Blockage.State.DROPPED;
                if (!BlockageStore.settle(tx, found.get(), state, now)) {
                  return new Changed.Gone();
                }
                reminders.finish(tx, workspace, FOLLOW_UP, id);
                if (solved) {
                  profiles.add(tx, it, helped(found.get(), by, now), null, by.id(), now);
                }
                return new Changed.Done(it);
              });
        });
  }

  private SponsorDeed helped(Blockage solved, Person by, Instant now) {
    return new SponsorDeed(
        ids.next(),
        SponsorDeed.Kind.DID,
        words.plain("sponsor.helped", "help", solved.help()),
        LocalDate.ofInstant(now, by.zone()));
  }

  /** What this person asked for and whose last day has come, the first at the top. */
  public List<Blockage> dueOf(Person by, WorkspaceId workspace, int most) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), by.zone());
    return database.inTransaction(
        tx ->
            BlockageStore.dueOf(tx, workspace, by.id(), today, most).stream()
                .filter(
                    it ->
                        access
                            .may(tx, workspace, by.id(), it.sponsor(), Deed.CHANGE_SPONSORS)
                            .isPresent())
                .toList());
  }

  /** One request, for those who may see its sponsor. */
  public Optional<Blockage> find(WorkspaceId workspace, UserId reader, UUID id) {
    return database.inTransaction(
        tx ->
            BlockageStore.find(tx, workspace, id)
                .filter(
                    it ->
                        access
                            .may(tx, workspace, reader, it.sponsor(), Deed.SEE_SPONSORS)
                            .isPresent()));
  }

  /** One request, whoever asks: for the reminder to whoever made it. */
  public Optional<Blockage> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> BlockageStore.find(tx, workspace, id));
  }
}
