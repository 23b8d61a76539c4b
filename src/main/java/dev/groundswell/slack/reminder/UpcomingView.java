package dev.groundswell.slack.reminder;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.OverflowMenuElement;
import dev.groundswell.kernel.UserId;
import dev.groundswell.outbox.Outbox.Pending;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.Coming;
import dev.groundswell.reminder.Reminder;
import dev.groundswell.reminder.Subject;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What will be sent to whom, when, and why; never what it says. */
public final class UpcomingView {
  static final String MORE = "upcoming.more";
  static final String CHOICE = "upcoming.choice";
  static final String PAGE = "page";
  static final int MOST = 10;
  private static final int SAID = 80;

  private final Words words;
  private final HoursView hoursView;

  public UpcomingView(Words words) {
    this.words = words;
    this.hoursView = new HoursView(words);
  }

  /**
   * One page of it.
   *
   * @param steered the initiatives in which the viewer decides about the reminders of others
   * @param hours when the viewer wants to be written to
   * @param notice what was just done about one of them
   * @param pending what is on its way already
   * @param coming one more than is shown if there is more
   */
  Message list(
      UserId viewer,
      Set<UUID> steered,
      ZoneId zone,
      WorkingTime hours,
      Optional<Message> notice,
      List<Pending> pending,
      List<Coming> coming) {
    List<LayoutBlock> blocks = new ArrayList<>();
    notice.ifPresent(it -> blocks.addAll(it.blocks()));
    if (pending.isEmpty() && coming.isEmpty()) {
      String nothing = words.say("upcoming.nothing");
      blocks.add(Blocks.section(nothing));
      blocks.addAll(hoursView.line(hours, zone));
      return new Message(notice.map(it -> it.text() + " ").orElse("") + nothing, blocks);
    }
    String intro = words.say("upcoming.intro", "zone", ReminderView.named(zone));
    blocks.add(Blocks.section(intro));
    pending.forEach(it -> blocks.add(Blocks.section(pending(it, viewer, zone))));
    List<Coming> shown = coming.subList(0, Math.min(MOST, coming.size()));
    for (Coming one : shown) {
      Reminder reminder = one.reminder();
      String line = line(one, viewer, zone);
      boolean theirs =
          reminder.recipient().equals(viewer)
              || (reminder.initiative() != null && steered.contains(reminder.initiative()));
      blocks.add(theirs ? Blocks.section(line, choices(reminder, viewer)) : Blocks.section(line));
    }
    if (coming.size() > MOST) {
      blocks.add(
          Blocks.actions(
              Blocks.button(
                  MORE,
                  words.plain("upcoming.more"),
                  shown.get(shown.size() - 1).place().written())));
    }
    blocks.addAll(hoursView.line(hours, zone));
    return new Message(notice.map(it -> it.text() + " ").orElse("") + intro, blocks);
  }

  /** One that will come, as a line. */
  public String line(Coming coming, UserId viewer, ZoneId zone) {
    Reminder reminder = coming.reminder();
    return words.say(
        "upcoming.line",
        "when",
        ReminderView.when(coming.at(), zone),
        "to",
        whom(reminder.recipient(), viewer),
        "why",
        kind(reminder.kind()),
        "subject",
        subject(coming.subject()),
        "how",
        words.plain(
            reminder.when().snoozed()
                ? "upcoming.snoozed"
                : reminder.recurs()
                    ? "upcoming.recurring"
                    : reminder.when().unanswered() > 0 ? "upcoming.again" : "upcoming.once"));
  }

  /** Whose input, which practice, which promise: in brackets, since it is somebody's own list. */
  private SafeString subject(@Nullable Subject subject) {
    if (subject == null || (subject.account() == null && subject.name().isEmpty())) {
      return new SafeString("");
    }
    String said = Blocks.cut(subject.words().strip().replaceAll("\\s*\\R\\s*", " "), SAID);
    return new SafeString(
        " "
            + words.say(
                "upcoming.subject",
                "who",
                subject.account() == null ? subject.name() : Mrkdwn.mention(subject.account()),
                "words",
                said));
  }

  private String pending(Pending message, UserId viewer, ZoneId zone) {
    return words.say(
        "upcoming.pending",
        "when",
        ReminderView.when(message.notBefore(), zone),
        "to",
        to(message, viewer),
        "why",
        message.kinds().stream().findFirst().map(this::kind).orElse(kind("")));
  }

  private Object to(Pending message, UserId viewer) {
    if (message.medium() == Medium.MAIL) {
      return message.name().isEmpty()
          ? words.plain("upcoming.to-mailbox")
          : new SafeString(words.say("upcoming.by-mail", "name", message.name()));
    }
    return message.recipient().equals(viewer.value())
        ? words.plain("upcoming.you")
        : Mrkdwn.place(message.recipient());
  }

  private Object whom(UserId recipient, UserId viewer) {
    return recipient.equals(viewer) ? words.plain("upcoming.you") : Mrkdwn.mention(recipient);
  }

  /** Why something comes, by the kind of it. */
  String kind(String kind) {
    String name = "upcoming.kind-" + kind.replace('.', '-');
    return words.plain(words.has(name) ? name : "upcoming.kind-other");
  }

  /** Only whoever it comes to moves it or leaves it out; the lead stops it or hands it over. */
  private OverflowMenuElement choices(Reminder reminder, UserId viewer) {
    String target = new Target(reminder.id(), reminder.fired(), "").written();
    List<OptionObject> options = new ArrayList<>();
    boolean own = reminder.recipient().equals(viewer);
    if (own) {
      options.add(Blocks.option(words.plain("upcoming.move"), "move " + target));
    }
    if (own && reminder.recurs()) {
      options.add(Blocks.option(words.plain("upcoming.skip"), "skip " + target));
    }
    options.add(Blocks.option(words.plain("upcoming.hand-over"), "hand-over " + target));
    options.add(Blocks.option(words.plain("upcoming.stop"), "stop " + target));
    return OverflowMenuElement.builder().actionId(CHOICE).options(options).build();
  }

  static Instant horizon(Instant now) {
    return now.plus(java.time.Duration.ofDays(366));
  }
}
