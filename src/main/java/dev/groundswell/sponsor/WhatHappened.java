package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.InputLists;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.pledge.PledgeMovement;
import dev.groundswell.pledge.Pledges;
import dev.groundswell.practice.PracticeMovement;
import dev.groundswell.practice.Practices;
import dev.groundswell.prompt.Words;
import java.time.Instant;
import java.time.LocalDate;

/** Asks the other features what happened; nothing else goes into a digest. */
public final class WhatHappened {
  private final ReportBacks reportBacks;
  private final InputLists inputs;
  private final Pledges pledges;
  private final Practices practices;
  private final Words words;

  public WhatHappened(
      ReportBacks reportBacks,
      InputLists inputs,
      Pledges pledges,
      Practices practices,
      Words words) {
    this.reportBacks = reportBacks;
    this.inputs = inputs;
    this.pledges = pledges;
    this.practices = practices;
    this.words = words;
  }

  Happened since(Tx tx, Initiative initiative, Instant from, Instant to) {
    WorkspaceId workspace = initiative.workspace();
    PracticeMovement movement =
        practices.since(tx, initiative, from, to, words.plain("digest.some-practice"));
    PledgeMovement pledged = pledges.since(tx, workspace, initiative, from, to);
    return new Happened(
        LocalDate.ofInstant(to, initiative.zone()),
        reportBacks.since(tx, workspace, initiative.id(), from, to),
        inputs.heardBack(tx, workspace, initiative.id()),
        pledged,
        pledged.overdue() - pledges.since(tx, workspace, initiative, from, from).overdue(),
        movement,
        EarlyWins.of(
            SignStore.wins(tx, workspace, initiative.id(), from, to),
            movement.wins(),
            words.plain("digest.practice-win")),
        SignStore.interest(tx, workspace, initiative.id(), from, to));
  }
}
