package dev.groundswell.sandbox.blocks;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pictures behind common names such as {@code :tada:}. */
final class Emoji {
  private static final Pattern NAME = Pattern.compile(":([a-z0-9_+-]{2,40}):");

  private static final Map<String, String> KNOWN =
      Map.<String, String>ofEntries(
          Map.entry("compass", "🧭"),
          Map.entry("double_vertical_bar", "⏸️"),
          Map.entry("fast_forward", "⏩"),
          Map.entry("footprints", "👣"),
          Map.entry("grey_question", "❔"),
          Map.entry("incoming_envelope", "📨"),
          Map.entry("leaves", "🍃"),
          Map.entry("leftwards_arrow_with_hook", "↩️"),
          Map.entry("no_bell", "🔕"),
          Map.entry("open_file_folder", "📂"),
          Map.entry("page_facing_up", "📄"),
          Map.entry("raised_hand", "✋"),
          Map.entry("rotating_light", "🚨"),
          Map.entry("wastebasket", "🗑️"),
          Map.entry("wave", "👋"),
          Map.entry("tada", "🎉"),
          Map.entry("white_check_mark", "✅"),
          Map.entry("heavy_check_mark", "✔️"),
          Map.entry("x", "❌"),
          Map.entry("warning", "⚠️"),
          Map.entry("bulb", "💡"),
          Map.entry("bell", "🔔"),
          Map.entry("calendar", "📅"),
          Map.entry("date", "📅"),
          Map.entry("alarm_clock", "⏰"),
          Map.entry("hourglass", "⌛"),
          Map.entry("hourglass_flowing_sand", "⏳"),
          Map.entry("clock", "🕐"),
          Map.entry("speech_balloon", "💬"),
          Map.entry("memo", "📝"),
          Map.entry("pencil", "📝"),
          Map.entry("pencil2", "✏️"),
          Map.entry("clipboard", "📋"),
          Map.entry("email", "📧"),
          Map.entry("envelope", "✉️"),
          Map.entry("inbox_tray", "📥"),
          Map.entry("outbox_tray", "📤"),
          Map.entry("mag", "🔍"),
          Map.entry("chart_with_upwards_trend", "📈"),
          Map.entry("chart_with_downwards_trend", "📉"),
          Map.entry("bar_chart", "📊"),
          Map.entry("heart", "❤️"),
          Map.entry("green_heart", "💚"),
          Map.entry("star", "⭐"),
          Map.entry("sparkles", "✨"),
          Map.entry("thumbsup", "👍"),
          Map.entry("+1", "👍"),
          Map.entry("thumbsdown", "👎"),
          Map.entry("-1", "👎"),
          Map.entry("clap", "👏"),
          Map.entry("pray", "🙏"),
          Map.entry("handshake", "🤝"),
          Map.entry("raised_hands", "🙌"),
          Map.entry("muscle", "💪"),
          Map.entry("eyes", "👀"),
          Map.entry("ear", "👂"),
          Map.entry("smile", "😄"),
          Map.entry("slightly_smiling_face", "🙂"),
          Map.entry("thinking_face", "🤔"),
          Map.entry("busts_in_silhouette", "👥"),
          Map.entry("bust_in_silhouette", "👤"),
          Map.entry("hospital", "🏥"),
          Map.entry("stethoscope", "🩺"),
          Map.entry("seedling", "🌱"),
          Map.entry("ocean", "🌊"),
          Map.entry("house", "🏠"),
          Map.entry("gear", "⚙️"),
          Map.entry("lock", "🔒"),
          Map.entry("link", "🔗"),
          Map.entry("pushpin", "📌"),
          Map.entry("round_pushpin", "📍"),
          Map.entry("dart", "🎯"),
          Map.entry("trophy", "🏆"),
          Map.entry("rocket", "🚀"),
          Map.entry("fire", "🔥"),
          Map.entry("point_right", "👉"),
          Map.entry("arrow_right", "➡️"),
          Map.entry("repeat", "🔁"),
          Map.entry("books", "📚"),
          Map.entry("book", "📖"),
          Map.entry("telephone_receiver", "📞"),
          Map.entry("no_entry_sign", "🚫"),
          Map.entry("question", "❓"),
          Map.entry("information_source", "ℹ️"),
          Map.entry("large_green_circle", "🟢"),
          Map.entry("large_yellow_circle", "🟡"),
          Map.entry("red_circle", "🔴"),
          Map.entry("white_circle", "⚪"),
          Map.entry("zzz", "💤"));

  private Emoji() {}

  /** Replaces the names that are known in text that is already escaped. */
  static String in(String html) {
    return NAME.matcher(html)
        .replaceAll(
            found -> Matcher.quoteReplacement(KNOWN.getOrDefault(found.group(1), found.group())));
  }

  static String named(String name) {
    return KNOWN.getOrDefault(name, ":" + name + ":");
  }
}
