package dev.groundswell.crash;

import dev.groundswell.slack.ScriptedSlack;
import dev.groundswell.slack.ScriptedSlack.Call;
import dev.groundswell.slack.ScriptedSlack.Reaction;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Slack that counts what it was told. Now and then it is slow, takes a message and drops the
 * connection, has trouble, or asks for patience.
 */
final class CountingSlack implements AutoCloseable {
  private static final Pattern KEY = Pattern.compile("\"key\":\"([0-9a-f-]+)\"");

  /** What stands in the buttons of a reminder: its id, and how often it has come. */
  private static final Pattern OCCASION =
      Pattern.compile("\"value\":\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} \\d+)\"");

  /** What stands in the buttons of a question about a message that may not have arrived. */
  private static final Pattern MESSAGE =
      Pattern.compile("\"value\":\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"");

  private static final String QUESTION = "outbox.again";

  private final Pattern word;
  private final Random random;
  private final ScriptedSlack server = new ScriptedSlack(this::react);
  private final ConcurrentMap<String, AtomicInteger> arrivals = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> occasions = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Queue<String>> histories = new ConcurrentHashMap<>();
  private final AtomicInteger posts = new AtomicInteger();
  private final Set<String> askedAbout = ConcurrentHashMap.newKeySet();

  /**
   * @param word what tells one input from another
   */
  CountingSlack(Pattern word, Random random) {
    this.word = word;
    this.random = random;
  }

  URI uri() {
    return server.uri();
  }

  /** The messages that somebody was asked about, or told that they were given up. */
  Set<String> askedAbout() {
    return askedAbout;
  }

  /** How often each word has arrived; a reminder comes again until it is done. */
  Map<String, Integer> arrivals() {
    return counts(arrivals);
  }

  /** How often each reminder has arrived, each time that it came counted by itself. */
  Map<String, Integer> occasions() {
    return counts(occasions);
  }

  private static Map<String, Integer> counts(Map<String, AtomicInteger> times) {
    Map<String, Integer> counts = new HashMap<>();
    times.forEach((what, count) -> counts.put(what, count.get()));
    return counts;
  }

  /** How many messages were posted. */
  int posts() {
    return posts.get();
  }

  /** How many posts by this token have come in and are not answered yet. */
  int underWay(String token) {
    AtomicInteger calls = underWay.get(token);
    return calls == null ? 0 : calls.get();
  }

  private Reaction react(Call call) {
    String token = String.valueOf(call.headers().get("authorization")).replace("Bearer ", "");
    Map<String, String> form = form(call.body());
    try {
      return switch (call.method()) {
        case "users.info" -> user(form.getOrDefault("user", ""));
        case "conversations.open" -> open(form.getOrDefault("users", ""));
        case "conversations.history" -> history(form.getOrDefault("channel", ""));
        case "chat.postMessage" -> post(token, form);
        default -> ScriptedSlack.json("{\"ok\":false,\"error\":\"unknown_method\"}");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ScriptedSlack.drop();
    }
  }

  private static Reaction open(String user) {
    return ScriptedSlack.json("{\"ok\":true,\"channel\":{\"id\":\"D" + user + "\"}}");
  }

  private Reaction post(String token, Map<String, String> form) throws InterruptedException {
    AtomicInteger calls = underWay.computeIfAbsent(token, it -> new AtomicInteger());
    calls.incrementAndGet();
    try {
      return post(form);
    } finally {
      calls.decrementAndGet();
    }
  }

  private Reaction post(Map<String, String> form) throws InterruptedException {
    int luck = random.nextInt(100);
    TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
    if (luck == 0) {
      return ScriptedSlack.status(503, Map.of());
    } else if (luck == 1) {
      return ScriptedSlack.status(429, Map.of("Retry-After", "1"));
    } else if (luck == 2) {
      return ScriptedSlack.drop();
    }
    take(form);
    TimeUnit.MILLISECONDS.sleep(luck < 7 ? 300 + random.nextInt(700) : random.nextInt(20));
    return luck < 9
        ? ScriptedSlack.drop()
        : ScriptedSlack.json(
            "{\"ok\":true,\"channel\":\"" + conversation(form) + "\",\"ts\":\"1.1\"}");
  }

  /** What is posted to a person goes to the conversation with them. */
  private static String conversation(Map<String, String> form) {
    String channel = form.getOrDefault("channel", "");
    return channel.startsWith("U") ? "D" + channel : channel;
  }

  private void take(Map<String, String> form) {
    posts.incrementAndGet();
    Matcher words = word.matcher(form.getOrDefault("blocks", ""));
    while (words.find()) {
      arrivals.computeIfAbsent(words.group(), it -> new AtomicInteger()).incrementAndGet();
    }
    Matcher buttons = OCCASION.matcher(form.getOrDefault("blocks", ""));
    Set<String> said = new HashSet<>();
    while (buttons.find()) {
      said.add(buttons.group(1));
    }
    said.forEach(it -> occasions.computeIfAbsent(it, its -> new AtomicInteger()).incrementAndGet());
    if (form.getOrDefault("blocks", "").contains(QUESTION)) {
      MESSAGE.matcher(form.get("blocks")).results().forEach(it -> askedAbout.add(it.group(1)));
    }
    Matcher key = KEY.matcher(form.getOrDefault("metadata", ""));
    if (key.find()) {
      histories
          .computeIfAbsent(conversation(form), it -> new ConcurrentLinkedQueue<>())
          .add(key.group(1));
    }
  }

  private Reaction history(String channel) {
    List<String> messages = new ArrayList<>();
    for (String key : histories.getOrDefault(channel, new ConcurrentLinkedQueue<>())) {
      messages.add(
          """
          {"type":"message","ts":"1.1","text":"x","metadata":{
            "event_type":"groundswell_message","event_payload":{"key":"%s"}}}
          """
              .formatted(key));
    }
    return ScriptedSlack.json(
        "{\"ok\":true,\"messages\":[" + String.join(",", messages) + "],\"has_more\":false}");
  }

  private static Reaction user(String id) {
    return ScriptedSlack.json(
        """
        {"ok":true,"user":{"id":"%s","name":"%s","real_name":"Somebody","tz":"Etc/UTC"}}
        """
            .formatted(id, id));
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String field : body.split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        form.put(
            field.substring(0, equals),
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  @Override
  public void close() {
    server.close();
  }
}
