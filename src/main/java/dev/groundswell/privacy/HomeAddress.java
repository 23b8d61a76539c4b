package dev.groundswell.privacy;

import dev.groundswell.privacy.Finding.Kind;
import java.util.Optional;
import java.util.Set;

/** Where somebody in care lives: a house number with a street, or a postcode. */
final class HomeAddress {
  private static final Set<String> STREETS =
      Set.of(
          "street",
          "st",
          "road",
          "rd",
          "avenue",
          "ave",
          "lane",
          "ln",
          "drive",
          "dr",
          "close",
          "court",
          "ct",
          "way",
          "place",
          "pl",
          "boulevard",
          "blvd",
          "crescent",
          "terrace",
          "gardens",
          "grove",
          "square",
          "hill",
          "row",
          "mews",
          "parkway",
          "pkwy",
          "circle",
          "walk",
          "park");
  private static final Set<String> LIVES =
      Set.of("lives", "living", "resides", "stays", "staying", "lived", "moved");
  private static final Set<String> HOME =
      Set.of("address", "home", "flat", "house", "apartment", "postcode", "zip");
  private static final Set<String> BETWEEN =
      Set.of(
          "at",
          "of",
          "from",
          ",",
          "(",
          "in",
          "on",
          ":",
          "is",
          "-",
          "flat",
          "apt",
          "apartment",
          "to",
          "alone",
          "with");

  private static final int REACH = 6;

  private HomeAddress() {}

  static Optional<Kind> in(Pieces pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if ((isStreet(pieces, i) || isPostcode(pieces, i)) && isHome(pieces, i)) {
        return Optional.of(Kind.ADDRESS);
      }
    }
    return Optional.empty();
  }

  /** A number, one to three words and a kind of street: "12 Old Elm Street". */
  private static boolean isStreet(Pieces pieces, int i) {
    if (!pieces.get(i).isNumber() || pieces.get(i).text().length() > 5) {
      return false;
    }
    int j = i + 1;
    if (pieces.get(j).glued() && pieces.get(j).isWord() && pieces.get(j).text().length() == 1) {
      j++;
    }
    for (int names = 0; names < 4; names++) {
      Piece piece = pieces.get(j + names);
      if (names > 0 && piece.in(STREETS)) {
        return true;
      }
      if (!piece.isCapitalised() && !pieces.get(j + names + 1).in(STREETS)) {
        return false;
      }
    }
    return false;
  }

  /** As in the United Kingdom: LS6 2AB, SW1A 1AA. */
  private static boolean isPostcode(Pieces pieces, int i) {
    Piece area = pieces.get(i);
    if (!area.isShouted() && !(area.isCapitalised() && area.text().length() == 1)) {
      return false;
    }
    int j = i + 1;
    if (area.text().length() > 2 || !pieces.get(j).isNumber() || !pieces.get(j).glued()) {
      return false;
    }
    j++;
    if (pieces.get(j).glued() && pieces.get(j).isWord() && pieces.get(j).text().length() == 1) {
      j++;
    }
    Piece letters = pieces.get(j + 1);
    return pieces.get(j).isNumber(1)
        && !pieces.get(j).glued()
        && letters.glued()
        && letters.isShouted()
        && letters.text().length() == 2;
  }

  private static boolean isHome(Pieces pieces, int start) {
    int near = start - 1;
    while (near > start - 5 && pieces.get(near).in(BETWEEN)) {
      near--;
    }
    if (PatientWords.isPatient(pieces, near) && !pieces.get(near).possessive()) {
      return near < start && pieces.sameSentence(near, start);
    }
    for (int i = start - 1; i >= start - REACH && pieces.sameSentence(i, start); i--) {
      if (pieces.get(i).in(LIVES)) {
        boolean upTo = pieces.get(start - 1).is("to") && !pieces.get(i).is("moved");
        return !upTo && someone(pieces, i);
      }
      if (pieces.get(i).in(HOME) && isOwned(pieces, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean someone(Pieces pieces, int lives) {
    for (int i = lives - 1; i >= lives - 5 && pieces.sameSentence(i, lives); i--) {
      Piece piece = pieces.get(i);
      if (piece.is("she")
          || piece.is("he")
          || piece.in(PatientWords.KIN)
          || PatientWords.isPatient(pieces, i)
          || PatientWords.isHonorificName(pieces, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwned(Pieces pieces, int home) {
    for (int i = home - 1; i >= home - 2; i--) {
      Piece piece = pieces.get(i);
      if (piece.in(PatientWords.HIS_OR_HER)
          || PatientWords.isPatient(pieces, i)
          || (piece.possessive() && piece.in(PatientWords.KIN))) {
        return true;
      }
    }
    return false;
  }
}
