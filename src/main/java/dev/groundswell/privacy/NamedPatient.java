package dev.groundswell.privacy;

import dev.groundswell.privacy.Finding.Kind;
import dev.groundswell.privacy.PersonName.Trust;
import java.util.Optional;
import java.util.Set;

/** A full name that is said to be a patient's: "patient John Smith", "Maria Lopez, a patient". */
final class NamedPatient {
  private static final Set<String> BETWEEN =
      Set.of(":", ",", "-", "=", "(", "is", "was", "named", "called", "name", "/", ".", "\"", "'");
  private static final Set<String> LINKS = Set.of(",", "(", "is", "was", "-", "as");
  private static final Set<String> NAMED = Set.of(":", "=", "named", "called", "name");
  private static final Set<String> BEFORE_PATIENT =
      Set.of("a", "an", "our", "my", "the", "new", "another", "former", "long", "-", "term");
  private static final Set<String> BEHIND_PATIENT =
      Set.of(
          "at", "of", "in", "with", "from", "under", "here", "who", "on", "since", "and", "until",
          "for", "whose", "there");
  private static final Set<String> VERBS =
      Set.of(
          "has",
          "had",
          "was",
          "said",
          "says",
          "called",
          "came",
          "asked",
          "told",
          "complained",
          "missed",
          "who",
          "reported",
          "lives",
          "needs",
          "wants",
          "died",
          "did",
          "didn't",
          "felt");

  private NamedPatient() {}

  static Optional<Kind> in(Pieces pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if (isNamed(pieces, i) || isPatientBehindName(pieces, i) || isLabelled(pieces, i)) {
        return Optional.of(Kind.NAMED_PATIENT);
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(Pieces pieces, int i) {
    Piece piece = pieces.get(i);
    boolean shoutedPt = piece.is("pt") && piece.isShouted() && !pieces.get(i - 1).isNumber();
    if (piece.possessive() || !(shoutedPt || PatientWords.isPatient(pieces, i))) {
      return false;
    }
    int name = i + 1;
    boolean named = false;
    while (name < i + 5 && pieces.get(name).in(BETWEEN)) {
      named |= pieces.get(name).in(NAMED);
      name++;
    }
    // "The patient is John Smith's neighbour" is far-fetched; "the patient. John Smith said" is
    // not.
    boolean together = pieces.sameSentence(i, name) || pieces.get(name - 1).is(":");
    if (!together || (!named && pieces.get(name - 1).is("."))) {
      return piece.is("pt")
          && pieces.sameSentence(i, name)
          && isName(pieces, i, name, Trust.USUAL_NAMES);
    }
    boolean sure =
        named || (!piece.isCapitalised() && !piece.is("client") && name == i + 1) || piece.is("pt");
    return isName(pieces, i, name, sure && !shoutedPt ? Trust.UNKNOWN_NAMES : Trust.USUAL_NAMES)
        || (piece.isCapitalised() && !piece.is("client") && isNameWithVerb(pieces, name));
  }

  private static boolean isName(Pieces pieces, int patient, int name, Trust trust) {
    boolean byComma = pieces.get(name - 1).is(",") && name > patient + 1;
    return PersonName.end(pieces, name, byComma ? Trust.USUAL_NAMES : trust) > 0;
  }

  /** "Patient Oluwaseun Adeyemi said": at the start of a sentence a title could look the same. */
  private static boolean isNameWithVerb(Pieces pieces, int name) {
    int end = PersonName.end(pieces, name, Trust.UNKNOWN_NAMES);
    return end > 0 && pieces.get(end).in(VERBS);
  }

  private static boolean isPatientBehindName(Pieces pieces, int i) {
    Piece before = pieces.get(i - 1).is(".") ? pieces.get(i - 2) : pieces.get(i - 1);
    if (!pieces.get(i).isCapitalised() || before.in(PatientWords.STAFF)) {
      return false;
    }
    int end = PersonName.end(pieces, i, Trust.USUAL_NAMES);
    if (end < 0) {
      return false;
    }
    int j = end;
    boolean linked = pieces.get(j).in(LINKS);
    boolean verb = pieces.get(j).is("is") || pieces.get(j).is("was");
    j++;
    boolean article = false;
    while (j < end + 5 && pieces.get(j).in(BEFORE_PATIENT)) {
      article = true;
      j++;
    }
    Piece behind = pieces.get(j + 1);
    return linked
        && (article || !verb)
        && pieces.sameSentence(i, j)
        && !pieces.get(j).possessive()
        && PatientWords.isPatient(pieces, j)
        && (!behind.isWord() || behind.in(BEHIND_PATIENT) || !pieces.sameSentence(j, j + 1));
  }

  /** "Patient name: Smith, John". */
  private static boolean isLabelled(Pieces pieces, int i) {
    if (!pieces.get(i).is("name")
        || !(pieces.get(i - 1).is("patient")
            || pieces.get(i - 1).is("pt")
            || (pieces.get(i - 1).is("of") && PatientWords.isPatient(pieces, i + 1)))) {
      return false;
    }
    int j = i + 1;
    while (j < i + 4 && pieces.get(j).in(BETWEEN)) {
      j++;
    }
    return pieces.get(j).isCapitalised()
        && pieces.get(j + 1).is(",")
        && pieces.get(j + 2).isCapitalised()
        && (pieces.get(j + 2).in(Names.GIVEN) || pieces.get(j).in(Names.FAMILY));
  }
}
