package dev.groundswell.initiative;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a zone as people write it: "Europe/Berlin", "New York", "Eastern". */
final class ZoneWords {
  private static final Map<String, String> SPOKEN =
      Map.ofEntries(
          Map.entry("eastern", "America/New_York"),
          Map.entry("et", "America/New_York"),
          Map.entry("est", "America/New_York"),
          Map.entry("edt", "America/New_York"),
          Map.entry("central", "America/Chicago"),
          Map.entry("ct", "America/Chicago"),
          Map.entry("cst", "America/Chicago"),
          Map.entry("cdt", "America/Chicago"),
          Map.entry("mountain", "America/Denver"),
          Map.entry("mt", "America/Denver"),
          Map.entry("mst", "America/Denver"),
          Map.entry("mdt", "America/Denver"),
          Map.entry("pacific", "America/Los_Angeles"),
          Map.entry("pt", "America/Los_Angeles"),
          Map.entry("pst", "America/Los_Angeles"),
          Map.entry("pdt", "America/Los_Angeles"),
          Map.entry("alaska", "America/Anchorage"),
          Map.entry("hawaii", "Pacific/Honolulu"),
          Map.entry("gmt", "Europe/London"),
          Map.entry("uk", "Europe/London"),
          Map.entry("cet", "Europe/Berlin"),
          Map.entry("utc", "UTC"));

  private ZoneWords() {}

  static Optional<ZoneId> read(String typed) {
    String words =
        typed
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+time$", "")
            .replaceAll("[\\s_]+", "_");
    String spoken = SPOKEN.get(words);
    if (spoken != null) {
      return Optional.of(ZoneId.of(spoken));
    }
    List<String> places =
        ZoneId.getAvailableZoneIds().stream().filter(id -> isPlace(id, words)).sorted().toList();
    return places.stream()
        .filter(id -> id.toLowerCase(Locale.ROOT).equals(words))
        .findFirst()
        .or(() -> places.stream().filter(id -> id.matches("(America|Europe)/.*")).findFirst())
        .or(() -> places.stream().findFirst())
        .map(ZoneId::of);
  }

  /** Only places: three letters alone are an offset, which knows no daylight saving. */
  private static boolean isPlace(String id, String words) {
    String lower = id.toLowerCase(Locale.ROOT);
    return lower.contains("/")
        && !lower.startsWith("etc/")
        && (lower.equals(words) || lower.endsWith("/" + words));
  }
}
