package dev.groundswell.slack.practice.chart;

import dev.groundswell.knowledge.Stage;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.StageMove;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.Corner;
import dev.groundswell.practice.readiness.Dimension;
import dev.groundswell.slack.practice.chart.PlaceLabels.Label;
import dev.groundswell.slack.practice.chart.PlaceLabels.Place;
import java.awt.BasicStroke;
import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The path of one practice: between the corners, on each scale, and from stage to stage. */
final class TrajectoryChart {
  static final int WIDTH = 1000;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yy", Locale.ENGLISH);

  /** The pixels between the ends of an axis of days, and those before a name. */
  private static final double PLOT = 890;

  private static final double MARGIN = 4;

  /** Beside what is plotted, as a part of it. */
  private static final double ROOM_FOR_NAMES = 0.55;

  /** An axis of days is never shorter. */
  private static final double FEWEST_DAYS = 42;

  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 5.5;

  private final Captions captions;

  TrajectoryChart(Captions captions) {
    this.captions = captions;
  }

  /** The assessments that have a place on both scales. */
  static List<Assessment> placed(Card card) {
    return card.trajectory().assessments().stream()
        .filter(it -> it.readiness().hasPlace())
        .toList();
  }

  /** From place to place over the four corners, each with its date. */
  XYChart path(Card card) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(1000)
            .title(captions.path())
            .xAxisTitle(captions.dimension().apply(Dimension.STABILITY))
            .yAxisTitle(captions.dimension().apply(Dimension.WILLINGNESS))
            .build();
    Lettering.dress(chart);
    var styler = chart.getStyler();
    styler.setXAxisMin(LOWEST);
    styler.setXAxisMax(HIGHEST);
    styler.setYAxisMin(LOWEST);
    styler.setYAxisMax(HIGHEST);
    styler.setXAxisDecimalPattern("0");
    styler.setYAxisDecimalPattern("0");
    styler.setLegendVisible(false);
    line(chart, "middle of stability", new double[] {3, 3}, new double[] {LOWEST, HIGHEST});
    line(chart, "middle of willingness", new double[] {LOWEST, HIGHEST}, new double[] {3, 3});
    for (Corner corner : Corner.values()) {
      chart.addAnnotation(
          new AnnotationText(
              captions.corner().apply(corner),
              corner.stable() ? 4.1 : 1.9,
              corner.willing() ? 5.37 : 0.63,
              false));
    }
    List<Assessment> placed = placed(card);
    if (!placed.isEmpty()) {
      XYSeries path =
          chart.addSeries(
              "path",
              placed.stream().mapToDouble(it -> score(it, Dimension.STABILITY)).toArray(),
              placed.stream().mapToDouble(it -> score(it, Dimension.WILLINGNESS)).toArray());
      look(path, Lettering.BLUE, SeriesMarkers.CIRCLE);
      List<Place> places =
          placed.stream()
              .map(
                  it ->
                      new Place(
                          score(it, Dimension.STABILITY),
                          score(it, Dimension.WILLINGNESS),
                          it.ratedOn()))
              .toList();
      for (Label label : PlaceLabels.of(places)) {
        chart.addAnnotation(new AnnotationText(label.text(), label.x(), label.y(), false));
      }
    }
    return chart;
  }

  private static double score(Assessment assessment, Dimension dimension) {
    return assessment.readiness().on(dimension).orElseThrow();
  }

  private static void line(XYChart chart, String name, double[] x, double[] y) {
    XYSeries line = chart.addSeries(name, x, y);
    line.setMarker(SeriesMarkers.NONE);
    line.setLineColor(Lettering.GREY);
    line.setLineStyle(
        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] {8}, 0));
  }

  private static void look(XYSeries series, Color color, Marker marker) {
    series.setLineColor(color);
    series.setMarkerColor(color);
    series.setMarker(marker);
    series.setLineWidth(4);
  }

  /** Each scale over time; a rating without a scale leaves no point on it. */
  XYChart scales(Card card) {
    XYChart chart = overTime(captions.scales(), 760);
    chart.getStyler().setYAxisMin(LOWEST);
    chart.getStyler().setYAxisMax(HIGHEST);
    chart.getStyler().setYAxisDecimalPattern("0");
    for (Dimension dimension : Dimension.values()) {
      List<Assessment> rated =
          card.trajectory().assessments().stream()
              .filter(it -> it.readiness().on(dimension).isPresent())
              .toList();
      if (!rated.isEmpty()) {
        XYSeries series =
            chart.addSeries(
                captions.dimension().apply(dimension),
                rated.stream().mapToDouble(it -> it.ratedOn().toEpochDay()).toArray(),
                rated.stream().mapToDouble(it -> score(it, dimension)).toArray());
        boolean first = dimension == Dimension.WILLINGNESS;
        look(
            series,
            first ? Lettering.BLUE : Lettering.VERMILION,
            first ? SeriesMarkers.CIRCLE : SeriesMarkers.SQUARE);
        // Where both are the same the one behind still shows.
        series.setLineWidth(first ? 12 : 5);
      }
    }
    List<Assessment> all = card.trajectory().assessments();
    if (!all.isEmpty()) {
      spread(
          chart,
          (double) all.get(0).ratedOn().toEpochDay(),
          (double) all.get(all.size() - 1).ratedOn().toEpochDay());
    }
    return chart;
  }

  /** From stage to stage, forward and back. */
  XYChart stages(Card card) {
    XYChart chart = overTime(captions.stages(), 780);
    List<Stage> all = List.of(Stage.values());
    List<Double> days = new ArrayList<>();
    List<Double> steps = new ArrayList<>();
    List<StageMove> moves = card.moves();
    Stage stage = moves.isEmpty() ? card.engagement().course().stage() : moves.get(0).from();
    LocalDate from = card.engagement().beganOn();
    days.add((double) from.toEpochDay());
    steps.add(1.0 + all.indexOf(stage));
    for (StageMove move : moves) {
      days.add((double) move.on().toEpochDay());
      steps.add(1.0 + all.indexOf(move.to()));
    }
    days.add((double) Math.max(card.today().toEpochDay(), from.toEpochDay() + 1));
    steps.add(steps.get(steps.size() - 1));
    XYSeries series = chart.addSeries("stage", days, steps);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Step);
    look(series, Lettering.BLUE, SeriesMarkers.DIAMOND);
    var styler = chart.getStyler();
    styler.setLegendVisible(false);
    // From whole to whole, or the ticks stand between the stages.
    styler.setYAxisMin(0.0);
    styler.setYAxisMax(6.0);
    styler.setYAxisTicksVisible(false);
    double[] span = spread(chart, days.get(0), days.get(days.size() - 1));
    span[0] -= (span[1] - span[0]) * ROOM_FOR_NAMES;
    styler.setXAxisMin(span[0]);
    // Each stage has its name at the left, above its line: beside the axis there is no room for it.
    double perPixel = (span[1] - span[0]) / PLOT;
    for (int i = 0; i < all.size(); i++) {
      String name = captions.stage().apply(all.get(i));
      chart.addAnnotation(
          new AnnotationText(
              name, span[0] + (MARGIN + Lettering.width(name) / 2) * perPixel, i + 1.27, false));
    }
    return chart;
  }

  /** From a little before to a little after; a few days alone would make the axis repeat itself. */
  private static double[] spread(XYChart chart, double first, double last) {
    double more = Math.max((FEWEST_DAYS - (last - first)) / 2, (last - first) * 0.06);
    double[] span = {Math.floor(first - more), Math.ceil(last + more)};
    chart.getStyler().setXAxisMin(span[0]);
    chart.getStyler().setXAxisMax(span[1]);
    return span;
  }

  private static XYChart overTime(String title, int height) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(height).title(title).build();
    Lettering.dress(chart);
    chart.getStyler().setXAxisMaxLabelCount(3);
    chart.getStyler().setXAxisTickMarkSpacingHint(260);
    chart.getStyler().setLegendLayout(LegendLayout.Vertical);
    chart
        .getStyler()
        .setXAxisTickLabelsFormattingFunction(
            day -> DAY.format(LocalDate.ofEpochDay(Math.round(day))));
    return chart;
  }
}
