package dev.groundswell.privacy;

import dev.groundswell.privacy.Finding.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * NHS numbers and social security numbers, by their shape and by what makes them valid. Grouped as
 * they are printed they need no word beside them; as a plain row of digits they do.
 */
final class NationalNumber {
  private static final Set<String> SEPARATORS = Set.of("-", ".");
  private static final Set<String> PHONE =
      Set.of(
          "call",
          "calls",
          "called",
          "phone",
          "telephone",
          "tel",
          "ph",
          "fax",
          "ring",
          "dial",
          "text",
          "sms",
          "line",
          "helpline",
          "hotline",
          "office",
          "desk",
          "reception",
          "ext",
          "mobile",
          "cell",
          "contact",
          "reach",
          "whatsapp",
          "switchboard");

  /** In front of "number" these mean a number of something else. */
  private static final Set<String> OTHER_NUMBERS =
      Set.of(
          "ticket",
          "order",
          "invoice",
          "grant",
          "budget",
          "account",
          "case",
          "reference",
          "po",
          "purchase",
          "serial",
          "model",
          "part",
          "tracking",
          "project",
          "cost",
          "job",
          "request",
          "incident",
          "change",
          "issue",
          "version",
          "contract",
          "ref",
          "award",
          "bank",
          "isbn",
          "company",
          "charity",
          "registration",
          "meeting",
          "webinar",
          "conference",
          "zoom");

  private static final Set<String> MEETING =
      Set.of(
          "meeting", "zoom", "webinar", "webex", "passcode", "ticket", "order", "invoice", "isbn");

  private static final Set<String> AMOUNTS = Set.of("+", "$", "£", "€");
  private static final Set<String> NUMBER_LABELS =
      Set.of("ssn", "nhs", "chi", "patient", "pt", "number", "no", "id");

  private static final Set<String> TO_LAST_FOUR =
      Set.of(
          "is", "are", "ends", "ending", "in", "last", "four", "digits", ":", "#", "=", "no",
          "number", "with", "(", "-", ".");

  private NationalNumber() {}

