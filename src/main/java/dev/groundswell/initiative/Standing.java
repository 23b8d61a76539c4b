package dev.groundswell.initiative;

import dev.groundswell.kernel.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where somebody stands with an initiative. Whoever takes no part in it learns nothing of it. */
public final class Standing {
  private final UserId user;
  private final @Nullable Initiative initiative;
  private final @Nullable Role role;

  Standing(UserId user, @Nullable Initiative initiative, @Nullable Role role) {
    this.user = user;
    this.initiative = initiative;
    this.role = role;
  }

  /** The initiative; empty when there is none of that id, or the person takes no part in it. */
  public Optional<Initiative> initiative() {
    return role == null ? Optional.empty() : Optional.ofNullable(initiative);
  }

  /** As what they take part; empty if they don't. */
  public Optional<Role> role() {
    return Optional.ofNullable(role);
  }

  /** Whom to ask about it; empty when there is no such initiative. */
  public Optional<UserId> lead() {
    return Optional.ofNullable(initiative).map(Initiative::lead);
  }

  public boolean isMember() {
    return initiative != null && role != null;
  }

  /** Whether they may do that to a thing that is nobody's in particular. */
  public boolean may(Deed deed) {
    return may(deed, false);
  }

  /**
   * Whether they may do that to a thing.
   *
   * @param owner who looks after the thing
   */
  public boolean may(Deed deed, UserId owner) {
    return may(deed, owner.equals(user));
  }

  private boolean may(Deed deed, boolean owns) {
    return initiative != null
        && role != null
        && (!initiative.isArchived() || deed.possibleWhenArchived())
        && deed.allowedTo(role, owns);
  }
}
