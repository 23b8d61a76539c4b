package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Decided.Field;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.reminder.Reminders;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Notes what was decided with input, and by that what there is to report back. */
public final class Decisions {
  /** The longest link, in characters. */
  public static final int LONGEST_LINK = 2000;

  private final Database database;
  private final Initiatives initiatives;
  private final Reopening reopening;
  private final Ids ids;
  private final Clock clock;

  public Decisions(
      Database database,
      Initiatives initiatives,
      Reminders reminders,
      DueDates due,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.reopening = new Reopening(reminders, due);
    this.ids = ids;
    this.clock = clock;
  }

  /** Notes what was decided about one input. */
  public Decided decide(Person by, WorkspaceId workspace, UUID id, Decision decision) {
    return decide(by, workspace, id, OptionalInt.empty(), Map.of(), decision);
  }

  /**
   * Notes what was decided; a decision that says nothing or too much is refused. It is one decision
   * for all of these inputs and their duplicates, and opens the loop again where another one was
   * told.
   *
   * @param version of the input, as the person saw it; when there is a newer one, nothing is
   *     changed
   * @param also other inputs of the initiative that it is for, each with its version as the person
   *     saw it; those of which there is a newer one are left out
   */
  public Decided decide(
      Person by,
      WorkspaceId workspace,
      UUID id,
      OptionalInt version,
      Map<UUID, Integer> also,
      Decision decision) {
    return refusal(decision)
        .orElseGet(
            () ->
                database.inTransaction(
                    tx -> decide(tx, by, workspace, id, version, also, decision)));
  }

  private static Optional<Decided> refusal(Decision decision) {
    Optional<Decided> details =
        patientDetails(Field.WEIGHED, decision.weighed())
            .or(() -> patientDetails(Field.REASON, decision.reason()))
            .or(() -> patientDetails(Field.LINK, decision.link()));
    if (details.isPresent()) {
      return details;
    } else if (!Decision.saysSomething(decision.reason())) {
      return Optional.of(new Decided.ReasonMissing());
    } else if (!Decision.saysSomething(decision.weighed())) {
      return Optional.of(new Decided.WeighedMissing());
    }
    return decision.link().isEmpty() || isSafe(decision.link())
        ? Optional.empty()
        : Optional.of(new Decided.BadLink());
  }

  private static Optional<Decided> patientDetails(Field field, String text) {
    return PatientGuard.check(text).map(it -> new Decided.PatientDetails(field, it.kind()));
  }

  private static boolean isSafe(String link) {
    try {
      URI uri = new URI(link);
      return link.length() <= LONGEST_LINK
          && "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getHost().contains(".")
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Decided decide(
      Tx tx,
      Person by,
      WorkspaceId workspace,
      UUID id,
      OptionalInt version,
      Map<UUID, Integer> also,
      Decision decision) {
    Optional<Seen> asked = seen(tx, by, workspace, id).filter(it -> !it.input().isWithdrawn());
    if (asked.isEmpty()) {
      return new Decided.Gone();
    }
    List<Seen> all = new ArrayList<>(List.of(main(tx, by, asked.get())));
    List<Input> leftOut = new ArrayList<>();
    also.forEach(
        (other, asSeen) ->
            seen(tx, by, workspace, other)
                .ifPresent(
                    it -> {
                      if (it.input().isWithdrawn() || it.input().version() != asSeen) {
                        leftOut.add(it.input());
                      } else {
                        all.add(main(tx, by, it));
                      }
                    }));
    Optional<Input> notTheirs =
        all.stream().filter(it -> it.isForbidden(Deed.DECIDE)).map(Seen::input).findFirst();
    Input first = all.get(0).input();
    if (notTheirs.isPresent()) {
      return notTheirs.get().equals(first)
          ? new Decided.NotYours(first.owner())
          : new Decided.OtherNotYours(notTheirs.get());
    } else if (first.decision().equals(decision) && all.size() == 1) {
      // The same once more, as when a button is clicked twice.
      return new Decided.Done(first, 0, leftOut);
    } else if (version.isPresent() && version.getAsInt() != asked.get().input().version()) {
      return new Decided.ChangedMeanwhile(first);
    }
    Instant now = clock.instant();
    Initiative initiative = all.get(0).standing().initiative().orElseThrow();
    Ruling ruling = new Ruling(ids.next(), decision, by.id(), now);
    DecisionStore.add(tx, workspace, initiative.id(), ruling);
    Map<UUID, Input> affected = new LinkedHashMap<>();
    all.stream()
        .map(Seen::input)
        .filter(it -> it.initiative().equals(initiative.id()))
        .flatMap(it -> InputStore.withDuplicates(tx, it).stream())
        .forEach(it -> affected.putIfAbsent(it.id(), it));
    affected.values().forEach(it -> reopening.holds(tx, it, ruling, by, initiative, now));
    return new Decided.Done(
        InputStore.find(tx, workspace, first.id()).orElseThrow(), affected.size() - 1, leftOut);
  }

  private Optional<Seen> seen(Tx tx, Person by, WorkspaceId workspace, UUID id) {
    InputStore.lock(tx, workspace, id);
    return Seen.by(tx, initiatives, workspace, by.id(), id);
  }

  /** One decision holds for all that count as the same, so it is taken about the main one. */
  private Seen main(Tx tx, Person by, Seen seen) {
    UUID main = seen.input().mergedInto();
    return main == null
        ? seen
        : seen(tx, by, seen.input().workspace(), main)
            .filter(it -> !it.input().isWithdrawn())
            .orElse(seen);
  }

  /** The one to decide about in place of this one, which may count as the same as another. */
  public Optional<Input> main(WorkspaceId workspace, UserId user, Input input) {
    UUID main = input.mergedInto();
    return main == null
        ? Optional.of(input)
        : database.inTransaction(
            tx -> Seen.by(tx, initiatives, workspace, user, main).map(Seen::input));
  }

  /**
   * What the same decision may hold for, of what this person may decide about: what is undecided in
   * its round, else anywhere in the initiative; the one due first at the top.
   *
   * @param most how many at the most
   */
  public List<Input> others(WorkspaceId workspace, UserId user, Input input, int most) {
    return database.inTransaction(
        tx -> {
          Standing standing = initiatives.standing(tx, workspace, user, input.initiative());
          return !standing.may(Deed.SEE)
              ? List.of()
              : InputStore.undecidedBeside(
                  tx, input, standing.may(Deed.DECIDE) ? null : user, most);
        });
  }

  /** The decisions that an input has had, the newest first, for somebody who may see it. */
  public List<Ruling> history(WorkspaceId workspace, UserId user, UUID input) {
    return database.inTransaction(
        tx ->
            Seen.by(tx, initiatives, workspace, user, input).isEmpty()
                ? List.of()
                : DecisionStore.history(tx, workspace, input));
  }
}
