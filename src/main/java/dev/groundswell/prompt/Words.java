package dev.groundswell.prompt;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the bot says, from {@code prompts/messages/} and {@code prompts/mail/}. A text is a Pebble
 * template; whatever is put into it is escaped for where it goes: Slack's mrkdwn, HTML, or nothing
 * for plain text. All of them are parsed when this is made, so a broken one stops the start.
 */
public final class Words {
  private final PebbleEngine mrkdwn;
  private final PebbleEngine html;
  private final PebbleEngine plain;
  private final Set<String> names;

  private Words(PebbleEngine mrkdwn, PebbleEngine html, PebbleEngine plain, Set<String> names) {
    this.names = Set.copyOf(names);
    this.mrkdwn = mrkdwn;
    this.html = html;
    this.plain = plain;
  }

  /**
   * Reads and checks every file.
   *
   * @throws BrokenFile naming file and line of each problem
   */
  public static Words load(PromptFiles files) {
    Problems problems = new Problems();
    Map<String, Place> texts = new LinkedHashMap<>();
    for (String name : files.list("messages")) {
      String feature = name.substring("messages/".length()).replaceFirst("\\.yaml$", "");
      YamlFile.read(files, name, problems)
          .fields()
          .forEach(
              (key, node) -> texts.put(feature + "." + key, new Place(node.where(), node.text())));
    }
    for (String name : files.list("mail")) {
      texts.put(name, new Place(files.label(name) + ":1", files.read(name)));
    }
    MemoryLoader loader = new MemoryLoader();
    texts.forEach((name, place) -> loader.addTemplate(name, place.text()));
    Words words =
        new Words(
            engine(loader, "mrkdwn"),
            engine(loader, "html"),
            engine(loader, "none"),
            texts.keySet());
    texts.forEach(
        (name, place) -> {
          try {
            words.plain.getTemplate(name);
          } catch (PebbleException e) {
            problems.add(
                place.where(), "\"" + name + "\" is not a template: " + e.getPebbleMessage());
          }
        });
    problems.throwIfAny();
    return words;
  }

  private record Place(String where, String text) {}

  private static PebbleEngine engine(MemoryLoader loader, String escaping) {
    PebbleEngine.Builder builder =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .newLineTrimming(false)
            .addEscapingStrategy("mrkdwn", Mrkdwn::escape)
            .addEscapingStrategy("none", text -> text);
    return builder.defaultEscapingStrategy(escaping).build();
  }

  /**
   * A text for a mrkdwn field of Slack's.
   *
   * @param name file and field, as {@code feedback.recorded}
   * @param values name, value, name, value …; a value is escaped unless it is a {@link
   *     io.pebbletemplates.pebble.extension.escaper.SafeString}
   */
  public String say(String name, Object... values) {
    return render(mrkdwn, name, pairs(values));
  }

  /** Whether there is a text of that name. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** A text for a plain_text field of Slack's: a button, a label, a title. */
  public String plain(String name, Object... values) {
    return render(plain, name, pairs(values));
  }

  /** A mail's text part; the file is {@code mail/NAME.txt}. */
  public String mailText(String name, Map<String, Object> values) {
    return render(plain, "mail/" + name + ".txt", values);
  }

  /** A mail's HTML part; the file is {@code mail/NAME.html}. */
  public String mailHtml(String name, Map<String, Object> values) {
    return render(html, "mail/" + name + ".html", values);
  }

  private static Map<String, Object> pairs(Object... values) {
    if (values.length % 2 != 0) {
      throw new IllegalArgumentException("names and values come in pairs");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      map.put((String) values[i], values[i + 1]);
    }
    return map;
  }

  private static String render(PebbleEngine engine, String name, Map<String, Object> values) {
    try {
      StringWriter writer = new StringWriter();
      engine.getTemplate(name).evaluate(writer, values);
      return writer.toString().strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