  static Optional<Kind> in(Pieces pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).isNumber()) {
        if (isSocialSecurity(pieces, i)) {
          return Optional.of(Kind.SOCIAL_SECURITY_NUMBER);
        }
        if (isNhs(pieces, i)) {
          return Optional.of(Kind.NHS_NUMBER);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSocialSecurity(Pieces pieces, int i) {
    Piece first = pieces.get(i);
    if (first.isNumber(9)) {
      return isIssued(first.text()) && socialSecurityNear(pieces, i);
    }
    if (first.isNumber(4)) {
      return lastFour(pieces, i);
    }
    int second = next(pieces, i);
    int third = second < 0 ? -1 : next(pieces, second);
    return third > 0
        && first.isNumber(3)
        && pieces.get(second).isNumber(2)
        && pieces.get(third).isNumber(4)
        && second - i == third - second
        && isIssued(first.text() + pieces.get(second).text() + pieces.get(third).text())
        && standsAlone(pieces, i, third, second - i == 1);
  }

  /** The ranges that were given out: not 000, 666 or 900 and up; not 00; not 0000. */
  private static boolean isIssued(String nine) {
    int area = Integer.parseInt(nine.substring(0, 3));
    return area != 0
        && area != 666
        && area < 900
        && !nine.startsWith("00", 3)
        && !nine.endsWith("0000");
  }

  private static boolean socialSecurityNear(Pieces pieces, int i) {
    for (int j = i - 6; j <= i + 4; j++) {
      if (isSocialSecurityWord(pieces, j)
          && Math.abs(pieces.get(j).sentence() - pieces.get(i).sentence()) <= 1) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSocialSecurityWord(Pieces pieces, int i) {
    Piece piece = pieces.get(i);
    Piece next = pieces.get(i + 1);
    return piece.is("ssn")
        || piece.is("ssns")
        || (piece.is("social")
            && (next.is("security")
                || next.is("sec")
                || next.is("#")
                || next.is("no")
                || next.is("number")
                || next.is("is")
                || next.is(":")));
  }

  /** The four that are left of it, as in "SSN ending in 4821"; "no SSN in 2023" has a year. */
  private static boolean lastFour(Pieces pieces, int i) {
    boolean year = pieces.get(i).text().startsWith("19") || pieces.get(i).text().startsWith("20");
    boolean said = false;
    for (int j = i - 1; j >= i - 7; j--) {
      Piece piece = pieces.get(j);
      if (piece.is("ssn") || (piece.is("security") && pieces.get(j - 1).is("social"))) {
        return j < i - 1 && (said || !year);
      }
      if (!piece.in(TO_LAST_FOUR)) {
        return false;
      }
      said |= !piece.is("in") && !piece.is("with") && !piece.is("no");
    }
    return false;
  }

  private static boolean isNhs(Pieces pieces, int i) {
    StringBuilder digits = new StringBuilder(pieces.get(i).text());
    StringBuilder shape = new StringBuilder().append(digits.length());
    int last = i;
    while (digits.length() < 10) {
      int next = next(pieces, last);
      if (next < 0) {
        return false;
      }
      last = next;
      digits.append(pieces.get(last).text());
      shape.append(pieces.get(last).text().length());
    }
    if (!isValidNhs(digits.toString()) || isOtherwiseMeant(pieces, i)) {
      return false;
    }
    boolean spaced = last > i && pieces.get(i + 1).isNumber();
    return (shape.toString().equals("334") && standsAlone(pieces, i, last, spaced))
        || wordsNear(pieces, i, last);
  }

  /** Ten digits of which the last is the check digit, modulus 11. */
  static boolean isValidNhs(String digits) {
    if (digits.length() != 10 || digits.chars().distinct().count() == 1) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (digits.charAt(i) - '0');
    }
    int check = 11 - sum % 11;
    return (check == 11 ? 0 : check) == digits.charAt(9) - '0';
  }

  /** A phone number, or the number of a meeting. */
  private static boolean isOtherwiseMeant(Pieces pieces, int i) {
    if (pieces.get(i - 1).is("+")) {
      return true;
    }
    for (int j = i - 1; j >= i - 6 && pieces.sameSentence(i, j); j--) {
      if (pieces.get(j).is("nhs")) {
        return false;
      }
      if (pieces.get(j).in(PHONE) || (j >= i - 4 && pieces.get(j).in(MEETING))) {
        return true;
      }
    }
    return false;
  }

  private static boolean wordsNear(Pieces pieces, int i, int last) {
    for (int j = i - 8; j <= last + 5; j++) {
      Piece piece = pieces.get(j);
      if (pieces.sameSentence(i, j)
          && (piece.is("nhs")
              || piece.is("chi")
              || PatientWords.isPatient(pieces, j)
              || (piece.is("number") && j < i && !pieces.get(j - 1).in(OTHER_NUMBERS)))) {
        return true;
      }
    }
    return false;
  }

  /** The next number of the same row of digits, or -1. */
  static int next(Pieces pieces, int i) {
    if (pieces.get(i + 1).isNumber() && pieces.sameSentence(i, i + 1)) {
      return i + 1;
    }
    Piece sign = pieces.get(i + 1);
    return sign.in(SEPARATORS)
            && pieces.get(i + 2).isNumber()
            && (sign.is("-") || (sign.glued() && pieces.get(i + 2).glued()))
        ? i + 2
        : -1;
  }

  /** Neither part of a longer row of digits nor of a code such as INC-123-45-6789 nor an amount. */
  private static boolean standsAlone(Pieces pieces, int first, int last, boolean spaced) {
    Piece before = pieces.get(first - 1);
    if (before.in(AMOUNTS) || (before.isNumber() && spaced)) {
      return false;
    }
    boolean code =
        before.in(SEPARATORS)
            && before.glued()
            && pieces.get(first).glued()
            && !isLabel(pieces.get(first - 2));
    Piece after = pieces.get(last + 1);
    boolean goesOn =
        spaced ? after.isNumber() : after.in(SEPARATORS) && pieces.get(last + 2).isNumber();
    return !code && !goesOn;
  }

  private static boolean isLabel(Piece piece) {
    return piece.in(NUMBER_LABELS);
  }
}
