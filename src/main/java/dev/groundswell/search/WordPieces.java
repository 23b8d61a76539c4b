package dev.groundswell.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Cuts a text into the numbered pieces of words that a BERT model without capitals was trained on:
 * the longest known beginning of a word, then the longest known continuation, and so on. Written
 * here because the usual tokenizer is native code, 10 MB large, that unpacks itself into the home
 * directory.
 */
final class WordPieces {
  private static final int LONGEST_WORD = 100;
  private static final String CONTINUED = "##";

  private final Map<String, Integer> pieces = new HashMap<>();
  private final int unknown;
  private final int begin;
  private final int end;

  private WordPieces(JsonNode vocabulary) {
    vocabulary.properties().forEach(entry -> pieces.put(entry.getKey(), entry.getValue().asInt()));
    unknown = number("[UNK]");
    begin = number("[CLS]");
    end = number("[SEP]");
  }

  /** Reads the {@code tokenizer.json} that comes with a model. */
  static WordPieces read(InputStream json) throws IOException {
    return new WordPieces(new ObjectMapper().readTree(json).path("model").path("vocab"));
  }

  /** True if the word, in small letters without accents, is a piece of its own. */
  boolean isWord(String word) {
    return pieces.containsKey(word);
  }

  private int number(String piece) {
    return Objects.requireNonNull(pieces.get(piece), piece);
  }

  /** The numbers for a text, begin and end included; the rest of a longer text is left out. */
  long[] of(String text, int atMost) {
    List<Integer> numbers = new ArrayList<>();
    numbers.add(begin);
    for (String word : words(text)) {
      if (numbers.size() >= atMost - 1) {
        break;
      }
      numbers.addAll(piecesOf(word));
    }
    List<Integer> kept = numbers.subList(0, Math.min(numbers.size(), atMost - 1));
    long[] ids = new long[kept.size() + 1];
    for (int i = 0; i < kept.size(); i++) {
      ids[i] = kept.get(i);
    }
    ids[kept.size()] = end;
    return ids;
  }

  private List<Integer> piecesOf(String word) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return List.of(unknown);
    }
    List<Integer> found = new ArrayList<>();
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      Integer piece = null;
      while (to > from && piece == null) {
        String part = word.substring(from, to);
        piece = pieces.get(from == 0 ? part : CONTINUED + part);
        to = piece == null ? to - 1 : to;
      }
      if (piece == null) {
        return List.of(unknown);
      }
      found.add(piece);
      from = to;
    }
    return found;
  }

  /** Words in small letters without accents; each sign of punctuation is a word. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String small = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    small.codePoints().forEach(c -> take(c, word, words));
    finish(word, words);
    return words;
  }

  private static void take(int c, StringBuilder word, List<String> words) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      finish(word, words);
    } else if (standsAlone(c)) {
      finish(word, words);
      words.add(Character.toString(c));
    } else if (counts(c)) {
      word.appendCodePoint(c);
    }
  }

  private static void finish(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean counts(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> c != 0xFFFD;
    };
  }

  private static boolean standsAlone(int c) {
    if (c < 128) {
      return c > 32 && c < 127 && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> Character.isIdeographic(c);
    };
  }
}
