package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Changed.Why;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Signs of progress that people note by hand: early wins, and how many want to take part. */
public final class Signs {
  private final Database database;
  private final Initiatives initiatives;
  private final Ids ids;
  private final Clock clock;

  public Signs(Database database, Initiatives initiatives, Ids ids, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of noting a sign. */
  public sealed interface Noted {
    record Done(Initiative initiative) implements Noted {}

    record NoInitiative() implements Noted {}

    record Refused(Changed flaw) implements Noted {}
  }

  /** Notes an early win with what it meant for patients and families. */
  public Noted win(
      Person by,
      WorkspaceId workspace,
      @Nullable ChannelId channel,
      String words,
      String source,
      String when,
      boolean proven) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), by.zone());
    Optional<Changed> flaw =
        Checks.first(
            Checks.text(Field.WORDS, words, Win.LONGEST),
            Checks.text(Field.SOURCE, source, Win.LONGEST_SOURCE),
            Checks.past(Field.WHEN, when, today),
            Checks.accusation(Field.WORDS, words));
    return note(
        by,
        workspace,
        channel,
        flaw,
        (tx, initiative) -> {
          Win win =
              new Win(ids.next(), words.strip(), source.strip(), Checks.day(when, today), proven);
          SignStore.add(tx, workspace, initiative.id(), win, by.id(), clock.instant());
          return new Noted.Done(initiative);
        });
  }

  /** Notes how many there were on a day, in total. */
  public Noted count(
      Person by,
      WorkspaceId workspace,
      @Nullable ChannelId channel,
      Interest.Kind kind,
      String total,
      String source,
      String when) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, by.zone());
    String digits = total.strip().replaceAll("[,. ]", "");
    Optional<Changed> flaw =
        Checks.first(
            digits.matches("\\d{1,7}")
                ? Optional.empty()
                : Optional.of(
                    new Changed.Wrong(Field.TOTAL, total.isBlank() ? Why.MISSING : Why.NOT_READ)),
            Checks.text(Field.SOURCE, source, Win.LONGEST_SOURCE),
            Checks.past(Field.WHEN, when, today));
    return note(
        by,
        workspace,
        channel,
        flaw,
        (tx, initiative) -> {
          Interest.Count count =
              new Interest.Count(Checks.day(when, today), Integer.parseInt(digits), source.strip());
          SignStore.count(tx, workspace, initiative.id(), kind, count, by.id(), now);
          return new Noted.Done(initiative);
        });
  }

  private Noted note(
      Person by,
      WorkspaceId workspace,
      @Nullable ChannelId channel,
      Optional<Changed> flaw,
      BiFunction<Tx, Initiative, Noted> note) {
    if (flaw.isPresent()) {
      return new Noted.Refused(flaw.get());
    }
    return database.inTransaction(
        tx -> {
          Optional<Initiative> current = initiatives.current(tx, workspace, by.id(), channel);
          if (current.isEmpty()) {
            return new Noted.NoInitiative();
          }
          return initiatives
                  .standing(tx, workspace, by.id(), current.get().id())
                  .may(Deed.RECORD_INPUT)
              ? note.apply(tx, current.get())
              : new Noted.Refused(new Changed.NotAllowed(current.get().lead()));
        });
  }
}
