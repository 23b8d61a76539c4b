package dev.groundswell.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the app asks of Slack: its name, its commands and shortcuts, its scopes, its events. */
public record Manifest(
    String name,
    String description,
    List<Command> commands,
    List<Shortcut> shortcuts,
    Set<String> scopes,
    Set<String> events) {

  /** A slash command; {@code name} starts with the slash. */
  public record Command(String name, String description, String usageHint, boolean escapes) {}

  /** A shortcut of a message, or a global one. */
  public record Shortcut(String name, String type, String callbackId, String description) {
    public boolean ofMessages() {
      return type.equals("message");
    }
  }

  public Manifest {
    commands = List.copyOf(commands);
    shortcuts = List.copyOf(shortcuts);
    scopes = Set.copyOf(scopes);
    events = Set.copyOf(events);
  }

  /** The manifest that comes with Groundswell. */
  public static Manifest ofTheHouse() {
    try (InputStream file = Manifest.class.getResourceAsStream("/config/manifest.yaml")) {
      return read(Objects.requireNonNull(file, "config/manifest.yaml is not in the jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Manifest read(InputStream yaml) {
    Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return new Manifest(
        string(at(root, "display_information", "name")),
        string(at(root, "display_information", "description")),
        list(at(root, "features", "slash_commands")).stream().map(Manifest::command).toList(),
        list(at(root, "features", "shortcuts")).stream().map(Manifest::shortcut).toList(),
        strings(at(root, "oauth_config", "scopes", "bot")),
        strings(at(root, "settings", "event_subscriptions", "bot_events")));
  }

  /** The same app with other scopes. */
  public Manifest with(Set<String> otherScopes) {
    return new Manifest(name, description, commands, shortcuts, otherScopes, events);
  }

  private static Command command(Object from) {
    return new Command(
        string(at(from, "command")),
        string(at(from, "description")),
        string(at(from, "usage_hint")),
        Boolean.TRUE.equals(at(from, "should_escape")));
  }

  private static Shortcut shortcut(Object from) {
    return new Shortcut(
        string(at(from, "name")),
        string(at(from, "type")),
        string(at(from, "callback_id")),
        string(at(from, "description")));
  }

  private static Object at(Object root, String... path) {
    Object here = root;
    for (String step : path) {
      Object next = here instanceof Map<?, ?> map ? map.get(step) : null;
      here = next == null ? "" : next;
    }
    return here;
  }

  private static String string(Object value) {
    return String.valueOf(value);
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static Set<String> strings(Object value) {
    Set<String> strings = new TreeSet<>();
    list(value).forEach(each -> strings.add(String.valueOf(each)));
    return strings;
  }
}
