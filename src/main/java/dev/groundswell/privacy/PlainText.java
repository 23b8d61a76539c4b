package dev.groundswell.privacy;

import java.text.Normalizer;

/**
 * A text as a person reads it: digits of every script as 0 to 9, one kind of space and of dash,
 * nothing that takes no room, and links with their %20 undone.
 */
final class PlainText {
  private final StringBuilder plain;
  private boolean hiddenBefore;

  private PlainText(int length) {
    plain = new StringBuilder(length + 16);
  }

  static String of(String text) {
    PlainText reader = new PlainText(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '%' && i + 1 < text.length() && isEscape(text, i)) {
        reader.take(Integer.parseInt(text.substring(i, i + 2), 16));
        i += 2;
      } else if (c < 0x80) {
        reader.take(c);
      } else {
        // One at a time: to put a long row of marks into order would take the square of its length.
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
            .codePoints()
            .forEach(reader::take);
      }
    }
    return reader.plain.toString();
  }

  private static boolean isEscape(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    return high >= 2 && high < 8 && Character.digit(text.charAt(at + 1), 16) >= 0;
  }

  private void take(int c) {
    switch (Character.getType(c)) {
      case Character.FORMAT -> hiddenBefore = true;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {}
      case Character.DECIMAL_DIGIT_NUMBER -> put('0' + Character.digit(c, 10));
      case Character.DASH_PUNCTUATION -> put('-');
      case Character.SPACE_SEPARATOR -> put(' ');
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> put('\n');
      default ->
          put(
              switch (c) {
                case '\u2019', '\u2018', '\u02bc', '\u00b4', '`' -> '\'';
                case '\u2212' -> '-';
                case '\u2044', '\u2215' -> '/';
                case '_', '\t' -> ' ';
                case '\r' -> '\n';
                default -> c;
              });
    }
  }

  private void put(int c) {
    // What hides between two words stands for a space; within a word or a number it stands for
    // nothing.
    if (hiddenBefore
        && Character.isUpperCase(c)
        && !plain.isEmpty()
        && Character.isLowerCase(plain.charAt(plain.length() - 1))) {
      plain.append(' ');
    }
    hiddenBefore = false;
    plain.appendCodePoint(c);
  }
}
