package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.kernel.UserId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.reminder.Reminders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;

/** Puts what a contributor is to hear into the outbox, by their way. */
final class SendOff {
  private final Outbox outbox;
  private final Reminders reminders;

  SendOff(Outbox outbox, Reminders reminders) {
    this.outbox = outbox;
    this.reminders = reminders;
  }

  /** When it goes: a direct message wakes nobody at night, a mail or a notice may. */
  ZonedDateTime moment(Tx tx, Telling.Ready ready, Instant now) {
    Input input = ready.input();
    return ready.way() == Way.DM
        ? reminders.goodMoment(
            tx,
            input.workspace(),
            input.contributor().account().orElseThrow(),
            input.initiative(),
            now)
        : now.atZone(ZoneOffset.UTC);
  }

  /**
   * The outcome, in these words.
   *
   * @param at the {@link #moment} at which it goes
   * @return false when a message is on its way already
   */
  boolean told(Tx tx, Telling.Ready ready, String wording, UserId by, Instant at) {
    Input input = ready.input();
    How how = How.valueOf(ready.way().name());
    if (!TellingStore.begins(tx, input, how, wording, by)) {
      return false;
    }
    String kind =
        how == How.DM
            ? ReportBacks.TOLD
            : how == How.MAIL ? ReportBacks.MAILED : ReportBacks.NOTICE;
    int times = input.reportBack().sending().times() + 1;
    outbox.put(
        tx,
        input.workspace(),
        how == How.MAIL ? Medium.MAIL : Medium.SLACK,
        recipient(ready),
        by,
        List.of(new Item(ReportBacks.occasion(input.id(), times), kind, input.id())),
        input.initiative(),
        at);
    return true;
  }

  /**
   * Word that it is still being weighed.
   *
   * @param at the {@link #moment} at which it goes
   * @return false when it was sent before
   */
  boolean weighing(Tx tx, Telling.Ready ready, UserId by, Instant at) {
    Input input = ready.input();
    return outbox
        .put(
            tx,
            input.workspace(),
            ready.way() == Way.MAIL ? Medium.MAIL : Medium.SLACK,
            recipient(ready),
            by,
            List.of(
                new Item(ReportBacks.weighingOccasion(input), ReportBacks.WEIGHING, input.id())),
            input.initiative(),
            at)
        .isPresent();
  }

  private static String recipient(Telling.Ready ready) {
    Input input = ready.input();
    return switch (ready.way()) {
      case DM -> input.contributor().account().orElseThrow().value();
      case NOTICE -> Objects.requireNonNull(ready.initiative().home()).value();
      default -> input.contributorId().toString();
    };
  }
}
