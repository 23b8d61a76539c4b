package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.reminder.Reminders;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends whatever is sent to a contributor who does not want it, and tells those it concerns. */
final class OptingOut {
  private final Reminders reminders;
  private final Outbox outbox;

  OptingOut(Reminders reminders, Outbox outbox) {
    this.reminders = reminders;
    this.outbox = outbox;
  }

  /**
   * From now on nothing is sent to them about anything they said in this initiative, and nobody is
   * reminded to.
   *
   * @param input of theirs, by which they or its owner said so
   * @param by who said so, and need not be told
   */
  void of(Tx tx, Input input, UserId by, Instant now) {
    WorkspaceId workspace = input.workspace();
    Map<UserId, Input> concerned = new LinkedHashMap<>();
    concerned.put(input.owner(), input);
    for (UUID open : ReportBackStore.openOf(tx, workspace, input.contributorId())) {
      reminders.finish(tx, workspace, ReportBacks.REPORT_BACK, open);
      InputStore.find(tx, workspace, open)
          .filter(it -> !it.isWithdrawn())
          .ifPresent(it -> concerned.putIfAbsent(it.owner(), it));
    }
    concerned.remove(by);
    if (!input.contributor().hasOptedOut()) {
      concerned.forEach((owner, about) -> tell(tx, owner, about, now));
    }
    TellingStore.optOut(tx, workspace, input.contributorId(), now);
  }

  private void tell(Tx tx, UserId owner, Input input, Instant now) {
    // They may change their mind and change it again: each time is a reason of its own.
    String occasion = "stopped/" + input.id() + "/" + now.toEpochMilli();
    outbox.put(
        tx,
        input.workspace(),
        Medium.SLACK,
        owner.value(),
        owner,
        List.of(new Item(occasion, Answers.STOPPED, input.id())),
        input.initiative(),
        now);
  }
}
