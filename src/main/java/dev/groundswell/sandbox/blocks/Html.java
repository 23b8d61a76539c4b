package dev.groundswell.sandbox.blocks;

import java.util.Locale;
import java.util.Set;

/** Text on its way into HTML. */
public final class Html {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  private Html() {}

  /** Safe between tags and within quoted attributes. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> {
          // Controls are not allowed in HTML, escaped or not.
          if (c >= ' ' || c == '\n' || c == '\t') {
            safe.append(c);
          }
        }
      }
    }
    return safe.toString();
  }

  /** {@code name="value"} with a space before it, or nothing when the value is empty. */
  public static String attribute(String name, String value) {
    return value.isEmpty() ? "" : " " + name + "=\"" + escape(value) + "\"";
  }

  /** A link that opens elsewhere; its text alone when the address is none that one may follow. */
  public static String link(String url, String html) {
    int colon = url.indexOf(':');
    if (colon < 0 || !SCHEMES.contains(url.substring(0, colon).toLowerCase(Locale.ROOT))) {
      return html;
    }
    return "<a href=\"%s\" target=\"_blank\" rel=\"noopener noreferrer\">%s</a>"
        .formatted(escape(url.replace(" ", "%20")), html);
  }
}
