package dev.groundswell.sponsor;

import dev.groundswell.kernel.MailAddress;

/** A digest at the moment it goes out. */
public sealed interface DigestLetter {
  /**
   * It still holds.
   *
   * @param to who gets it
   * @param isTest whether its sender wanted to see it first
   */
  record Ready(Digest digest, MailAddress to, boolean isTest) implements DigestLetter {}

  /** It is not sent any more. */
  record NotWanted(String why) implements DigestLetter {}
}
