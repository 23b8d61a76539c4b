package dev.groundswell.initiative;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Says who takes part in an initiative and as what; what is taken away is gone at once. */
public final class Members {
  /** So many fit a list and a form. */
  public static final int MOST = 100;

  private final Database database;
  private final People people;
  private final Clock clock;

  public Members(Database database, People people, Clock clock) {
    this.database = database;
    this.people = people;
    this.clock = clock;
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

  private static Function<Initiative, Changed> put(Tx tx, Member member, UserId by, Instant now) {
    return initiative -> {
      if (initiative.lead().equals(member.user())) {
        return new Changed.LeadStays(initiative);
      }
      List<Member> before = MemberStore.of(tx, initiative.workspace(), initiative.id());
      if (before.stream().anyMatch(it -> it.user().equals(member.user()))) {
        MemberStore.change(tx, initiative, member);
      } else if (before.size() >= MOST) {
        return new Changed.TooMany(MOST);
      } else {
        MemberStore.add(tx, initiative, member, by, now);
      }
      return new Changed.Done(initiative);
    };
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
          MemberStore.remove(tx, seen.get(), user);
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
    return database.inTransaction(
        tx -> {
          Optional<Initiative> seen = lockIfSeen(tx, workspace, by, initiative);
          if (seen.isEmpty()) {
            return new Changed.Gone();
          }
          return standing(tx, workspace, by, initiative).may(deed)
              ? change.apply(tx).apply(seen.get())
              : new Changed.NotAllowed(seen.get());
        });
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
