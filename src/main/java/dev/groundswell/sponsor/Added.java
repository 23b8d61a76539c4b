package dev.groundswell.sponsor;

import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;

/** What became of the wish to add a sponsor. */
public sealed interface Added {
  /**
   * @param wasAsked whether they are asked by mail if they want the digest
   */
  record Done(Sponsor sponsor, boolean wasAsked) implements Added {}

  /** Somebody of that address is there already. */
  record Exists(Sponsor sponsor) implements Added {}

  /**
   * They had left, and are a sponsor again.
   *
   * @param wasAsked whether they are asked by mail if they want the digest
   */
  record BroughtBack(Sponsor sponsor, boolean wasAsked) implements Added {}

  record NameMissing() implements Added {}

  /** The sentence says what is wrong with the address. */
  record BadAddress(String sentence) implements Added {}

  /** The name seems to hold a detail of a patient; nothing was added. */
  record PatientDetails(Finding.Kind kind) implements Added {}

  record NoInitiative() implements Added {}

  /** Only the lead adds sponsors. */
  record NotLead(UserId lead) implements Added {}
}
