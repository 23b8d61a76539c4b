package dev.groundswell.privacy;

import java.util.Set;

/**
 * A word, a number or a sign of a text.
 *
 * @param text as it was typed, a word without its {@code 's}
 * @param lower the same in lower case
 * @param possessive whether {@code 's} was cut off
 * @param glued whether nothing stands between it and the piece before
 * @param sentence counts sentences and lines
 */
record Piece(
    Sort sort, String text, String lower, boolean possessive, boolean glued, int sentence) {

  enum Sort {
    WORD,
    NUMBER,
    SIGN,
    /** What stands before the first and behind the last piece. */
    NOTHING
  }

  static final Piece NOTHING = new Piece(Sort.NOTHING, "", "", false, false, -1);

  boolean isWord() {
    return sort == Sort.WORD;
  }

  boolean isNumber() {
    return sort == Sort.NUMBER;
  }

  /** A number of so many digits. */
  boolean isNumber(int digits) {
    return sort == Sort.NUMBER && text.length() == digits;
  }

  boolean is(String lowerCase) {
    return lower.equals(lowerCase);
  }

  boolean in(Set<String> lowerCase) {
    return lowerCase.contains(lower);
  }

  /** A word that begins with a capital. */
  boolean isCapitalised() {
    return isWord() && Character.isUpperCase(text.codePointAt(0));
  }

  /** A word of capitals only. */
  boolean isShouted() {
    return isWord() && text.length() > 1 && text.codePoints().noneMatch(Character::isLowerCase);
  }

  /** A number's value; one that is too long for any use here counts as the largest. */
  int value() {
    return text.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(text);
  }
}
