package dev.groundswell.initiative;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Finding;
import dev.groundswell.privacy.PatientGuard;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts initiatives, and knows which one a person means and where they stand with it. */
public final class Initiatives {
  private final Database database;
  private final People people;
  private final Ids ids;
  private final Clock clock;

  public Initiatives(Database database, People people, Ids ids, Clock clock) {
    this.database = database;
    this.people = people;
    this.ids = ids;
    this.clock = clock;
  }

  /** Starts an initiative in its own transaction. */
  public Created create(WorkspaceId workspace, String name, UserId lead, Person by) {
    if (!lead.equals(by.id()) && !people.get(workspace, lead).mayTakePart()) {
      return new Created.BadLead(lead);
    }
    return database.inTransaction(tx -> create(tx, workspace, name, lead, by));
  }

  /**
   * Starts an initiative as part of a larger deed; its zone is that of the one who starts it, who
   * takes part in it from the beginning.
   */
  public Created create(Tx tx, WorkspaceId workspace, String name, UserId lead, Person by) {
    if (!by.mayTakePart()) {
      return new Created.BadLead(by.id());
    }
    String clean = OneLine.of(name);
    Optional<Created> refused = refused(tx, workspace, by.id(), clean);
    if (refused.isPresent()) {
      return refused.get();
    }
    Instant now = clock.instant();
    Initiative initiative = new Initiative(workspace, ids.next(), clean, lead, by.zone());
    InitiativeStore.add(tx, initiative, by.id(), now);
    MemberStore.add(tx, initiative, new Member(lead, Role.LEAD), by.id(), now);
    if (!lead.equals(by.id())) {
      MemberStore.add(tx, initiative, new Member(by.id(), Role.FACILITATOR), by.id(), now);
    }
    people.workOn(tx, workspace, by.id(), initiative.id());
    return new Created.Started(initiative);
  }

  private Optional<Created> refused(Tx tx, WorkspaceId workspace, UserId by, String name) {
    if (name.isEmpty()) {
      return Optional.of(new Created.BadName(Created.Why.BLANK));
    }
    if (name.length() > Initiative.LONGEST_NAME) {
      return Optional.of(new Created.BadName(Created.Why.TOO_LONG));
    }
    Optional<Finding> finding = PatientGuard.check(name);
    if (finding.isPresent()) {
      return Optional.of(new Created.PatientDetails(finding.get().kind()));
    }
    return InitiativeStore.named(tx, workspace, name)
        .map(
            it ->
                standing(tx, workspace, by, it.id()).isMember()
                    ? new Created.Exists(it)
                    : new Created.Taken(it.lead()));
  }

  /** Where a person stands with an initiative; ask it before anything is shown or done. */
  public Standing standing(Tx tx, WorkspaceId workspace, UserId user, UUID initiative) {
    return InitiativeStore.find(tx, workspace, initiative)
        .map(it -> standing(tx, user, it))
        .orElseGet(() -> new Standing(user, null, null));
  }

  static Standing standing(Tx tx, UserId user, Initiative initiative) {
    return new Standing(
        user,
        initiative,
        MemberStore.role(tx, initiative.workspace(), initiative.id(), user).orElse(null));
  }

  /** {@link #standing(Tx, WorkspaceId, UserId, UUID)} in its own transaction. */
  public Standing standing(WorkspaceId workspace, UserId user, UUID initiative) {
    return database.inTransaction(tx -> standing(tx, workspace, user, initiative));
  }

  /**
   * The initiative that this person's commands mean: the one that is at home in the channel, else
   * the one that they chose last, else the newest; of those that are alive and in which they take
   * part. Empty when there is none.
   *
   * @param channel where the command was typed, or null
   */
  public Optional<Initiative> current(
      Tx tx, WorkspaceId workspace, UserId user, @Nullable ChannelId channel) {
    List<Initiative> own = of(tx, workspace, user);
    return own.stream()
        .filter(initiative -> initiative.isAtHomeIn(channel))
        .findFirst()
        .or(() -> chosen(tx, workspace, user, own))
        .or(() -> own.stream().reduce((first, second) -> second));
  }

