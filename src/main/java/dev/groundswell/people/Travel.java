package dev.groundswell.people;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.ZoneId;

/** Hears, in the same transaction, that somebody is in another zone than before. */
@FunctionalInterface
public interface Travel {
  void travelled(Tx tx, WorkspaceId workspace, UserId user, ZoneId to);
}
