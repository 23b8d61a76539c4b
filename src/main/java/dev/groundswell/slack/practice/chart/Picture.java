package dev.groundswell.slack.practice.chart;

import dev.groundswell.practice.Card;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;

/** The path of a practice as one picture, the charts one below the other. */
public final class Picture {
  private Picture() {}

  /** A PNG, 1000 pixels wide; charts that would be empty are left out. */
  public static byte[] png(Card card, Captions captions) {
    TrajectoryChart trajectory = new TrajectoryChart(captions);
    List<XYChart> charts = new ArrayList<>();
    if (!TrajectoryChart.placed(card).isEmpty()) {
      charts.add(trajectory.path(card));
    }
    if (!trajectory.scales(card).getSeriesCollection().isEmpty()) {
      charts.add(trajectory.scales(card));
    }
    charts.add(trajectory.stages(card));
    int height = charts.stream().mapToInt(XYChart::getHeight).sum();
    BufferedImage all =
        new BufferedImage(TrajectoryChart.WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = all.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, TrajectoryChart.WIDTH, height);
    int top = 0;
    for (XYChart chart : charts) {
      paper.drawImage(BitmapEncoder.getBufferedImage(chart), 0, top, null);
      top += chart.getHeight();
    }
    paper.dispose();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(all, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
