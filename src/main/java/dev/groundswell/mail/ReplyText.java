package dev.groundswell.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody wrote, without what they quoted and without their signature. */
final class ReplyText {
  private static final int LONGEST = 3_000;

  /** From here on it is the mail that is answered, as mail programs put it. */
  private static final Pattern QUOTE_BEGINS =
      Pattern.compile(
          "(-{2,} ?(original message|forwarded message|ursprüngliche nachricht|message d'origine)"
              + ".*|_{10,}|on .{5,120} wrote:|am .{5,120} schrieb.{0,80}:|le .{5,120} a écrit ?:)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ReplyText() {}

  static String of(String text) {
    List<String> kept = new ArrayList<>();
    List<String> lines = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      // "On … wrote:" may be folded after some 76 characters.
      String two = i + 1 < lines.size() ? line + " " + lines.get(i + 1).strip() : line;
      if (line.equals("--")
          || QUOTE_BEGINS.matcher(line).matches()
          || (line.length() > 30 && QUOTE_BEGINS.matcher(two).matches())) {
        break;
      }
      if (!line.startsWith(">")) {
        kept.add(lines.get(i).stripTrailing());
      }
    }
    String words = String.join("\n", kept).replaceAll("\n{3,}", "\n\n").strip();
    return words.codePointCount(0, words.length()) <= LONGEST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
