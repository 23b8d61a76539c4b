package dev.groundswell.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text taken apart. Rules look at a piece and at a few around it, never at all that follow, so
 * that the time they take grows with the length of the text and not with its square.
 */
final class Pieces {
  /** A full stop behind one of these ends no sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "mx", "dr", "st", "no", "nos", "pt", "prof", "rev", "sr", "sra", "jr",
          "tel", "ph", "ext", "dob", "mrn", "ssn", "nr", "num", "approx", "vs", "ave", "rd", "apt",
          "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "eg",
          "ie", "hosp", "med");

  private final List<Piece> pieces = new ArrayList<>();
  private final String text;
  private int sentence;
  private long looks;

  private Pieces(String text) {
    this.text = text;
  }

  static Pieces of(String typed) {
    Pieces pieces = new Pieces(PlainText.of(typed));
    pieces.read();
    return pieces;
  }

  int size() {
    return pieces.size();
  }

  /** The piece, or {@link Piece#NOTHING} before the first and behind the last. */
  Piece get(int i) {
    looks++;
    return i < 0 || i >= pieces.size() ? Piece.NOTHING : pieces.get(i);
  }

  /** How often a rule looked at a piece; what tests measure instead of time. */
  long looks() {
    return looks;
  }

  boolean sameSentence(int a, int b) {
    return get(a).sentence() == get(b).sentence();
  }

  private void read() {
    boolean glued = false;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n') {
        sentence++;
        glued = false;
        i++;
      } else if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        glued = false;
        i++;
      } else {
        i = c >= '0' && c <= '9' ? number(i, glued) : isLetter(i) ? word(i, glued) : sign(i, glued);
        glued = true;
      }
    }
  }

  private int number(int start, boolean glued) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    String digits = text.substring(start, end);
    pieces.add(new Piece(Piece.Sort.NUMBER, digits, digits, false, glued, sentence));
    return end;
  }

  private int word(int start, boolean glued) {
    int dotted = dotted(start);
    if (dotted > start) {
      add(text.substring(start, dotted).replaceAll("[./]", ""), false, glued);
      return dotted;
    }
    int end = start;
    while (end < text.length()
        && (isLetter(end) || (text.charAt(end) == '\'' && end > start && isLetter(end + 1)))) {
      if (end - start >= 4 && isCamel(start, end)) {
        break;
      }
      end += Character.charCount(text.codePointAt(end));
    }
    String word = text.substring(start, end);
    boolean possessive = word.length() > 2 && (word.endsWith("'s") || word.endsWith("'S"));
    add(possessive ? word.substring(0, word.length() - 2) : word, possessive, glued);
    return end;
  }

  private void add(String word, boolean possessive, boolean glued) {
    String lower = word.toLowerCase(Locale.ROOT);
    pieces.add(new Piece(Piece.Sort.WORD, word, lower, possessive, glued, sentence));
  }

  /**
   * The end of letters with dots between them, as in d.o.b. or D/O/B; the start if there are none.
   */
  private int dotted(int start) {
    int end = start;
    int letters = 0;
    while (isLetter(end) && !isLetter(end + 1) && isDot(end + 1)) {
      letters++;
      end += 2;
    }
    boolean closed = letters >= 2 && isLetter(end) && !isLetter(end + 1);
    return closed ? end + 1 : letters >= 2 && text.charAt(end - 1) == '.' ? end : start;
  }

  private boolean isDot(int at) {
    return at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '/');
  }

  /** In PatientJohnSmith.pdf a new word begins with each capital; MacDonald is one. */
  private boolean isCamel(int start, int at) {
    return Character.isUpperCase(text.charAt(at))
        && Character.isLowerCase(text.charAt(at - 1))
        && Character.isLowerCase(text.charAt(start + 1));
  }

  private boolean isLetter(int at) {
    return at < text.length() && Character.isLetter(text.codePointAt(at));
  }

  private int sign(int start, boolean glued) {
    int end = start + Character.charCount(text.codePointAt(start));
    String sign = text.substring(start, end);
    boolean last = end >= text.length() || Character.isWhitespace(text.charAt(end));
    boolean plusForSpace = sign.equals("+") && glued && isLetter(end);
    if (!plusForSpace) {
      Piece before = pieces.isEmpty() ? Piece.NOTHING : pieces.get(pieces.size() - 1);
      pieces.add(new Piece(Piece.Sort.SIGN, sign, sign, false, glued, sentence));
      if (last && endsSentence(sign, before)) {
        sentence++;
      }
    }
    return end;
  }

  private static boolean endsSentence(String sign, Piece before) {
    return switch (sign) {
      case "!", "?" -> true;
      case "." -> !before.isWord() || (before.text().length() > 1 && !before.in(ABBREVIATIONS));
      default -> false;
    };
  }
}
