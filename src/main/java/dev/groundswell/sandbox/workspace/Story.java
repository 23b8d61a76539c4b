package dev.groundswell.sandbox.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The workspace one finds when the sandbox opens: who is there, and what they have said so far. */
public record Story(
    String teamId,
    String workspace,
    String domain,
    String botUserId,
    String botId,
    String appId,
    List<Person> people,
    List<Channel> channels,
    List<Card> cards) {

  /** A channel, with what has been said in it. */
  public record Channel(
      String id,
      String name,
      String topic,
      boolean archived,
      List<String> members,
      List<Line> lines) {
    public Channel {
      if (!id.matches("C[A-Z0-9]{2,20}") || !name.matches("[a-z0-9_-]{1,80}")) {
        throw new IllegalArgumentException("a channel needs an id and a name: " + id + " " + name);
      }
      members = List.copyOf(members);
      lines = List.copyOf(lines);
    }
  }

  /** Something said some days ago, at that time where its author lives. */
  public record Line(String from, int daysAgo, LocalTime at, String text) {}

  /** Something to try: fills the composer of a channel. */
  public record Card(String title, String text, String channel, String fill, List<String> then) {
    public Card {
      then = List.copyOf(then);
    }
  }

  public Story {
    people = List.copyOf(people);
    channels = List.copyOf(channels);
    cards = List.copyOf(cards);
  }

  /** The story that comes with Groundswell. */
  public static Story ofTheHouse() {
    try (InputStream file = Story.class.getResourceAsStream("/sandbox/story.yaml")) {
      return read(Objects.requireNonNull(file, "sandbox/story.yaml is not in the jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a story.
   *
   * @throws IllegalArgumentException when it names somebody who is not in it
   */
  public static Story read(InputStream yaml) {
    Map<?, ?> root = (Map<?, ?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    Map<?, ?> workspace = map(root, "workspace");
    Map<?, ?> app = map(root, "app");
    List<Person> people = new ArrayList<>();
    for (Map<?, ?> each : maps(root, "people")) {
      people.add(person(each));
    }
    Story story =
        new Story(
            text(workspace, "id"),
            text(workspace, "name"),
            text(workspace, "domain"),
            text(app, "user"),
            text(app, "bot"),
            text(app, "id"),
            people,
            maps(root, "channels").stream().map(each -> channel(each, people)).toList(),
            maps(root, "cards").stream().map(Story::card).toList());
    named(story.botUserId, people);
    return story;
  }

  private static Person person(Map<?, ?> from) {
    return new Person(
        text(from, "id"),
        text(from, "handle"),
        text(from, "name"),
        text(from, "title"),
        from.get("email") instanceof String email ? email : "",
        ZoneId.of(text(from, "zone")),
        Boolean.TRUE.equals(from.get("bot")),
        Boolean.TRUE.equals(from.get("deactivated")));
  }

  private static Channel channel(Map<?, ?> from, List<Person> people) {
    List<String> members = new ArrayList<>();
    for (Object each : list(from, "members")) {
      members.add(named(String.valueOf(each), people).id());
    }
    List<Line> lines = new ArrayList<>();
    for (Map<?, ?> each : maps(from, "messages")) {
      lines.add(
          new Line(
              named(text(each, "from"), people).id(),
              Integer.parseInt(text(each, "days_ago")),
              LocalTime.parse(text(each, "at")),
              text(each, "text")));
    }
    return new Channel(
        text(from, "id"),
        text(from, "name"),
        text(from, "topic"),
        Boolean.TRUE.equals(from.get("archived")),
        members,
        lines);
  }

  private static Card card(Map<?, ?> from) {
    return new Card(
        text(from, "title"),
        text(from, "text"),
        text(from, "channel"),
        text(from, "fill"),
        list(from, "then").stream().map(String::valueOf).toList());
  }

  private static Person named(String handleOrId, List<Person> people) {
    return people.stream()
        .filter(each -> each.handle().equals(handleOrId) || each.id().equals(handleOrId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody in the story is " + handleOrId));
  }

  private static String text(Map<?, ?> from, String key) {
    Object value = from.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the story lacks " + key + " in " + from);
    }
    return String.valueOf(value);
  }

  private static List<?> list(Map<?, ?> from, String key) {
    return from.get(key) instanceof List<?> list ? list : List.of();
  }

  private static List<Map<?, ?>> maps(Map<?, ?> from, String key) {
    List<Map<?, ?>> maps = new ArrayList<>();
    for (Object each : list(from, key)) {
      maps.add((Map<?, ?>) each);
    }
    return maps;
  }

  private static Map<?, ?> map(Map<?, ?> from, String key) {
    if (!(from.get(key) instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("the story lacks " + key);
    }
    return map;
  }
}
