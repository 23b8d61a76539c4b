package dev.groundswell.privacy;

import dev.groundswell.privacy.Finding.Kind;
import java.util.Optional;
import java.util.Set;

/** A date beside words that make it a date of birth; a date alone is none. */
final class BirthDate {
  private static final Set<String> LABELS =
      Set.of("dob", "birthdate", "nacimiento", "geburtsdatum", "naissance");
  private static final Set<String> BORN =
      Set.of("born", "nacido", "nacida", "geboren", "né", "née");

  /** What may stand between the words and the date. */
  private static final Set<String> BETWEEN =
      PatientWords.words(
          """
          is was : = - ( ) , . # on the her his their for of this that patient pt lady man woman
          child girl boy in at el am le around about client " ' /
          """);

  private static final Set<String> BEHIND =
      Set.of("is", "was", "as", "the", "her", "his", "their", "(", "-", "patient", ",", "'");

  /** Those that are born on a date without being a person, or without being one person. */
  private static final Set<String> NO_PERSON =
      PatientWords.words(
          """
          programme program project idea initiative team clinic campaign council group movement
          partnership network collaborative pilot app service coalition alliance plan concept
          practice organisation organization babies children people patients those anyone everyone
          families infants members adults coalition committee it
          """);

  private static final int REACH = 8;

  private BirthDate() {}

  static Optional<Kind> in(Pieces pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if ((piece.isNumber() || piece.in(DateShape.MONTHS)) && isBirthDate(pieces, i)) {
        return Optional.of(Kind.BIRTH_DATE);
      }
    }
    return Optional.empty();
  }

  private static boolean isBirthDate(Pieces pieces, int i) {
    int full = DateShape.end(pieces, i);
    int day = DateShape.endOfDay(pieces, i);
    boolean row = DateShape.isRow(pieces.get(i));
    if (full < 0 && day < 0 && !row) {
      return false;
    }
    return labelBefore(pieces, i, full > 0) || (full > 0 && labelBehind(pieces, full));
  }

  private static boolean labelBefore(Pieces pieces, int date, boolean full) {
    for (int i = date - 1; i >= date - REACH; i--) {
      Piece piece = pieces.get(i);
      if (!pieces.sameSentence(i, date) && i < date - 2) {
        return false;
      }
      if (isLabel(pieces, i)) {
        return true;
      }
      if (piece.in(BORN)) {
        return full && isPerson(pieces, i);
      }
      if (piece.is("birthday") || piece.is("bday")) {
        return hasOwner(pieces, i);
      }
      if (!piece.in(BETWEEN) && !piece.isCapitalised()) {
        return false;
      }
    }
    return false;
  }

  private static boolean isLabel(Pieces pieces, int i) {
    Piece piece = pieces.get(i);
    return piece.in(LABELS)
        || (piece.is("birth") && pieces.get(i - 1).is("of") && isDate(pieces.get(i - 2)))
        || (isDate(piece) && pieces.get(i - 1).is("birth"));
  }

  private static boolean isDate(Piece piece) {
    return piece.is("date") || piece.is("day");
  }

  /** "She was born", "Maria, born"; not "the programme was born", "babies born". */
  private static boolean isPerson(Pieces pieces, int born) {
    for (int i = born - 1; i >= born - 4 && pieces.sameSentence(i, born); i--) {
      if (pieces.get(i).in(NO_PERSON)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOwner(Pieces pieces, int birthday) {
    Piece owner = pieces.get(birthday - 1);
    return owner.in(PatientWords.HIS_OR_HER)
        || PatientWords.isPatient(pieces, birthday - 1)
        || owner.in(PatientWords.KIN);
  }

  private static boolean labelBehind(Pieces pieces, int end) {
    int i = end;
    while (i < end + 5 && pieces.get(i).in(BEHIND)) {
      i++;
    }
    return pieces.sameSentence(end - 1, i)
        && (pieces.get(i).in(LABELS)
            || (isDate(pieces.get(i))
                && pieces.get(i + 1).is("of")
                && pieces.get(i + 2).is("birth")));
  }
}
