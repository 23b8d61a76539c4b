package dev.groundswell.sandbox.page;

import dev.groundswell.sandbox.blocks.BlockKitHtml;
import dev.groundswell.sandbox.blocks.Mrkdwn;
import dev.groundswell.sandbox.blocks.Names;
import dev.groundswell.sandbox.workspace.Conversation;
import dev.groundswell.sandbox.workspace.Person;
import dev.groundswell.sandbox.workspace.Workspace;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The person before the page: sees names instead of ids, and their own time of day. */
final class Reader implements Names {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  private final Person person;
  private final Workspace workspace;
  private final Instant now;

  Reader(Person person, Workspace workspace, Instant now) {
    this.person = person;
    this.workspace = workspace;
    this.now = now;
  }

  Person person() {
    return person;
  }

  Workspace workspace() {
    return workspace;
  }

  ZonedDateTime now() {
    return now.atZone(person.zone());
  }

  Mrkdwn mrkdwn() {
    return new Mrkdwn(this, person.zone(), now().toLocalDate());
  }

  /** Blocks for this reader; {@code prefix} starts the ids in the page. */
  BlockKitHtml blocks(String prefix) {
    return new BlockKitHtml(this, mrkdwn(), person.zone(), prefix);
  }

  static Instant instant(String ts) {
    int dot = ts.indexOf('.');
    return Instant.ofEpochSecond(Long.parseLong(dot < 0 ? ts : ts.substring(0, dot)));
  }

  String time(Instant when) {
    return when.atZone(person.zone()).format(TIME);
  }

  String day(Instant when) {
    return when.atZone(person.zone()).format(DAY);
  }

  @Override
  public Optional<String> person(String id) {
    return workspace.person(id).map(Person::name);
  }

  @Override
  public Optional<String> channel(String id) {
    return workspace.conversation(id).filter(each -> !each.direct()).map(Conversation::name);
  }

  @Override
  public Map<String, String> people() {
    Map<String, String> people = new LinkedHashMap<>();
    workspace.people().stream()
        .filter(each -> !each.deactivated())
        .forEach(each -> people.put(each.id(), each.name()));
    return people;
  }

  @Override
  public Map<String, String> channels() {
    Map<String, String> channels = new LinkedHashMap<>();
    workspace.channels().stream()
        .filter(each -> !each.archived())
        .forEach(each -> channels.put(each.id(), "#" + each.name()));
    return channels;
  }
}
