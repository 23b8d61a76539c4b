package dev.groundswell.privacy;

import dev.groundswell.privacy.Finding.Kind;
import java.util.Optional;
import java.util.Set;

/** A phone number or an e-mail address of somebody in care, or of their family. */
final class Contact {
  private static final Set<String> AMOUNTS = Set.of("$", "£", "€", "%");

  /** What "a patient" does who is given an organisation's number. */
  private static final Set<String> CALLING =
      Set.of(
          "call", "calls", "called", "calling", "ring", "rings", "rang", "dial", "dials", "text",
          "texts", "write", "writes", "wrote", "use", "uses", "tried", "given", "gets", "get");

  private static final Set<String> ORGANISATION_LINE =
      Set.of(
          "helpline",
          "hotline",
          "line",
          "reception",
          "switchboard",
          "clinic",
          "hospital",
          "office",
          "desk",
          "department",
          "ward",
          "team",
          "practice",
          "surgery",
          "service",
          "services",
          "our",
          "ext",
          "extension",
          "portal",
          "council");

  private static final Set<String> PRIVATE_MAIL =
      Set.of(
          "gmail",
          "googlemail",
          "yahoo",
          "ymail",
          "hotmail",
          "outlook",
          "live",
          "icloud",
          "aol",
          "gmx",
          "web",
          "btinternet",
          "msn",
          "comcast",
          "proton",
          "protonmail",
          "mail",
          "me",
          "sky",
          "virginmedia",
          "talktalk",
          "verizon",
          "att",
          "sbcglobal",
          "mac");

  private static final Set<String> BEHIND =
      Set.of("is", "was", "the", "(", ",", "-", "our", "a", "this");

  private static final int REACH = 10;

  private Contact() {}

  static Optional<Kind> in(Pieces pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      boolean mail = isMail(pieces, i);
      if ((mail || phoneEnd(pieces, i) > 0)
          && isPatients(pieces, mail ? mailStart(pieces, i) : i, mail, i)) {
        return Optional.of(Kind.CONTACT);
      }
    }
    return Optional.empty();
  }

  /** Whether this is the @ of an address. */
  private static boolean isMail(Pieces pieces, int i) {
    return pieces.get(i).is("@")
        && pieces.get(i).glued()
        && pieces.get(i + 1).glued()
        && !pieces.get(i + 1).is("@");
  }

  private static int mailStart(Pieces pieces, int at) {
    int i = at - 1;
    while (i > at - 8 && pieces.get(i).glued() && !pieces.get(i - 1).is(":")) {
      i--;
    }
    return i;
  }

  private static boolean isPrivate(Pieces pieces, int at) {
    return pieces.get(at + 1).in(PRIVATE_MAIL);
  }

  /** Behind a phone number that begins here; -1 if none does. */
  static int phoneEnd(Pieces pieces, int i) {
    Piece first = pieces.get(i);
    if (!first.isNumber()
        || pieces.get(i - 1).in(AMOUNTS)
        || (first.glued() && (pieces.get(i - 1).isWord() || pieces.get(i - 1).is(".")))
        || DateShape.end(pieces, i) > 0) {
      return -1;
    }
    boolean plus = pieces.get(i - 1).is("+");
    int digits = first.text().length();
    int groups = 1;
    boolean thousands = digits <= 3 && !first.text().startsWith("0") && !plus;
    boolean years = isYear(first);
    int last = i;
    for (int next = nextGroup(pieces, last);
        next > 0 && groups < 8;
        next = nextGroup(pieces, last)) {
      last = next;
      groups++;
      Piece group = pieces.get(next);
      digits += group.text().length();
      thousands &= group.text().length() == 3;
      years &= isYear(group);
    }
    boolean row =
        groups == 1 && (first.text().startsWith("0") || plus || digits == 10 || digits == 11);
    boolean grouped = groups > 1 && !thousands && !years;
    return digits >= 7 && digits <= 15 && (row || grouped) ? last + 1 : -1;
  }

  private static int nextGroup(Pieces pieces, int i) {
    int next = NationalNumber.next(pieces, i);
    if (next < 0 && pieces.get(i + 1).is(")")) {
      int j = pieces.get(i + 2).is("-") ? i + 3 : i + 2;
      next = pieces.get(j).isNumber() ? j : -1;
    }
    if (next < 0 && pieces.get(i + 1).is("(") && pieces.get(i + 2).is("0")) {
      next = i + 2;
    }
    return next;
  }

  private static boolean isYear(Piece piece) {
    return piece.isNumber(4) && (piece.text().startsWith("19") || piece.text().startsWith("20"));
  }

  private static boolean isPatients(Pieces pieces, int start, boolean mail, int at) {
    boolean line = false;
    boolean calling = false;
    for (int i = start - 1; i >= start - REACH && pieces.sameSentence(start, i); i--) {
      Piece piece = pieces.get(i);
      if (PatientWords.isPatient(pieces, i)) {
        boolean strong = piece.possessive() || (i >= start - 2 && !calling);
        if (strong || (!line && !calling)) {
          return true;
        }
      }
      if (piece.in(PatientWords.KIN) && !line && !calling) {
        return true;
      }
      if (piece.in(PatientWords.HIS_OR_HER)
          && !line
          && (!mail || isPrivate(pieces, at))
          && !staffBefore(pieces, start)) {
        return true;
      }
      line |= piece.in(ORGANISATION_LINE);
      calling |= piece.in(CALLING) && !pieces.get(i + 1).in(PatientWords.HIS_OR_HER);
    }
    return behind(pieces, start, at);
  }

  /** "07700 900123 is the patient's mobile", "0117 … (patient)". */
  private static boolean behind(Pieces pieces, int start, int at) {
    int end = Math.max(phoneEnd(pieces, start), at + 1);
    for (int i = end; i < end + 5 && pieces.sameSentence(start, i); i++) {
      if (PatientWords.isPatient(pieces, i)) {
        return pieces.get(i).possessive() || pieces.get(i - 1).is("(");
      }
      if (!pieces.get(i).in(BEHIND)) {
        return false;
      }
    }
    return false;
  }

  private static boolean staffBefore(Pieces pieces, int start) {
    for (int j = start - 1; j >= start - REACH - 4; j--) {
      if (pieces.sameSentence(j, start) && pieces.get(j).in(PatientWords.STAFF)) {
        return true;
      }
    }
    return false;
  }
}
