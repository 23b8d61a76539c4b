package dev.groundswell.privacy;

import java.util.Set;

/** A date in any of the ways in which people write one. */
final class DateShape {
  static final Set<String> MONTHS =
      PatientWords.words(
          """
          january february march april may june july august september october november december
          jan feb mar apr jun jul aug sep sept oct nov dec
          enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
          januar februar märz mai juni juli oktober dezember
          janvier février mars avril juin juillet août septembre octobre novembre décembre
          """);
  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
  private static final Set<String> SMALL = Set.of(",", ".", "-", "/", "'", "of", "de", "the");
  private static final Set<String> SEPARATORS = Set.of("-", "/", ".");

  private DateShape() {}

  /** Behind a full date that begins here; -1 if none does. */
  static int end(Pieces pieces, int i) {
    if (pieces.get(i).isNumber()) {
      int numeric = numeric(pieces, i);
      return numeric > 0 ? numeric : withYear(pieces, dayAndMonth(pieces, i));
    }
    return pieces.get(i).in(MONTHS) ? withYear(pieces, monthAndDay(pieces, i)) : -1;
  }

  /** Behind a day and month that begin here, with or without a year; -1 if none do. */
  static int endOfDay(Pieces pieces, int i) {
    return pieces.get(i).isNumber()
        ? dayAndMonth(pieces, i)
        : pieces.get(i).in(MONTHS) ? monthAndDay(pieces, i) : -1;
  }

  /** 19610503 or 03051961 or 030561; only where a date is expected. */
  static boolean isRow(Piece piece) {
    if (!piece.isNumber(8) && !piece.isNumber(6)) {
      return false;
    }
    String d = piece.text();
    return (d.length() == 8 && (isYear(d.substring(0, 4)) || isYear(d.substring(4))))
        || (d.length() == 6
            && isDayAndMonth(
                Integer.parseInt(d.substring(0, 2)), Integer.parseInt(d.substring(2, 4))));
  }

  private static int numeric(Pieces pieces, int i) {
    Piece sign = pieces.get(i + 1);
    boolean spaced = sign.isNumber();
    if (!spaced && !sign.in(SEPARATORS)) {
      return -1;
    }
    int step = spaced ? 1 : 2;
    Piece first = pieces.get(i);
    Piece second = pieces.get(i + step);
    Piece third = pieces.get(i + 2 * step);
    if (!second.isNumber()
        || !third.isNumber()
        || (!spaced && !pieces.get(i + 3).is(sign.text()))
        || second.text().length() > 2) {
      return -1;
    }
    boolean yearLast =
        first.text().length() <= 2
            && isYearOrShort(third)
            && isDayAndMonth(first.value(), second.value());
    boolean yearFirst =
        isYear(first.text())
            && third.text().length() <= 2
            && isDayAndMonth(third.value(), second.value());
    return yearLast || yearFirst ? i + 2 * step + 1 : -1;
  }

  private static boolean isDayAndMonth(int a, int b) {
    return a >= 1 && b >= 1 && Math.max(a, b) <= 31 && Math.min(a, b) <= 12;
  }

  private static int dayAndMonth(Pieces pieces, int i) {
    if (pieces.get(i).text().length() > 2 || pieces.get(i).value() > 31) {
      return -1;
    }
    int j = pieces.get(i + 1).in(ORDINALS) ? i + 2 : i + 1;
    j = skipSmall(pieces, j);
    return pieces.get(j).in(MONTHS) ? j + 1 : -1;
  }

  private static int monthAndDay(Pieces pieces, int i) {
    int j = skipSmall(pieces, i + 1);
    Piece day = pieces.get(j);
    if (!day.isNumber() || day.text().length() > 2 || day.value() > 31 || day.value() < 1) {
      return -1;
    }
    return pieces.get(j + 1).in(ORDINALS) ? j + 2 : j + 1;
  }

  private static int withYear(Pieces pieces, int end) {
    if (end < 0) {
      return -1;
    }
    int j = skipSmall(pieces, end);
    return pieces.get(j).isNumber() && isYearOrShort(pieces.get(j)) ? j + 1 : -1;
  }

  private static int skipSmall(Pieces pieces, int i) {
    int j = i;
    while (j < i + 2 && pieces.get(j).in(SMALL)) {
      j++;
    }
    return j;
  }

  private static boolean isYearOrShort(Piece piece) {
    return piece.isNumber(2) || isYear(piece.text());
  }

  private static boolean isYear(String digits) {
    return digits.length() == 4
        && (digits.startsWith("18") || digits.startsWith("19") || digits.startsWith("20"));
  }
}
