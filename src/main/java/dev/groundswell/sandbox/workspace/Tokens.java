package dev.groundswell.sandbox.workspace;

import java.util.random.RandomGenerator;

/** Makes strings that nobody guesses: secrets, ids of views, the ends of response URLs. */
final class Tokens {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final RandomGenerator random;

  Tokens(RandomGenerator random) {
    this.random = random;
  }

  /** This many letters and digits, 5 bits each. */
  synchronized String next(int length) {
    StringBuilder token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return token.toString();
  }
}
