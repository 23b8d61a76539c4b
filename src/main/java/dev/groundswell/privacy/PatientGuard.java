package dev.groundswell.privacy;

import dev.groundswell.privacy.Finding.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sees details of patients in what people type, before it is stored, repeated or logged. It looks
 * for what leads to one person, such as a record number or "patient John Smith"; talk of patients
 * as a group, aliases, names of staff and numbers of organisations pass. What it lets through may
 * still tell a story that only one person has: no rule sees that.
 *
 * <p>Each rule looks at a few words around the one it reads, so that the time taken grows with the
 * length of the text and with nothing else.
 */
public final class PatientGuard {
  private static final List<Function<Pieces, Optional<Kind>>> RULES =
      List.of(
          NationalNumber::in,
          LabelledNumber::in,
          BirthDate::in,
          NamedPatient::in,
          NamedWithCondition::in,
          Contact::in,
          HomeAddress::in);

  private PatientGuard() {}

  /** What was found first; empty if the text may be kept. */
  public static Optional<Finding> check(String text) {
    return check(Pieces.of(text));
  }

  static Optional<Finding> check(Pieces pieces) {
    for (Function<Pieces, Optional<Kind>> rule : RULES) {
      Optional<Kind> found = rule.apply(pieces);
      if (found.isPresent()) {
        return found.map(Finding::new);
      }
    }
    return Optional.empty();
  }
}
