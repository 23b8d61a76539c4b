package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which initiative somebody means: the one that a button or a form carries, else the one that their
 * commands mean in the channel.
 */
public record Meant(@Nullable UUID initiative, @Nullable ChannelId channel) {
  /** Whichever their commands mean in no channel. */
  static final Meant ANY = new Meant(null, null);

  public static Meant by(UUID initiative) {
    return new Meant(initiative, null);
  }

  public static Meant in(@Nullable ChannelId channel) {
    return new Meant(null, channel);
  }

  /** Does something in it, if the person may; else says why not. */
  <T> Outcome<T> with(
      Tx tx,
      Initiatives initiatives,
      WorkspaceId workspace,
      UserId by,
      Deed deed,
      Field field,
      Function<Initiative, Outcome<T>> then) {
    Optional<UUID> meant =
        initiative != null
            ? Optional.of(initiative)
            : initiatives.current(tx, workspace, by, channel).map(Initiative::id);
    if (meant.isEmpty()) {
      return Outcome.not(Refusal.of(Why.NO_INITIATIVE, field));
    }
    var standing = initiatives.standing(tx, workspace, by, meant.get());
    return standing.may(deed)
        ? then.apply(standing.initiative().orElseThrow())
        : Outcome.not(Refusal.notMember(standing.lead()));
  }
}
