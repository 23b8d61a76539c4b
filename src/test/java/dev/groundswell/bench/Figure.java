package dev.groundswell.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured.
 *
 * @param peer what the peer did in the same run, or null where there is none
 */
record Figure(String name, double value, String unit, @Nullable Double peer) {

  static Figure alone(String name, double value, String unit) {
    return new Figure(name, value, unit, null);
  }

  /** {@code {"name":…, "value":…, "unit":…, "peer":…, "ratio":…}}. */
  String toJson() {
    String line =
        String.format(
            Locale.ROOT, "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\"", name, value, unit);
    return peer == null
        ? line + "}"
        : line + String.format(Locale.ROOT, ",\"peer\":%.3f,\"ratio\":%.2f}", peer, value / peer);
  }
}
