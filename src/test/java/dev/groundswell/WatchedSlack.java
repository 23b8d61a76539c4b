package dev.groundswell;

import dev.groundswell.slack.ScriptedSlack;
import dev.groundswell.slack.ScriptedSlack.Call;
import dev.groundswell.slack.ScriptedSlack.Reaction;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Slack that answers everything, and remembers all that it was told and what was offered. */
final class WatchedSlack implements AutoCloseable {
  /** A message to this person breaks the connection, so that nobody knows whether it arrived. */
  static final String LOST = "U0LOST";

  private static final Pattern USER = Pattern.compile("user=([A-Z0-9]+)");

  final Offered offered = new Offered();
  private volatile boolean looks = true;
  private final List<String> heard = new ArrayList<>();
  private final ScriptedSlack slack = new ScriptedSlack(this::answer);

  URI uri() {
    return slack.uri();
  }

  String responseUrl() {
    return uri().resolve("/response").toString();
  }

  /** A file that somebody handed in. */
  String fileUrl() {
    return uri().resolve("/file").toString();
  }

  private Reaction answer(Call call) {
    boolean isJson = call.headers().getOrDefault("content-type", "").contains("json");
    String body = isJson ? call.body() : URLDecoder.decode(call.body(), StandardCharsets.UTF_8);
    synchronized (heard) {
      heard.add(call.method() + " " + body);
    }
    if (isJson) {
      look(body);
    } else {
      for (String part : body.split("&(?=[a-z_]+=)")) {
        String value = part.substring(part.indexOf('=') + 1);
        if (value.startsWith("{") || value.startsWith("[")) {
          look(value);
        }
      }
    }
    if (call.method().equals("chat.postMessage") && body.contains("channel=" + LOST)) {
      return ScriptedSlack.drop();
    }
    return ScriptedSlack.json(
        switch (call.method()) {
          case "users.info" ->
              "{\"ok\":true,\"user\":{\"id\":\""
                  + user(body)
                  + "\",\"name\":\"somebody\",\"real_name\":\"Some Body\",\"tz\":\"America/New_York\"}}";
          case "conversations.info" ->
              "{\"ok\":true,\"channel\":{\"id\":\"C0HOME\",\"is_member\":true}}";
          case "conversations.open" -> "{\"ok\":true,\"channel\":{\"id\":\"D0DIRECT\"}}";
          case "conversations.history" -> "{\"ok\":false,\"error\":\"missing_scope\"}";
          case "files.info" ->
              "{\"ok\":true,\"file\":{\"id\":\"F0LIST\",\"url_private_download\":\""
                  + fileUrl()
                  + "\"}}";
          case "file" -> "name\nNorthgate\nSouthgate\n";
          default -> "{\"ok\":true,\"ts\":\"1.5\"}";
        });
  }

  private static String user(String body) {
    Matcher user = USER.matcher(body);
    return user.find() ? user.group(1) : "U0NOBODY";
  }

  /** Takes in what is offered in an answer. */
  void look(String answer) {
    if (!looks) {
      return;
    }
    synchronized (offered) {
      offered.see(Visitor.json(answer));
    }
  }

  List<String> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  /** From now on nothing is added to what is offered: others are shown things. */
  void looksNoMore() {
    looks = false;
  }

  void forgetWhatWasHeard() {
    synchronized (heard) {
      heard.clear();
    }
  }

  /** Whatever is answered later has been. */
  void quiet() {
    int before = heard().size();
    for (int i = 0; i < 100; i++) {
      try {
        Thread.sleep(40);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      int now = heard().size();
      if (now == before) {
        return;
      }
      before = now;
    }
  }

  @Override
  public void close() {
    slack.close();
  }
}
