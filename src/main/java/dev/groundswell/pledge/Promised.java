package dev.groundswell.pledge;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;
import java.time.LocalDate;

/** What became of the wish to note a pledge. */
public sealed interface Promised {
  /** It is kept, and its owner will be reminded. */
  record Noted(Pledge pledge, Initiative initiative) implements Promised {}

  /** The same promise of the same people waits already. */
  record Already(Pledge pledge) implements Promised {}

  record NoInitiative() implements Promised {}

  /** Their role allows no more than to look. */
  record NotAllowed(UserId lead) implements Promised {}

  /** It is good will so far, and nothing that one could see. */
  record WhatWillTheyDo() implements Promised {}

  record Who(Why why) implements Promised {}

  record When(Wrong wrong, LocalDate today) implements Promised {}

  record TooLong() implements Promised {}

  /** A field seems to hold a detail of a patient; nothing was kept. */
  record PatientDetails(Part part, Finding.Kind kind) implements Promised {}

  /** What is wrong with the one who promises. */
  enum Why {
    MISSING,
    TOO_LONG,
    /** Of patients only a number is kept. */
    PATIENT_NAMED
  }

  /** What is wrong with the day. */
  enum Wrong {
    MISSING,
    NOT_READ,
    PAST
  }

  /** What was typed, in its parts. */
  enum Part {
    WHO,
    WORDS
  }
}
