package dev.groundswell.sandbox.workspace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A channel, or the direct messages of one person with the bot. */
public final class Conversation {
  private final String id;
  private final String name;
  private final String topic;
  private final boolean direct;
  private final boolean archived;
  private final long createdAt;
  private final Set<String> members;
  private final TreeMap<String, Message> messages = new TreeMap<>();

  Conversation(
      String id,
      String name,
      String topic,
      boolean direct,
      boolean archived,
      long createdAt,
      List<String> members) {
    this.id = id;
    this.name = name;
    this.topic = topic;
    this.direct = direct;
    this.archived = archived;
    this.createdAt = createdAt;
    this.members = new LinkedHashSet<>(members);
  }

  public String id() {
    return id;
  }

  /** Without the #; Slack calls every direct message {@code directmessage}. */
  public String name() {
    return name;
  }

  public String topic() {
    return topic;
  }

  public boolean direct() {
    return direct;
  }

  public boolean archived() {
    return archived;
  }

  long createdAt() {
    return createdAt;
  }

  public synchronized boolean has(String userId) {
    return members.contains(userId);
  }

  public synchronized List<String> members() {
    return List.copyOf(members);
  }

  synchronized void join(String userId) {
    members.add(userId);
  }

  synchronized void put(Message message) {
    messages.put(message.ts(), message);
  }

  synchronized void remove(String ts) {
    messages.remove(ts);
  }

  public synchronized Optional<Message> at(String ts) {
    return Optional.ofNullable(messages.get(ts));
  }

  /** Everything, oldest first, what only one person sees included. */
  public synchronized List<Message> all() {
    return new ArrayList<>(messages.values());
  }

  /** What this person sees, oldest first. */
  public List<Message> seenBy(String userId) {
    return all().stream().filter(each -> each.seenBy(userId)).toList();
  }
}
