package dev.groundswell.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text in a header that people read: plain when it can be, else encoded words (RFC 2047).
 *
 * <p>Ours rather than the library's, which leaves a plain {@code =?…?=} as it is, for the reader's
 * program to decode into something nobody wrote, and which does not fold one long word.
 */
final class HeaderText {
  private static final Pattern PLAIN = Pattern.compile("[!-~]+( [!-~]+)*");
  private static final int LONGEST_PLAIN_WORD = 60;

  /** With {@code =?UTF-8?B?…?=} and the name {@code Subject} a line stays within 76 characters. */
  private static final int BYTES_OF_A_WORD = 39;

  private HeaderText() {}

  /**
   * The value as it stands in the message, folded.
   *
   * @param value without control characters
   */
  static String of(String header, String value) {
    boolean plain =
        PLAIN.matcher(value).matches()
            && !value.contains("=?")
            && List.of(value.split(" ")).stream().allMatch(w -> w.length() <= LONGEST_PLAIN_WORD);
    return plain ? MimeUtility.fold(header.length() + 2, value) : encodedWords(value);
  }

  /**
   * @throws IllegalArgumentException when {@code value} holds CR, LF or another control character,
   *     with which it could begin a header of its own
   */
  static void refuseControls(String what, String value) {
    if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
      throw new IllegalArgumentException(
          what + " may not hold a line break or another control character");
    }
  }

  private static String encodedWords(String value) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int bytes = 0;
    for (int codePoint : value.codePoints().toArray()) {
      int more = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > BYTES_OF_A_WORD) {
        words.add(encodedWord(word));
        word.setLength(0);
        bytes = 0;
      }
      word.appendCodePoint(codePoint);
      bytes += more;
    }
    words.add(encodedWord(word));
    return String.join("\r\n ", words);
  }

  private static String encodedWord(CharSequence text) {
    byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
  }
}
