package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.InputLists;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.pledge.Pledges;
import java.time.Instant;
import java.time.LocalDate;

/** Asks the other features what happened; nothing else goes into a digest. */
public final class WhatHappened {
  private final ReportBacks reportBacks;
  private final InputLists inputs;
  private final Pledges pledges;

  public WhatHappened(ReportBacks reportBacks, InputLists inputs, Pledges pledges) {
    this.reportBacks = reportBacks;
    this.inputs = inputs;
    this.pledges = pledges;
  }

  Happened since(Tx tx, Initiative initiative, Instant from, Instant to) {
    WorkspaceId workspace = initiative.workspace();
    return new Happened(
        LocalDate.ofInstant(to, initiative.zone()),
        reportBacks.since(tx, workspace, initiative.id(), from, to),
        inputs.heardBack(tx, workspace, initiative.id()),
        pledges.since(tx, workspace, initiative, from, to),
        SignStore.wins(tx, workspace, initiative.id(), from, to),
        SignStore.interest(tx, workspace, initiative.id(), to));
  }
}
