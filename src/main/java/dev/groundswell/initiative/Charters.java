package dev.groundswell.initiative;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Flaw.Field;
import dev.groundswell.initiative.Flaw.Why;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.PatientGuard;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes what an initiative is: its name, purpose, home, zone and days. */
public final class Charters {
  private final Database database;
  private final Channels channels;

  public Charters(Database database, Channels channels) {
    this.database = database;
    this.channels = channels;
  }

  /** Changes it to what was filled in; with a single flaw nothing is changed. */
  public Changed change(WorkspaceId workspace, UserId by, UUID id, Charter wish) {
    List<Flaw> flaws = new ArrayList<>();
    String name = OneLine.of(wish.name());
    String purpose = wish.purpose().strip();
    checkText(flaws, Field.NAME, name, Initiative.LONGEST_NAME);
    checkText(flaws, Field.PURPOSE, purpose, Initiative.LONGEST_PURPOSE);
    if (name.isEmpty()) {
      flaws.add(new Flaw(Field.NAME, Why.BLANK, ""));
    }
    Optional<ZoneId> zone = ZoneWords.read(wish.zone());
    if (zone.isEmpty()) {
      flaws.add(quoting(Field.ZONE, Why.NOT_A_ZONE, wish.zone()));
    }
    if (wish.workingDays().isEmpty()) {
      flaws.add(new Flaw(Field.WORKING_DAYS, Why.BLANK, ""));
    }
    HolidayWords.Read holidays = HolidayWords.read(wish.holidays());
    holidays.unread().ifPresent(piece -> flaws.add(quoting(Field.HOLIDAYS, Why.NOT_A_DATE, piece)));
    if (holidays.days().size() > Initiative.MOST_HOLIDAYS) {
      flaws.add(new Flaw(Field.HOLIDAYS, Why.TOO_MANY, ""));
    }
    Optional<Channels.State> home = askForHome(workspace, id, wish.home());
    home.flatMap(Charters::flaw).ifPresent(flaws::add);
    return database.inTransaction(
        tx -> {
          Optional<Initiative> seen =
              InitiativeStore.lock(tx, workspace, id)
                  .filter(it -> MemberStore.role(tx, workspace, id, by).isPresent());
          if (seen.isEmpty()) {
            return new Changed.Gone();
          }
          Initiative before = seen.get();
          if (!standing(tx, by, before).may(Deed.CHANGE_SETTINGS)) {
            return new Changed.NotAllowed(before);
          }
          List<Flaw> all = new ArrayList<>(flaws);
          InitiativeStore.named(tx, workspace, name)
              .filter(it -> !it.id().equals(id))
              .ifPresent(it -> all.add(new Flaw(Field.NAME, Why.TAKEN, "")));
          if (wish.home() != null) {
            InitiativeStore.atHomeIn(tx, workspace, wish.home())
                .filter(it -> !it.id().equals(id))
                .ifPresent(it -> all.add(new Flaw(Field.HOME, Why.HOME_OF_ANOTHER, "")));
          }
          return all.isEmpty()
              ? new Changed.Done(
                  saved(tx, before, wish, name, purpose, zone.orElseThrow(), holidays.days()))
              : new Changed.Unfit(all);
        });
  }

  /** Slack is asked outside of any transaction, and only about a home that is new. */
  private Optional<Channels.State> askForHome(
      WorkspaceId workspace, UUID id, @Nullable ChannelId home) {
    if (home == null) {
      return Optional.empty();
    }
    boolean asBefore =
        database
            .inTransaction(tx -> InitiativeStore.find(tx, workspace, id))
            .filter(it -> it.isAtHomeIn(home))
            .isPresent();
    return asBefore ? Optional.empty() : Optional.of(channels.find(workspace, home));
  }

  private static Optional<Flaw> flaw(Channels.State state) {
    return switch (state) {
      case OPEN, UNKNOWN -> Optional.empty();
      case GONE, DIRECT -> Optional.of(new Flaw(Field.HOME, Why.CHANNEL_GONE, ""));
      case BOT_NOT_IN -> Optional.of(new Flaw(Field.HOME, Why.BOT_NOT_IN, ""));
      case SHARED -> Optional.of(new Flaw(Field.HOME, Why.SHARED, ""));
    };
  }

  private static void checkText(List<Flaw> flaws, Field field, String text, int longest) {
    if (text.length() > longest) {
      flaws.add(new Flaw(field, Why.TOO_LONG, String.valueOf(longest)));
    } else {
      PatientGuard.check(text)
          .ifPresent(it -> flaws.add(new Flaw(field, Why.PATIENT_DETAILS, it.kind().words())));
    }
  }

  /** What was typed is said again, unless it holds what must not be. */
  private static Flaw quoting(Field field, Why why, String typed) {
    return PatientGuard.check(typed)
        .map(it -> new Flaw(field, Why.PATIENT_DETAILS, it.kind().words()))
        .orElseGet(() -> new Flaw(field, why, typed.strip()));
  }

  private static Standing standing(Tx tx, UserId user, Initiative initiative) {
    return new Standing(
        user,
        initiative,
        MemberStore.role(tx, initiative.workspace(), initiative.id(), user).orElse(null));
  }

  private static Initiative saved(
      Tx tx,
      Initiative before,
      Charter wish,
      String name,
      String purpose,
      ZoneId zone,
      NavigableSet<LocalDate> holidays) {
    Initiative after =
        new Initiative(
            before.workspace(),
            before.id(),
            name,
            before.lead(),
            zone,
            purpose,
            wish.home(),
            wish.workingDays(),
            holidays,
            before.archivedAt(),
            before.pausedUntil());
    InitiativeStore.save(tx, after);
    return after;
  }
}
