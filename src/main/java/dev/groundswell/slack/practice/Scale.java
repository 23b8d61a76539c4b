package dev.groundswell.slack.practice;

import java.util.Locale;
import java.util.Optional;

/** A place on a scale from 1 to 5, drawn with letters that every font has. */
final class Scale {
  private static final int STEPS = 13;

  private Scale() {}

  /** {@code 1 -----o------- 5}. */
  static String drawn(double score) {
    int at = (int) Math.round((score - 1) / 4 * (STEPS - 1));
    StringBuilder scale = new StringBuilder("1 ");
    for (int i = 0; i < STEPS; i++) {
      scale.append(i == at ? 'o' : '-');
    }
    return scale.append(" 5").toString();
  }

  /** {@code 3.7}. */
  static String number(double score) {
    return String.format(Locale.ROOT, "%.1f", score);
  }

  /** {@code +0.5} or {@code -1.0}; empty where nothing of it would be seen. */
  static Optional<String> change(double by) {
    String change = String.format(Locale.ROOT, "%+.1f", by);
    return change.substring(1).equals("0.0") ? Optional.empty() : Optional.of(change);
  }
}
