package dev.groundswell.sandbox.workspace;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns what people type into what Slack stores: escaped, with ids for people and channels. */
final class Escaping {
  private static final Pattern URL = Pattern.compile("https?://[^\\s<>|\"“”]+[^\\s<>|\"“”.,;:!?)]");
  private static final Pattern MAIL =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

  private final Workspace workspace;

  Escaping(Workspace workspace) {
    this.workspace = workspace;
  }

  /** For a message: {@code <@U…>} and {@code <#C…|name>}. */
  String message(String typed) {
    return escape(typed, person -> "<@" + person.id() + ">");
  }

  /** For a command with {@code should_escape}: {@code <@U…|maya>} and {@code <#C…|name>}. */
  String command(String typed) {
    return escape(typed, person -> "<@" + person.id() + "|" + person.handle() + ">");
  }

  private String escape(String typed, Function<Person, String> mention) {
    String text = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    text = URL.matcher(text).replaceAll(found -> quoted("<" + found.group() + ">"));
    text =
        MAIL.matcher(text)
            .replaceAll(found -> quoted("<mailto:%1$s|%1$s>".formatted(found.group())));
    text = replace(text, "@", people(mention));
    Map<String, String> channels = new TreeMap<>();
    workspace
        .channels()
        .forEach(each -> channels.put(each.name(), "<#%s|%s>".formatted(each.id(), each.name())));
    return replace(text, "#", channels);
  }

  private Map<String, String> people(Function<Person, String> mention) {
    Map<String, String> names = new TreeMap<>();
    List<Person> all = workspace.people();
    for (Person person : all) {
      boolean onlyOne =
          all.stream().filter(each -> each.firstName().equals(person.firstName())).count() == 1;
      if (onlyOne) {
        names.put(person.firstName().toLowerCase(Locale.ROOT), mention.apply(person));
      }
    }
    for (Person person : all) {
      names.put(person.handle().toLowerCase(Locale.ROOT), mention.apply(person));
      names.put(person.name().toLowerCase(Locale.ROOT), mention.apply(person));
    }
    return names;
  }

  private static String replace(String text, String sign, Map<String, String> names) {
    String longestFirst =
        names.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    if (names.isEmpty()) {
      return text;
    }
    Pattern typed =
        Pattern.compile(
            "(?<![\\w<|])" + sign + "(" + longestFirst + ")(?![\\w-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return typed
        .matcher(text)
        .replaceAll(
            found ->
                quoted(names.getOrDefault(found.group(1).toLowerCase(Locale.ROOT), found.group())));
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
