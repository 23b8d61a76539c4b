package dev.groundswell.reminder;

import dev.groundswell.kernel.UserId;

/** What shall happen with a reminder that is due, and how it stands afterwards. */
sealed interface Step {
  Reminder after();

  /** It is said now. */
  record Say(Reminder due, UserId to, Occasion.To why, Reminder after) implements Step {}

  /** It is said later, or not at all. */
  record Rest(Reminder after) implements Step {}
}
