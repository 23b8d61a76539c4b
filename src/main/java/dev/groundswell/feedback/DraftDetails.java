package dev.groundswell.feedback;

import dev.groundswell.feedback.Contributor.Reach;
import dev.groundswell.feedback.Input.Channel;
import dev.groundswell.feedback.Input.Steers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was filled in beside the words, as a draft keeps it: one {@code name=value} a line. */
final class DraftDetails {
  private DraftDetails() {}

  static String write(NewInput input) {
    StringBuilder text = new StringBuilder();
    line(text, "group", input.from().group());
    line(text, "patient", input.from().patient() ? "yes" : null);
    line(text, "fits", input.from().reach());
    line(text, "reach", input.reach());
    line(text, "address", input.address());
    line(text, "date", input.receivedOn());
    line(text, "round", input.round());
    line(text, "steers", input.steers());
    line(text, "channel", input.channel());
    line(text, "link", input.link());
    line(text, "named", input.mayBeNamed() ? "yes" : null);
    return text.toString();
  }

  private static void line(StringBuilder text, String name, @Nullable Object value) {
    String written = value == null ? "" : value.toString().replaceAll("\\R", " ");
    if (!written.isEmpty()) {
      text.append(name).append('=').append(written).append('\n');
    }
  }

  /**
   * @param bare who said what
   */
  static NewInput read(String text, NewInput bare) {
    Map<String, String> lines = new HashMap<>();
    text.lines()
        .filter(line -> line.indexOf('=') > 0)
        .forEach(
            line ->
                lines.put(
                    line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    Contributor from = bare.from().inGroup(lines.get("group"));
    Reach fits = value(lines, "fits", Reach::valueOf);
    from = fits == null ? from : from.reached(fits);
    return new NewInput(
        lines.containsKey("patient") ? from.asPatient() : from,
        bare.words(),
        value(lines, "reach", Reach::valueOf),
        lines.getOrDefault("address", ""),
        value(lines, "date", LocalDate::parse),
        lines.getOrDefault("round", ""),
        value(lines, "steers", Steers::valueOf),
        value(lines, "channel", Channel::valueOf),
        lines.get("link"),
        lines.containsKey("named"));
  }

  private static <T> @Nullable T value(
      Map<String, String> lines, String name, Function<String, T> reading) {
    String text = lines.get(name);
    return text == null ? null : reading.apply(text);
  }
}