  private Optional<Initiative> chosen(
      Tx tx, WorkspaceId workspace, UserId user, List<Initiative> own) {
    return own.size() < 2
        ? Optional.empty()
        : people
            .currentInitiative(tx, workspace, user)
            .flatMap(id -> own.stream().filter(it -> it.id().equals(id)).findFirst());
  }

  /** {@link #current(Tx, WorkspaceId, UserId, ChannelId)} in its own transaction. */
  public Optional<Initiative> current(
      WorkspaceId workspace, UserId user, @Nullable ChannelId channel) {
    return database.inTransaction(tx -> current(tx, workspace, user, channel));
  }

  /**
   * What a person may have meant and what they mean.
   *
   * @param all those that are alive and in which they take part, oldest first
   */
  public record Choice(Optional<Initiative> current, List<Initiative> all) {}

  /** {@link #current(WorkspaceId, UserId, ChannelId)} among all that they could choose. */
  public Choice choice(WorkspaceId workspace, UserId user, @Nullable ChannelId channel) {
    return database.inTransaction(
        tx -> new Choice(current(tx, workspace, user, channel), of(tx, workspace, user)));
  }

  /** {@link #current(Tx, WorkspaceId, UserId, ChannelId)} in no channel. */
  public Optional<Initiative> current(Tx tx, WorkspaceId workspace, UserId user) {
    return current(tx, workspace, user, null);
  }

  /** {@link #current(Tx, WorkspaceId, UserId)} in its own transaction. */
  public Optional<Initiative> current(WorkspaceId workspace, UserId user) {
    return current(workspace, user, null);
  }

  /**
   * From now on this person's commands mean that initiative; empty if there is none of that id that
   * is alive and in which they take part.
   */
  public Optional<Initiative> workOn(WorkspaceId workspace, UserId user, UUID id) {
    return database.inTransaction(
        tx -> {
          Optional<Initiative> found =
              standing(tx, workspace, user, id).initiative().filter(it -> !it.isArchived());
          found.ifPresent(initiative -> people.workOn(tx, workspace, user, id));
          return found;
        });
  }

  /** The initiatives in which a person takes part and that are alive, oldest first. */
  public List<Initiative> of(WorkspaceId workspace, UserId user) {
    return database.inTransaction(tx -> of(tx, workspace, user));
  }

  /** {@link #of(WorkspaceId, UserId)} within a transaction. */
  public List<Initiative> of(Tx tx, WorkspaceId workspace, UserId user) {
    return InitiativeStore.of(tx, workspace, user).stream().filter(it -> !it.isArchived()).toList();
  }

  /** Those of {@link #of(WorkspaceId, UserId)} in which they may do that. */
  public Set<UUID> where(WorkspaceId workspace, UserId user, Deed deed) {
    return database.inTransaction(
        tx ->
            of(tx, workspace, user).stream()
                .filter(it -> standing(tx, user, it).may(deed))
                .map(Initiative::id)
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** The archived initiatives in which a person takes part, oldest first. */
  public List<Initiative> archivedOf(WorkspaceId workspace, UserId user) {
    return database.inTransaction(
        tx ->
            InitiativeStore.of(tx, workspace, user).stream()
                .filter(Initiative::isArchived)
                .toList());
  }

  /**
   * Why nothing about an initiative is said to somebody just now: it is archived, or they take no
   * part in it any more. Empty when it may be said. Ask it when a message is about to go out.
   */
  public Optional<Silence> silence(WorkspaceId workspace, UUID initiative, UserId reader) {
    return database.inTransaction(
        tx -> {
          Standing standing = standing(tx, workspace, reader, initiative);
          return !standing.isMember()
              ? Optional.of(Silence.NO_PART)
              : standing.initiative().filter(Initiative::isArchived).map(it -> Silence.ARCHIVED);
        });
  }

  /** One initiative by its id, whoever asks: for what goes on inside, not for what is shown. */
  public Optional<Initiative> find(Tx tx, WorkspaceId workspace, UUID id) {
    return InitiativeStore.find(tx, workspace, id);
  }

  /** {@link #find(Tx, WorkspaceId, UUID)} in its own transaction. */
  public Optional<Initiative> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> find(tx, workspace, id));
  }
}
