package dev.groundswell.reminder;

import dev.groundswell.kernel.UserId;
import java.util.List;

/** What shall happen with a reminder that is due, and how it stands afterwards. */
sealed interface Step {
  Reminder after();

  /** It is said now. */
  record Say(Reminder due, List<Listener> listeners, Reminder after) implements Step {
    Say(Reminder due, UserId to, Occasion.To why, Reminder after) {
      this(due, List.of(new Listener(to, why)), after);
    }
  }

  /** Somebody to whom it is said. */
  record Listener(UserId user, Occasion.To why) {}

  /** It is said later, or not at all. */
  record Rest(Reminder after) implements Step {}
}
