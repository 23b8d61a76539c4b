package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The round that an input belongs to, if any. */
record RoundOfInput(@Nullable Round round) {

  /** The one of that name, which is opened if there is none yet. */
  static RoundOfInput named(
      String name, Tx tx, Initiative initiative, UserId by, Ids ids, Clock clock) {
    String clean = OneLine.of(name);
    if (clean.isEmpty()) {
      return new RoundOfInput(null);
    }
    Optional<Round> known = RoundStore.named(tx, initiative.workspace(), initiative.id(), clean);
    if (known.isPresent()) {
      return new RoundOfInput(known.get());
    }
    Round opened =
        new Round(
            initiative.workspace(), ids.next(), initiative.id(), clean, null, null, by, null, 0);
    RoundStore.add(tx, opened, clock.instant());
    return new RoundOfInput(opened);
  }

  boolean isClosed() {
    return round != null && round.isClosed();
  }

  @Nullable UUID id() {
    return round == null ? null : round.id();
  }

  /** What was said, else what the round says. */
  @Nullable Steers steers(@Nullable Steers said) {
    return said != null || round == null ? said : round.steers();
  }
}
