package dev.groundswell.feedback;

import dev.groundswell.feedback.Contributor.Reach;
import dev.groundswell.feedback.Recorded.Part;
import dev.groundswell.feedback.Recorded.Why;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.privacy.PatientGuard;
import java.time.LocalDate;
import java.util.Optional;

/** Whether an input may be kept as it was typed; asked before anything is stored. */
final class FitToKeep {
  private FitToKeep() {}

  /** The first thing that needs another look; empty if there is none. */
  static Optional<Recorded> refusal(NewInput wanted, LocalDate today) {
    if (wanted.words().isBlank()) {
      return Optional.of(new Recorded.NoWords());
    }
    return details(Part.WORDS, wanted.words())
        .or(() -> when(wanted.words().length() > Input.LONGEST, Part.WORDS, Why.TOO_LONG))
        .or(() -> who(wanted.from()))
        .or(() -> when(isAhead(wanted, today), Part.DATE, Why.IN_FUTURE))
        .or(() -> details(Part.ROUND, wanted.round()))
        .or(() -> when(wanted.round().length() > Round.LONGEST_NAME, Part.ROUND, Why.NAME_TOO_LONG))
        .or(() -> reach(wanted));
  }

  private static boolean isAhead(NewInput wanted, LocalDate today) {
    LocalDate day = wanted.receivedOn();
    return day != null && day.isAfter(today);
  }

  /** A name that was typed; that of an account is Slack's. */
  private static Optional<Recorded> who(Contributor from) {
    if (from.account().isPresent()) {
      return when(from.patient(), Part.CONTRIBUTOR, Why.NO_ALIAS);
    }
    // Said of a patient, the guard knows a full name from an alias.
    boolean named = from.patient() && PatientGuard.check("patient " + from.name()).isPresent();
    return details(Part.CONTRIBUTOR, from.name())
        .or(() -> when(named, Part.CONTRIBUTOR, Why.NO_ALIAS));
  }

  private static Optional<Recorded> reach(NewInput wanted) {
    boolean written = !wanted.address().isBlank();
    return when(
            wanted.reach() == Reach.SLACK && wanted.from().account().isEmpty(),
            Part.REACH,
            Why.NO_ACCOUNT)
        .or(
            () ->
                when(
                    written && MailAddress.parse(wanted.address()) instanceof MailAddress.Bad,
                    Part.ADDRESS,
                    Why.BAD_ADDRESS));
  }

  private static Optional<Recorded> details(Part part, String text) {
    return PatientGuard.check(text).map(it -> new Recorded.PatientDetails(part, it.kind()));
  }

  private static Optional<Recorded> when(boolean it, Part part, Why why) {
    return it ? Optional.of(new Recorded.Unfit(part, why)) : Optional.empty();
  }
}
