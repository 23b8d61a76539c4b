package dev.groundswell.slack.practice.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the dates beside the places, none over another: those of one place below each other, and
 * where there is no room left the first and the last before the rest. All measures are in points of
 * the two scales.
 */
final class PlaceLabels {
  static final double WIDTH = 1.08;
  static final double LINE = 0.28;
  private static final double MARKER = 0.14;
  private static final double ROUNDING = 1e-6;
  private static final int MOST_LINES = 3;

  /** The edges of what may be written on; the corners have their words beyond these. */
  private static final double LEFT = 0.5;

  private static final double RIGHT = 5.55;
  private static final double BOTTOM = 0.85;
  private static final double TOP = 5.2;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yy", Locale.ENGLISH);

  private PlaceLabels() {}

  /** A place at which it was seen on that day. */
  record Place(double x, double y, LocalDate day) {}

  /** One line of text, by its middle. */
  record Label(String text, double x, double y) {
    /** Side by side is not over each other, however the sums were rounded. */
    boolean overlaps(Label other) {
      return Math.abs(x - other.x) < WIDTH - ROUNDING && Math.abs(y - other.y) < LINE - ROUNDING;
    }
  }

  private record Box(double left, double bottom, double right, double top) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
    }

    boolean isCrossed(List<Line2D> lines) {
      Rectangle2D here = new Rectangle2D.Double(left, bottom, right - left, top - bottom);
      return lines.stream().anyMatch(here::intersectsLine);
    }

    boolean isInside() {
      return left >= LEFT && right <= RIGHT && bottom >= BOTTOM && top <= TOP;
    }
  }

  /**
   * @param path in the order of time
   */
  static List<Label> of(List<Place> path) {
    Map<List<Double>, List<Place>> bySpot = new LinkedHashMap<>();
    for (Place each : inOrderOfWeight(path)) {
      bySpot.computeIfAbsent(List.of(each.x, each.y), spot -> new ArrayList<>()).add(each);
    }
    List<Box> taken = new ArrayList<>();
    bySpot.values().forEach(there -> taken.add(marker(there.get(0))));
    List<Line2D> legs = new ArrayList<>();
    for (int i = 1; i < path.size(); i++) {
      Place from = path.get(i - 1);
      legs.add(new Line2D.Double(from.x, from.y, path.get(i).x, path.get(i).y));
    }
    List<Label> labels = new ArrayList<>();
    for (List<Place> there : bySpot.values()) {
      List<String> lines = lines(there);
      free(there.get(0), lines.size(), taken, legs)
          .ifPresent(
              box -> {
                taken.add(box);
                for (int i = 0; i < lines.size(); i++) {
                  labels.add(
                      new Label(
                          lines.get(i), (box.left + box.right) / 2, box.top - LINE * (i + 0.5)));
                }
              });
    }
    return labels;
  }

  /** The last and the first before those between. */
  private static List<Place> inOrderOfWeight(List<Place> path) {
    List<Place> places = new ArrayList<>(path);
    if (places.size() > 1) {
      places.add(0, places.remove(places.size() - 1));
    }
    return places;
  }

  private static Box marker(Place place) {
    return new Box(place.x - MARKER, place.y - MARKER, place.x + MARKER, place.y + MARKER);
  }

  private static List<String> lines(List<Place> there) {
    List<String> days =
        there.stream().map(Place::day).sorted().distinct().map(DAY::format).toList();
    return days.size() <= MOST_LINES ? days : List.of(days.get(0), "…", days.get(days.size() - 1));
  }

  /**
   * Above, below, to the right, to the left, then askew: the first where nothing stands and the
   * path does not pass, or else where it passes.
   */
  private static Optional<Box> free(Place place, int lines, List<Box> taken, List<Line2D> legs) {
    List<Box> free = free(place, lines, taken);
    return free.stream()
        .filter(it -> !it.isCrossed(legs))
        .findFirst()
        .or(() -> free.stream().findFirst());
  }

  private static List<Box> free(Place place, int lines, List<Box> taken) {
    double height = LINE * lines;
    double up = MARKER + height / 2;
    double aside = MARKER + WIDTH / 2;
    double half = WIDTH / 2 - MARKER;
    return Stream.of(
            new double[] {0, up},
            new double[] {0, -up},
            new double[] {aside, 0},
            new double[] {-aside, 0},
            new double[] {half, up},
            new double[] {-half, up},
            new double[] {half, -up},
            new double[] {-half, -up},
            new double[] {aside, up},
            new double[] {-aside, up},
            new double[] {aside, -up},
            new double[] {-aside, -up})
        .map(
            by ->
                new Box(
                    place.x + by[0] - WIDTH / 2,
                    place.y + by[1] - height / 2,
                    place.x + by[0] + WIDTH / 2,
                    place.y + by[1] + height / 2))
        .filter(Box::isInside)
        .filter(box -> taken.stream().noneMatch(box::overlaps))
        .toList();
  }
}
