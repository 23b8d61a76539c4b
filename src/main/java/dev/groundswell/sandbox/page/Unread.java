package dev.groundswell.sandbox.page;

import dev.groundswell.sandbox.workspace.Conversation;
import dev.groundswell.sandbox.workspace.Message;
import dev.groundswell.sandbox.workspace.Person;
import dev.groundswell.sandbox.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each person has read, and how much they have not. */
final class Unread {
  private final Map<String, String> readUpTo = new HashMap<>();

  /** Whatever the story tells has been read. */
  Unread(Workspace workspace) {
    for (Person person : workspace.people()) {
      workspace.channels().forEach(each -> read(person, each));
    }
  }

  synchronized void read(Person person, Conversation in) {
    List<Message> seen = in.seenBy(person.id());
    if (!seen.isEmpty()) {
      readUpTo.put(person.id() + in.id(), seen.get(seen.size() - 1).ts());
    }
  }

  synchronized long count(Person person, Conversation in) {
    String upTo = readUpTo.getOrDefault(person.id() + in.id(), "");
    return in.seenBy(person.id()).stream()
        .filter(each -> each.ts().compareTo(upTo) > 0 && !each.author().equals(person.id()))
        .count();
  }
}
