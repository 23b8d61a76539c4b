package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people and conversations of the workspace. */
public final class Workspace {
  private final Story story;
  private final SandboxClock clock;
  private final Changes changes;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Conversation> conversations = new LinkedHashMap<>();
  private long lastMicros;

  Workspace(Story story, SandboxClock clock, Changes changes) {
    this.story = story;
    this.clock = clock;
    this.changes = changes;
    Instant now = clock.instant();
    story.people().forEach(each -> people.put(each.id(), each));
    for (Story.Channel channel : story.channels()) {
      Conversation conversation =
          new Conversation(
              channel.id(),
              channel.name(),
              channel.topic(),
              false,
              channel.archived(),
              now.getEpochSecond(),
              channel.members());
      channel.lines().forEach(line -> tell(conversation, line, now));
      conversations.put(channel.id(), conversation);
    }
    story.people().stream().filter(Person::playable).forEach(each -> directMessages(each.id()));
  }

  private void tell(Conversation in, Story.Line line, Instant now) {
    ZoneId zone = person(line.from()).orElseThrow().zone();
    Instant then = now.atZone(zone).minusDays(line.daysAgo()).with(line.at()).toInstant();
    // A story that is told before breakfast may not have happened this afternoon.
    Instant at = then.isBefore(now) ? then : then.minusSeconds(86_400);
    String ts = "%d.%06d".formatted(at.getEpochSecond(), 100 + line.text().length());
    in.put(
        new Message(in.id(), ts, line.from(), line.text(), Json.array(), null, null, null, null));
  }

  public Story story() {
    return story;
  }

  public synchronized Optional<Person> person(String id) {
    return Optional.ofNullable(people.get(id));
  }

  public synchronized List<Person> people() {
    return List.copyOf(people.values());
  }

  synchronized void move(String userId, ZoneId zone) {
    people.computeIfPresent(userId, (id, person) -> person.in(zone));
    changes.happened();
  }

  public synchronized Optional<Conversation> conversation(String id) {
    return Optional.ofNullable(conversations.get(id));
  }

  public synchronized Optional<Conversation> channelCalled(String name) {
    String plain = name.startsWith("#") ? name.substring(1) : name;
    return conversations.values().stream()
        .filter(each -> !each.direct() && each.name().equals(plain.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  public synchronized List<Conversation> channels() {
    return conversations.values().stream().filter(each -> !each.direct()).toList();
  }

  /** The direct messages of this person and the bot. */
  public synchronized Conversation directMessages(String userId) {
    return conversations.computeIfAbsent(
        "D" + userId.substring(1),
        id ->
            new Conversation(
                id,
                "directmessage",
                "",
                true,
                false,
                clock.instant().getEpochSecond(),
                List.of(userId, story.botUserId())));
  }

  /** Somebody of a person and the bot who is not the bot. */
  Optional<String> otherThanBot(Conversation direct) {
    return direct.members().stream().filter(each -> !each.equals(story.botUserId())).findFirst();
  }

  Message say(Conversation in, String author, String text, ArrayNode blocks) {
    return say(in, author, text, blocks, null, null, null);
  }

  Message say(
      Conversation in,
      String author,
      String text,
      ArrayNode blocks,
      @Nullable ObjectNode metadata,
      @Nullable String visibleTo,
      @Nullable String threadTs) {
    Message message =
        new Message(in.id(), nextTs(), author, text, blocks, metadata, visibleTo, threadTs, null);
    in.put(message);
    changes.happened();
    return message;
  }

  void replace(Conversation in, Message by) {
    in.put(by);
    changes.happened();
  }

  void delete(Conversation in, String ts) {
    in.remove(ts);
    changes.happened();
  }

  /** What Slack says to one person when an app has let them down. */
  void complain(Conversation in, String to, String text) {
    say(in, Message.SLACK, text, Json.array(), null, to, null);
  }

  /** A moment of the sandbox's clock as Slack writes it, never the same twice. */
  synchronized String nextTs() {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    lastMicros = Math.max(lastMicros + 1, micros);
    return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
  }
}
