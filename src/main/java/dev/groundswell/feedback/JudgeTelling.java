package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.prompt.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** How one stands for whoever wants to tell: by which way and with which text, or why not. */
final class JudgeTelling {
  private final Database database;
  private final Initiatives initiatives;
  private final People people;
  private final Draft draft;
  private final Clock clock;
  private final boolean mailIsSetUp;

  JudgeTelling(
      Database database,
      Initiatives initiatives,
      People people,
      Words words,
      Clock clock,
      boolean mailIsSetUp) {
    this.database = database;
    this.initiatives = initiatives;
    this.people = people;
    this.draft = new Draft(words);
    this.clock = clock;
    this.mailIsSetUp = mailIsSetUp;
  }

  /** What is to be done with one that is ready. */
  interface Deciding {
    Telling decide(Tx tx, Telling.Ready ready);
  }

  /**
   * A refusal, or what is decided about it as it stands. Slack is asked about the contributor
   * first, since it may not be while rows are held.
   */
  Telling judged(Person by, WorkspaceId workspace, UUID id, Deciding deciding) {
    Optional<Input> asked = database.inTransaction(tx -> InputStore.find(tx, workspace, id));
    if (asked.isEmpty()) {
      return new Telling.Gone();
    }
    boolean reachable = reachable(asked.get());
    return database.inTransaction(
        tx -> {
          Optional<Seen> seen = Seen.by(tx, initiatives, workspace, by.id(), id);
          if (seen.isEmpty()) {
            return new Telling.Gone();
          }
          Initiative initiative = seen.get().standing().initiative().orElseThrow();
          return refusal(seen.get(), initiative)
              .orElseGet(
                  () -> deciding.decide(tx, ready(seen.get().input(), initiative, reachable)));
        });
  }

  private static Optional<Telling> refusal(Seen seen, Initiative initiative) {
    Input input = seen.input();
    ReportBack reportBack = input.reportBack();
    if (initiative.isArchived()) {
      return Optional.of(new Telling.Archived());
    } else if (seen.isForbidden(Deed.REPORT_BACK)) {
      return Optional.of(new Telling.NotYours(input.owner(), initiative.lead()));
    } else if (input.isWithdrawn()) {
      return Optional.of(new Telling.Withdrawn());
    } else if (reportBack.sending().isUnderWay()) {
      return Optional.of(new Telling.UnderWay(input));
    } else if (!reportBack.waits() && reportBack.state() != ReportBack.State.UNREACHABLE) {
      return Optional.of(new Telling.Already(input));
    }
    return Optional.empty();
  }

  boolean reachable(Input input) {
    return input
        .contributor()
        .account()
        .map(it -> people.get(input.workspace(), it).reachable())
        .orElse(false);
  }

  Telling.Ready ready(Input input, Initiative initiative, boolean reachable) {
    Way way = Way.of(input, reachable, mailIsSetUp, initiative.home() != null);
    String wording = input.reportBack().wording();
    UUID worded = input.reportBack().sending().decision();
    boolean current =
        wording != null && input.ruling() != null && input.ruling().id().equals(worded);
    String text =
        !input.isDecided()
            ? ""
            : current && !input.reportBack().answerOpen() && wording != null
                ? wording
                : draft.of(input, way);
    return new Telling.Ready(input, initiative, way, text, mayTellWeighing(input, initiative, way));
  }

  private boolean mayTellWeighing(Input input, Initiative initiative, Way way) {
    LocalDate today = clock.instant().atZone(initiative.zone()).toLocalDate();
    return !input.isDecided()
        && way.reachesOne()
        && input.reportBack().weighingToldAt() == null
        && !today.isBefore(input.receivedOn().plusDays(ReportBacks.DAYS_OF_SILENCE));
  }
}
