package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.feedback.ReportBack.State;
import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.outbox.Outcomes;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.WorkingTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Counts a contributor as told when the message has arrived, and not before; one that did not
 * arrive goes back to its owner.
 */
public final class Deliveries implements Outcomes {
  /** The kind of the message that says so to its owner; the subject is the input. */
  public static final String CAME_BACK = "feedback.came-back";

  /** The kind that says that the mail itself came back later; its subject is the input. */
  public static final String BOUNCED = "feedback.bounced";

  private static final int MOST_SOFT_BOUNCES = 3;

  private static final Map<String, How> HOW =
      Map.of(
          ReportBacks.TOLD, How.DM, ReportBacks.MAILED, How.MAIL, ReportBacks.NOTICE, How.NOTICE);

  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Outbox outbox;

  public Deliveries(Initiatives initiatives, Reminders reminders, Outbox outbox) {
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.outbox = outbox;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ReportBacks.TOLD, ReportBacks.MAILED, ReportBacks.NOTICE, ReportBacks.WEIGHING);
  }

  @Override
  public void settled(
      Tx tx, WorkspaceId workspace, Item item, OutboxState state, String why, Instant now) {
    InputStore.find(tx, workspace, item.subject())
        .ifPresent(
            input -> {
              if (item.kind().equals(ReportBacks.WEIGHING)) {
                if (item.occasion().equals(ReportBacks.weighingOccasion(input))) {
                  weighed(tx, input, state, now);
                }
              } else if (isTheLast(item, input)) {
                settled(tx, input, HOW.getOrDefault(item.kind(), How.DM), state, why, now);
              }
            });
  }

  /**
   * A mail to a contributor came back after it seemed to have been sent: they have not heard, and
   * it is open again; after the third time, or at once if that is for good, their address takes no
   * mail.
   *
   * @param times which message about this input it was
   * @param forGood whether the address will never take one
   */
  public void bounced(
      Tx tx, WorkspaceId workspace, UUID id, int times, boolean forGood, String why, Instant now) {
    if (forGood) {
      bouncedForGood(tx, workspace, id, times, why, now);
      return;
    }
    Optional<Input> told =
        InputStore.find(tx, workspace, id)
            .filter(it -> it.reportBack().sending().times() == times && !it.isWithdrawn())
            .filter(
                it ->
                    it.reportBack().state() == State.TOLD
                        || it.reportBack().sending().isUnderWay());
    if (told.isPresent() && TellingStore.softBounces(tx, workspace, id) + 1 >= MOST_SOFT_BOUNCES) {
      bouncedForGood(tx, workspace, id, times, why, now);
    } else if (told.isPresent() && TellingStore.cameBack(tx, told.get(), why)) {
      Input input = InputStore.find(tx, workspace, id).orElseThrow();
      ZoneId zone = zone(tx, input);
      Instant later =
          WorkingTime.USUAL
              .firstMoment(
                  now.atZone(zone).toLocalDate().plusDays(ReportBacks.WORKING_DAYS_BETWEEN), zone)
              .toInstant();
      reminders.finish(tx, workspace, ReportBacks.REPORT_BACK, id);
      reminders.plan(tx, ReportBacks.nudge(input, later));
      RoundStore.openAgain(tx, input);
      comesBack(tx, input, now);
    }
  }

  private void bouncedForGood(
      Tx tx, WorkspaceId workspace, UUID id, int times, String why, Instant now) {
    Optional<Input> found =
        InputStore.find(tx, workspace, id)
            .filter(it -> it.reportBack().sending().times() == times)
            .filter(
                it ->
                    it.reportBack().state() == State.TOLD || it.reportBack().state() == State.OPEN);
    if (found.isEmpty() || !TellingStore.failed(tx, found.get(), why)) {
      return;
    }
    Input input = InputStore.find(tx, workspace, id).orElseThrow();
    TellingStore.unreachable(tx, input, Unreachable.BOUNCED);
    reminders.finish(tx, workspace, ReportBacks.REPORT_BACK, id);
    outbox.put(
        tx,
        workspace,
        Medium.SLACK,
        input.owner().value(),
        input.owner(),
        List.of(new Item("bounced/" + id + "/" + times, BOUNCED, id)),
        input.initiative(),
        now);
  }

  /** An older message that ends late says nothing about the one that followed. */
  private static boolean isTheLast(Item item, Input input) {
    return item.occasion()
        .equals(ReportBacks.occasion(input.id(), input.reportBack().sending().times()));
  }

  private void settled(Tx tx, Input input, How how, OutboxState state, String why, Instant now) {
    if (state == OutboxState.SENT) {
      arrived(tx, input, how, now);
    } else if (input.reportBack().sending().isUnderWay() && state != OutboxState.WAITING) {
      TellingStore.failed(tx, input, why);
      if (state == OutboxState.CANCELLED && input.reportBack().waits() && !input.isWithdrawn()) {
        comesBack(tx, input, now);
      }
    }
  }

  private void arrived(Tx tx, Input input, How how, Instant now) {
    ReportBack reportBack = input.reportBack();
    boolean current =
        input.ruling() != null && input.ruling().id().equals(reportBack.sending().decision());
    if (!current || input.isWithdrawn() || input.contributor().hasOptedOut()) {
      // It told of a decision that holds no longer: what holds now is still to be told.
      TellingStore.failed(tx, input, "");
      return;
    }
    boolean waited =
        reportBack.state() == State.OPEN
            || reportBack.sending().isUnderWay()
            || reportBack.sending().failed() != null;
    if (!waited) {
      // They have answered it already, which nobody does to a message that did not arrive.
      return;
    }
    boolean heard =
        reportBack.state().isHeard() ? TellingStore.replied(tx, input) : tell(tx, input, how, now);
    if (heard) {
      reminders.finish(tx, input.workspace(), ReportBacks.REPORT_BACK, input.id());
    }
  }

  private static boolean tell(Tx tx, Input input, How how, Instant now) {
    UserId by = input.reportBack().sending().by();
    return TellingStore.told(tx, input, how, by == null ? input.owner() : by, now);
  }

  /** What was given up, or may have arrived, is told by the outbox itself; this was neither. */
  private void comesBack(Tx tx, Input input, Instant now) {
    UserId owner = input.owner();
    outbox.put(
        tx,
        input.workspace(),
        Medium.SLACK,
        owner.value(),
        owner,
        List.of(
            new Item(
                "came-back/" + input.id() + "/" + input.reportBack().sending().times(),
                CAME_BACK,
                input.id())),
        input.initiative(),
        now);
  }

  private ZoneId zone(Tx tx, Input input) {
    return initiatives
        .find(tx, input.workspace(), input.initiative())
        .map(it -> it.zone())
        .orElse(ZoneOffset.UTC);
  }

  private void weighed(Tx tx, Input input, OutboxState state, Instant now) {
    if (state != OutboxState.SENT || input.reportBack().weighingToldAt() != null) {
      return;
    }
    StillWeighed.told(tx, reminders, input, zone(tx, input), now);
  }
}
