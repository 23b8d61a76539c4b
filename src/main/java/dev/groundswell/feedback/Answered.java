package dev.groundswell.feedback;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;

/** What became of a contributor's answer. */
public sealed interface Answered {
  /** They said that they heard. */
  record Thanks(Input input) implements Answered {}

  /** They said so before. */
  record ThanksAgain(Input input) implements Answered {}

  /** Their words are with the owner. */
  record Kept(Input input, ReportBack.Answer answer) implements Answered {}

  /** They said something before, and it waits for the owner. */
  record KeptBefore(Input input) implements Answered {}

  /** Nothing is sent to them any more. */
  record Stopped(Input input, Initiative initiative) implements Answered {}

  /**
   * The message they answered holds no longer: another decision was taken, or they were told anew.
   */
  record Outdated(UserId owner) implements Answered {}

  record NoWords() implements Answered {}

  /** Their words seem to hold a detail of a patient; they were not kept. */
  record PatientDetails(Finding.Kind kind) implements Answered {}

  /** Somebody else was told. */
  record NotForYou() implements Answered {}

  record Gone() implements Answered {}
}
