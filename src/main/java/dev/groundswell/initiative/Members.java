package dev.groundswell.initiative;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Says who takes part in an initiative and as what; what is taken away is gone at once. */
public final class Members {
  /** The kind of the message to a former lead; its subject is the initiative. */
  public static final String TAKEN_OVER = "initiative.taken-over";

  /** So many fit a list and a form. */
  public static final int MOST = 100;

  private final Database database;
  private final People people;
  private final Outbox outbox;
  private final Clock clock;
  private final List<Leaving> leavings = new CopyOnWriteArrayList<>();

  public Members(Database database, People people, Outbox outbox, Clock clock) {
    this.database = database;
    this.people = people;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Says what is handed over to the lead when somebody takes part no longer or becomes a viewer, in
   * this order.
   */
  public void onLeaving(Leaving... what) {
    leavings.addAll(List.of(what));
  }

  private void leave(Tx tx, Initiative initiative, UserId user) {
    leavings.forEach(
        it -> it.handOver(tx, initiative.workspace(), initiative.id(), user, initiative.lead()));
  }

  private void change(Tx tx, Initiative initiative, Member member) {
    MemberStore.change(tx, initiative, member);
    if (member.role() == Role.VIEWER) {
      leave(tx, initiative, member.user());
    }
  }

  private void remove(Tx tx, Initiative initiative, UserId user) {
    MemberStore.remove(tx, initiative, user);
    leave(tx, initiative, user);
  }

  /** Who takes part, the lead first; empty for those who may not see it. */
  public Optional<List<Member>> of(WorkspaceId workspace, UserId reader, UUID initiative) {
    return database.inTransaction(
        tx ->
            standing(tx, workspace, reader, initiative).may(Deed.SEE)
                ? Optional.of(MemberStore.of(tx, workspace, initiative))
                : Optional.empty());
  }

  /** Lets somebody take part in that role, or gives them that role instead of theirs. */
  public Changed put(WorkspaceId workspace, UserId by, UUID initiative, UserId user, Role role) {
    if (role == Role.LEAD) {
      return handOver(workspace, by, initiative, user);
    }
    if (!people.get(workspace, user).mayTakePart()) {
      return new Changed.CantTakePart(user);
    }
    Instant now = clock.instant();
    return changed(
        workspace,
        by,
        initiative,
        Deed.CHANGE_MEMBERS,
        tx -> put(tx, new Member(user, role), by, now));
  }

  private Function<Initiative, Changed> put(Tx tx, Member member, UserId by, Instant now) {
    return initiative -> {
      if (initiative.lead().equals(member.user())) {
        return new Changed.LeadStays(initiative);
      }
      List<Member> before = MemberStore.of(tx, initiative.workspace(), initiative.id());
      if (before.stream().anyMatch(it -> it.user().equals(member.user()))) {
        if (before.stream().noneMatch(member::equals)) {
          change(tx, initiative, member);
        }
      } else if (before.size() >= MOST) {
        return new Changed.TooMany(MOST);
      } else {
        MemberStore.add(tx, initiative, member, by, now);
      }
      return new Changed.Done(initiative);
    };
  }

  /**
   * Says who takes part, all at once; who is named in neither list takes part no longer, except for
   * the lead.
   */
  public Changed set(
      WorkspaceId workspace,
      UserId by,
      UUID initiative,
      Set<UserId> facilitators,
      Set<UserId> viewers) {
    if (facilitators.size() + viewers.size() >= MOST) {
      return new Changed.TooMany(MOST - 1);
    }
    Map<UserId, Role> wished = new LinkedHashMap<>();
    viewers.forEach(it -> wished.put(it, Role.VIEWER));
    facilitators.forEach(it -> wished.put(it, Role.FACILITATOR));
    for (UserId user : wished.keySet()) {
      if (!people.get(workspace, user).mayTakePart()) {
        return new Changed.CantTakePart(user);
      }
    }
    Instant now = clock.instant();
    return changed(
        workspace,
        by,
        initiative,
        Deed.CHANGE_MEMBERS,
        tx ->
            it -> {
              wished.remove(it.lead());
              for (Member before : MemberStore.of(tx, workspace, initiative)) {
                Role role = wished.remove(before.user());
                if (before.role() != Role.LEAD && role == null) {
                  remove(tx, it, before.user());
                } else if (role != null && role != before.role()) {
                  change(tx, it, new Member(before.user(), role));
                }
              }
              wished.forEach(
                  (user, role) -> MemberStore.add(tx, it, new Member(user, role), by, now));
              return new Changed.Done(it);
            });
  }

  /** Somebody takes part no longer; oneself, too, unless one leads it. */
  public Changed remove(WorkspaceId workspace, UserId by, UUID initiative, UserId user) {
    Deed deed = by.equals(user) ? Deed.LEAVE : Deed.CHANGE_MEMBERS;
    return database.inTransaction(
        tx -> {
          Optional<Initiative> seen = lockIfSeen(tx, workspace, by, initiative);
          if (seen.isEmpty()) {
            return new Changed.Gone();
          }
          if (seen.get().lead().equals(user)) {
            return new Changed.LeadStays(seen.get());
          }
          if (!standing(tx, workspace, by, initiative).may(deed)) {
            return new Changed.NotAllowed(seen.get());
          }
          remove(tx, seen.get(), user);
          return new Changed.Done(seen.get());
        });
  }

  /** Makes somebody else the lead; the former one stays as a facilitator. */
  public Changed handOver(WorkspaceId workspace, UserId by, UUID initiative, UserId to) {
    if (!people.get(workspace, to).mayTakePart()) {
      return new Changed.CantTakePart(to);
    }
    Instant now = clock.instant();
    return changed(
        workspace,
        by,
        initiative,
        Deed.HAND_OVER,
        tx -> before -> new Changed.Done(leadsNow(tx, before, to, by, now)));
  }

  /**
   * Makes one who looks after the workspace the lead, since the lead takes part in nothing any
   * more. The former one is told, if they can be.
   */
  public Changed takeOver(WorkspaceId workspace, UserId by, UUID initiative) {
    Optional<UserId> lead =
        database
            .inTransaction(tx -> InitiativeStore.find(tx, workspace, initiative))
            .map(Initiative::lead);
    if (lead.isEmpty() || !people.isAdmin(workspace, by)) {
      return new Changed.Gone();
    }
    Person gone = people.get(workspace, lead.get());
    if (!people.get(workspace, by).mayTakePart()) {
      return new Changed.CantTakePart(by);
    }
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Initiative before = InitiativeStore.lock(tx, workspace, initiative).orElseThrow();
          if (gone.mayTakePart() || !before.lead().equals(gone.id())) {
            return new Changed.NotAllowed(before);
          }
          Initiative after = leadsNow(tx, before, by, by, now);
          remove(tx, after, gone.id());
          if (gone.reachable()) {
            outbox.put(
                tx,
                workspace,
                Medium.SLACK,
                gone.id().value(),
                by,
                List.of(new Item("taken-over/" + initiative + "/" + now, TAKEN_OVER, initiative)),
                now);
          }
          return new Changed.Done(after);
        });
  }

  /**
   * The initiatives of the workspace whose lead takes part in nothing any more, for those who look
   * after the workspace to take over; none for others.
   */
  public List<Initiative> leaderless(WorkspaceId workspace, UserId reader) {
    if (!people.isAdmin(workspace, reader)) {
      return List.of();
    }
    return database.inTransaction(tx -> InitiativeStore.all(tx, workspace)).stream()
        .filter(it -> !people.get(workspace, it.lead()).mayTakePart())
        .toList();
  }

  static Initiative leadsNow(Tx tx, Initiative before, UserId lead, UserId by, Instant now) {
    if (before.lead().equals(lead)) {
      return before;
    }
    MemberStore.change(tx, before, new Member(before.lead(), Role.FACILITATOR));
    Member leading = new Member(lead, Role.LEAD);
    if (MemberStore.role(tx, before.workspace(), before.id(), lead).isPresent()) {
      MemberStore.change(tx, before, leading);
    } else {
      MemberStore.add(tx, before, leading, by, now);
    }
    Initiative after = before.ledBy(lead);
    InitiativeStore.save(tx, after);
    return after;
  }

  private Changed changed(
      WorkspaceId workspace,
      UserId by,
      UUID initiative,
      Deed deed,
      Function<Tx, Function<Initiative, Changed>> change) {
    return database.inTransaction(tx -> changed(tx, workspace, by, initiative, deed, change));
  }

  /** Changes an initiative if its reader may, and nobody else does so at the same time. */
  static Changed changed(
      Tx tx,
      WorkspaceId workspace,
      UserId by,
      UUID initiative,
      Deed deed,
      Function<Tx, Function<Initiative, Changed>> change) {
    Optional<Initiative> seen = lockIfSeen(tx, workspace, by, initiative);
    if (seen.isEmpty()) {
      return new Changed.Gone();
    }
    return standing(tx, workspace, by, initiative).may(deed)
        ? change.apply(tx).apply(seen.get())
        : new Changed.NotAllowed(seen.get());
  }

  private static Optional<Initiative> lockIfSeen(
      Tx tx, WorkspaceId workspace, UserId by, UUID initiative) {
    return InitiativeStore.lock(tx, workspace, initiative)
        .filter(it -> MemberStore.role(tx, workspace, initiative, by).isPresent());
  }

  private static Standing standing(Tx tx, WorkspaceId workspace, UserId user, UUID initiative) {
    return new Standing(
        user,
        InitiativeStore.find(tx, workspace, initiative).orElse(null),
        MemberStore.role(tx, workspace, initiative, user).orElse(null));
  }
}
