package dev.groundswell.slack.practice.chart;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.practice.readiness.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

/** What is plotted is what was seen. */
@Tag("jdk")
class TrajectoryChartTest {
  private static final String WILLING = "Willingness";
  private static final String STABLE = "Stability";
  private static final Captions CAPTIONS =
      new Captions(
          "Where it stood, and when",
          "Each scale over time",
          "Stages of change",
          it -> it == Dimension.WILLINGNESS ? WILLING : STABLE,
          it -> Team.WORDS.plain("practice.corner-" + it.id()),
          it -> it.name().charAt(0) + it.name().substring(1).toLowerCase(Locale.ROOT));

  private final Team team = Team.assembles();
  private final UUID eastgate;

  TrajectoryChartTest() {
    team.starts(MAYA, "Diabetes outreach");
    eastgate = team.engages(MAYA, "Eastgate").engagement().id();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static Card done(Outcome<Card> outcome) {
    return outcome.either(
        it -> it,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private Card rates(String instant, int willing, int stable) {
    team.clock.set(instant);
    Map<Component, Integer> ratings = new EnumMap<>(Component.class);
    for (Component each : Component.values()) {
      int rating = each.dimension() == Dimension.WILLINGNESS ? willing : stable;
      if (rating > 0) {
        ratings.put(each, rating);
      }
    }
    LocalDate day = team.clock.instant().atZone(Team.NEW_YORK).toLocalDate();
    return done(
        team.assessments.assess(
            MAYA,
            HERE,
            eastgate,
            new Sheet("Whether to start", ratings, "", day, "For the picture"),
            instant));
  }

  private Card path() {
    rates("2026-11-02T15:00:00Z", 1, 2);
    rates("2027-01-25T15:00:00Z", 3, 0);
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.CONTEMPLATION, ""));
    rates("2027-04-26T15:00:00Z", 4, 3);
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.ACTION, ""));
    team.clock.set("2027-06-01T15:00:00Z");
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.PREPARATION, ""));
    return rates("2027-07-26T15:00:00Z", 5, 4);
  }

  private static double[] x(XYChart chart, String series) {
    return chart.getSeries(series).getXData();
  }

  private static double[] y(XYChart chart, String series) {
    return chart.getSeries(series).getYData();
  }

  private static double day(String day) {
    return LocalDate.parse(day).toEpochDay();
  }

  @Test
  void the_path_goes_through_each_place_in_order_and_leaves_out_what_has_none() {
    XYChart chart = new TrajectoryChart(CAPTIONS).path(path());

    assertThat(x(chart, "path")).containsExactly(2, 3, 4);
    assertThat(y(chart, "path")).containsExactly(1, 4, 5);
  }

  @Test
  void each_scale_has_its_points_at_their_days() {
    XYChart chart = new TrajectoryChart(CAPTIONS).scales(path());

    assertThat(x(chart, WILLING))
        .containsExactly(
            day("2026-11-02"), day("2027-01-25"), day("2027-04-26"), day("2027-07-26"));
    assertThat(y(chart, WILLING)).containsExactly(1, 3, 4, 5);
    assertThat(x(chart, STABLE))
        .containsExactly(day("2026-11-02"), day("2027-04-26"), day("2027-07-26"));
    assertThat(y(chart, STABLE)).containsExactly(2, 3, 4);
  }

  @Test
  void stages_go_forward_and_back_and_last_until_today() {
    XYChart chart = new TrajectoryChart(CAPTIONS).stages(path());

    assertThat(y(chart, "stage")).containsExactly(1, 2, 4, 3, 3);
    assertThat(x(chart, "stage"))
        .containsExactly(
            day("2026-11-02"),
            day("2027-01-25"),
            day("2027-04-26"),
            day("2027-06-01"),
            day("2027-07-26"));
  }

  @Test
  void the_picture_is_as_wide_as_a_phone_can_show_and_not_empty() throws IOException {
    byte[] png = Picture.png(path(), CAPTIONS);

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(1000);
    assertThat(image.getHeight()).isEqualTo(2540);
    assertThat(png.length).isLessThan(500_000);
    Path pictures = Path.of("target", "pictures");
    Files.createDirectories(pictures);
    Files.write(pictures.resolve("path.png"), png);
  }

  @Test
  void a_practice_without_a_rating_has_its_stages_only() throws IOException {
    Card card = done(team.practices.card(HERE, MAYA.id(), eastgate));

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Picture.png(card, CAPTIONS)));

    assertThat(image.getHeight()).isEqualTo(780);
  }

  /** Two raters at about the same time, a place it comes back to, and the highest there is. */
  private Card crowded() {
    rates("2026-11-02T15:00:00Z", 2, 2);
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.CONTEMPLATION, ""));
    rates("2026-11-09T15:00:00Z", 2, 2);
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.PREPARATION, ""));
    rates("2026-11-16T15:00:00Z", 2, 3);
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.PRECONTEMPLATION, ""));
    rates("2027-01-25T15:00:00Z", 2, 2);
    rates("2027-04-26T15:00:00Z", 5, 5);
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.ACTION, ""));
    rates("2027-05-03T15:00:00Z", 5, 5);
    return rates("2027-07-26T15:00:00Z", 1, 5);
  }

  @Test
  void what_is_crowded_can_still_be_read() throws IOException {
    Card card = crowded();
    byte[] png = Picture.png(card, CAPTIONS);
    Path pictures = Path.of("target", "pictures");
    Files.createDirectories(pictures);
    Files.write(pictures.resolve("crowded.png"), png);

    XYChart chart = new TrajectoryChart(CAPTIONS).path(card);
    assertThat(x(chart, "path")).containsExactly(2, 2, 3, 2, 5, 5, 5);
    XYChart scales = new TrajectoryChart(CAPTIONS).scales(card);
    assertThat(scales.getSeries(WILLING).getLineWidth())
        .isGreaterThan(scales.getSeries(STABLE).getLineWidth());
  }

  @Test
  void an_axis_of_days_is_long_enough_to_name_each_day_once() throws IOException {
    rates("2026-11-02T15:00:00Z", 2, 2);
    Card card = rates("2026-11-03T15:00:00Z", 3, 2);

    for (XYChart chart :
        List.of(
            new TrajectoryChart(CAPTIONS).scales(card),
            new TrajectoryChart(CAPTIONS).stages(card))) {
      double days = chart.getStyler().getXAxisMax() - chart.getStyler().getXAxisMin();
      assertThat(days).isGreaterThanOrEqualTo(42);
      assertThat(chart.getStyler().getXAxisMaxLabelCount()).isLessThanOrEqualTo(3);
    }
    Files.write(Path.of("target", "pictures", "short.png"), Picture.png(card, CAPTIONS));
  }
}
