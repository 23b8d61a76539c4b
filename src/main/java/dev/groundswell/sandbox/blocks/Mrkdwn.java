package dev.groundswell.sandbox.blocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's own markup, turned into HTML as this person would read it. */
public final class Mrkdwn {
  private static final Pattern BLOCK = Pattern.compile("```\\n?(.*?)\\n?```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern BRACKET = Pattern.compile("<([^<>\\n]+)>");
  private static final Pattern BOLD = around("\\*");
  private static final Pattern ITALIC = around("_");
  private static final Pattern STRIKE = around("~");
  private static final Pattern KEPT = Pattern.compile("\uE000(\\d+)\uE001");
  private static final Pattern TOKEN = Pattern.compile("\\{([a-z_]+)}");

  private final Names names;
  private final ZoneId zone;
  private final LocalDate today;

  /**
   * For one reader.
   *
   * @param today the day that is "today" to them
   */
  public Mrkdwn(Names names, ZoneId zone, LocalDate today) {
    this.names = names;
    this.zone = zone;
    this.today = today;
  }

  private static Pattern around(String sign) {
    return Pattern.compile(
        "(?<![\\w" + sign + "])" + sign + "(?=\\S)([^\\n]*?\\S)" + sign + "(?![\\w" + sign + "])");
  }

  /** Paragraphs of markup; safe HTML. */
  public String html(String text) {
    List<String> kept = new ArrayList<>();
    String work = text.replaceAll("[\uE000\uE001]", "");
    work =
        BLOCK
            .matcher(work)
            .replaceAll(
                found -> keep(kept, "<pre><code>" + entities(found.group(1)) + "</code></pre>"));
    work =
        CODE.matcher(work)
            .replaceAll(found -> keep(kept, "<code>" + entities(found.group(1)) + "</code>"));
    work = BRACKET.matcher(work).replaceAll(found -> keep(kept, bracket(found.group(1))));
    work = Emoji.in(entities(work));
    work = BOLD.matcher(work).replaceAll("<strong>$1</strong>");
    work = ITALIC.matcher(work).replaceAll("<em>$1</em>");
    work = STRIKE.matcher(work).replaceAll("<s>$1</s>");
    return restore(lines(work), kept);
  }

  private static String keep(List<String> kept, String html) {
    kept.add(html);
    return Matcher.quoteReplacement("\uE000" + (kept.size() - 1) + "\uE001");
  }

  private static String restore(String html, List<String> kept) {
    return KEPT.matcher(html)
        .replaceAll(found -> Matcher.quoteReplacement(kept.get(Integer.parseInt(found.group(1)))));
  }

  /** Slack's text has &amp; &lt; &gt; escaped already; nothing else. */
  private static String entities(String text) {
    return Html.escape(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
  }

  private static String lines(String html) {
    StringBuilder out = new StringBuilder();
    boolean quoting = false;
    boolean fresh = true;
    for (String line : html.split("\n", -1)) {
      boolean quoted = line.startsWith("&gt;");
      if (quoted != quoting) {
        out.append(quoted ? "<blockquote>" : "</blockquote>");
        quoting = quoted;
        fresh = true;
      }
      if (!fresh) {
        out.append("<br>");
      }
      out.append(quoted ? line.substring(4).stripLeading() : line);
      fresh = false;
    }
    return quoting ? out.append("</blockquote>").toString() : out.toString();
  }

  private String bracket(String inside) {
    int bar = inside.indexOf('|');
    String what = bar < 0 ? inside : inside.substring(0, bar);
    String label = bar < 0 ? "" : inside.substring(bar + 1);
    if (what.startsWith("@")) {
      return mention(
          "@", names.person(what.substring(1)).orElse(label.isEmpty() ? "unknown person" : label));
    }
    if (what.startsWith("#")) {
      return mention(
          "#",
          names.channel(what.substring(1)).orElse(label.isEmpty() ? "unknown-channel" : label));
    }
    if (what.startsWith("!date^")) {
      return date(what, label);
    }
    if (what.startsWith("!subteam^")) {
      return mention("", label.isEmpty() ? "@group" : label);
    }
    if (what.startsWith("!")) {
      return mention("@", what.substring(1));
    }
    return Html.link(
        unescape(what), entities(label.isEmpty() ? what.replaceFirst("^mailto:", "") : label));
  }

  private static String unescape(String url) {
    return url.replace("&amp;", "&");
  }

  private static String mention(String sign, String name) {
    return "<span class=\"mention\">" + Html.escape(sign + name) + "</span>";
  }

  private String date(String what, String fallback) {
    String[] parts = what.split("\\^", 4);
    if (parts.length < 3 || !parts[1].matches("\\d{1,11}")) {
      return entities(fallback);
    }
    Instant instant = Instant.ofEpochSecond(Long.parseLong(parts[1]));
    String html =
        "<time datetime=\"%s\">%s</time>"
            .formatted(instant, Html.escape(written(instant, parts[2])));
    return parts.length == 4 ? Html.link(parts[3], html) : html;
  }

  /** A moment in one of Slack's formats, such as {@code {date_pretty} at {time}}. */
  String written(Instant instant, String format) {
    ZonedDateTime when = instant.atZone(zone);
    return TOKEN
        .matcher(format)
        .replaceAll(found -> Matcher.quoteReplacement(token(found.group(1), when)));
  }

  private String token(String name, ZonedDateTime when) {
    if (name.endsWith("_pretty")) {
      long days = when.toLocalDate().toEpochDay() - today.toEpochDay();
      String near = Map.of(-1L, "yesterday", 0L, "today", 1L, "tomorrow").getOrDefault(days, "");
      return near.isEmpty() ? token(name.substring(0, name.length() - 7), when) : near;
    }
    String pattern =
        switch (name) {
          case "date_num" -> "yyyy-MM-dd";
          case "date", "date_long_full" -> "MMMM d, yyyy";
          case "date_short" -> "MMM d, yyyy";
          case "date_long" -> "EEEE, MMMM d, yyyy";
          case "day_divider" -> "EEEE, MMMM d";
          case "time" -> "h:mm a";
          case "time_secs" -> "h:mm:ss a";
          default -> "";
        };
    return pattern.isEmpty()
        ? "{" + name + "}"
        : when.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }
}
