package dev.groundswell.privacy;

import java.util.Set;

/** A person's full name: a given name, perhaps something in between, and a family name. */
final class PersonName {
  /** Words with a capital that begin a sentence or name a place, a firm, a day or a language. */
  private static final Set<String> NO_NAMES =
      PatientWords.words(
          """
          the this that these those we i you he she they it his her our their my your a an and but
          if when who what where why how in on at to of for from by with as is was are were be been
          has had have do does did can could should would may might must will shall not no yes so
          then there here now today tomorrow yesterday please thanks ok after before since until
          because while although both each every some many most more all any one two three four
          five monday tuesday wednesday thursday friday saturday sunday january february march june
          july september october november december english spanish french arabic somali polish
          german chinese mandarin cantonese portuguese russian urdu bengali hindi punjabi latino
          latina hispanic black white asian african american european british england scotland wales
          ireland london boston chicago new north south east west nhs kaiser permanente mayo
          cleveland humana aetna cigna medicaid medicare ucla microsoft google epic cerner slack
          zoom teams excel powerpoint mychart redcap facebook whatsapp amazon great good big best
          dear hello hi call ask tell see send speak contact note notes name dob mrn ssn id email
          phone date address tel number details born male female aged age mr mrs ms dr miss prof
          nurse doctor sister lived seen he's she's said says told also only just even activation
          zero one two plus first last next same other others lab labs er ed icu gp pcp or a&e qi
          """);

  private static final Set<String> NO_NAME_ENDINGS =
      Set.of("tion", "ment", "ness", "ship", "ology", "ance", "ence", "sion", "ility", "ware");

  private PersonName() {}

  /** How strict to be about names that nobody has heard of. */
  enum Trust {
    /** Only a name can stand here: names are believed. */
    UNKNOWN_NAMES,
    /** The given name has to be a usual one. */
    USUAL_NAMES
  }

  /** Behind a full name that begins here, honorific and all; -1 if none does. */
  static int end(Pieces pieces, int start, Trust trust) {
    int i = start;
    if (pieces.get(i).in(PatientWords.HONORIFICS)) {
      i = skipDot(pieces, i + 1);
    }
    Piece given = pieces.get(i);
    if (!given.isWord() || given.possessive() || pieces.get(i + 1).isNumber()) {
      return -1;
    }
    if (given.text().length() == 1) {
      int family = skipDot(pieces, i + 1);
      return given.isCapitalised()
              && pieces.get(family).isCapitalised()
              && pieces.get(family).in(Names.FAMILY)
          ? behind(pieces, family)
          : -1;
    }
    int family = familyName(pieces, i + 1);
    Piece last = pieces.get(family);
    boolean usual = given.in(Names.GIVEN);
    boolean word = given.in(Names.GIVEN_WORDS);
    if (!given.isCapitalised() || !last.isCapitalised()) {
      return usual && last.in(Names.FAMILY) ? behind(pieces, family) : -1;
    }
    if (!couldBeName(last) || PatientWords.isInitials(given)) {
      return -1;
    }
    boolean believed =
        usual
            || (word && (trust == Trust.UNKNOWN_NAMES || last.in(Names.FAMILY)))
            || (trust == Trust.UNKNOWN_NAMES
                && couldBeName(given)
                && !given.isShouted()
                && !last.isShouted());
    return believed ? behind(pieces, family) : -1;
  }

  /** Where the family name stands, behind initials and particles. */
  private static int familyName(Pieces pieces, int from) {
    int i = from;
    for (int skipped = 0; skipped < 3; skipped++) {
      Piece piece = pieces.get(i);
      boolean initial = piece.isCapitalised() && piece.text().length() == 1;
      boolean particle =
          piece.in(Names.PARTICLES)
              && (pieces.get(i + 1).isCapitalised() || pieces.get(i + 1).in(Names.PARTICLES));
      boolean hyphen = piece.is("-") && piece.glued() && pieces.get(i + 1).glued();
      if (initial) {
        i = skipDot(pieces, i + 1);
      } else if (particle) {
        i = skipDot(pieces, i + 1);
      } else if (hyphen) {
        i = pieces.get(i + 2).isCapitalised() ? i + 2 : i + 1;
      } else {
        break;
      }
    }
    return pieces.get(i).sentence() == pieces.get(from - 1).sentence() ? i : pieces.size();
  }

  private static boolean couldBeName(Piece piece) {
    return piece.isCapitalised()
        && piece.text().length() > 1
        && !piece.in(NO_NAMES)
        && !piece.in(PatientWords.ORGANISATION)
        && !piece.in(PatientWords.STAFF)
        && NO_NAME_ENDINGS.stream().noneMatch(piece.lower()::endsWith);
  }

  /** Behind the rest of the name; -1 if it turns out to be that of a hospital. */
  private static int behind(Pieces pieces, int family) {
    int i = family + 1;
    if (pieces.get(i).is("-") && pieces.get(i).glued() && pieces.get(i + 1).glued()) {
      i += 2;
    }
    for (int more = 0; more < 3 && pieces.get(i).isCapitalised(); more++) {
      if (pieces.get(i).in(PatientWords.ORGANISATION) && pieces.sameSentence(family, i)) {
        return -1;
      }
      i++;
    }
    return i;
  }

  private static int skipDot(Pieces pieces, int i) {
    return pieces.get(i).is(".") ? i + 1 : i;
  }
}
