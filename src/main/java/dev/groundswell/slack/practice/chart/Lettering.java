package dev.groundswell.slack.practice.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** One font, the same on every machine, large enough for a phone; and colours for all eyes. */
final class Lettering {
  /** From the palette of Okabe and Ito, which nearly everybody can tell apart. */
  static final Color BLUE = new Color(0x00, 0x72, 0xB2);

  static final Color VERMILION = new Color(0xD5, 0x5E, 0x00);
  static final Color GREY = new Color(0x8A, 0x8A, 0x8A);

  private static final Font FONT = load();

  /** On a phone the picture is a third as wide, and this a third as large. */
  private static final float SIZE = 32;

  private Lettering() {}

  private static Font load() {
    try (InputStream file =
        Objects.requireNonNull(Lettering.class.getResourceAsStream("/fonts/DejaVuSans.ttf"))) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font is damaged", e);
    }
  }

  /** How many pixels wide a text is, where annotations are written. */
  static double width(String text) {
    return font(SIZE).getStringBounds(text, new FontRenderContext(null, true, true)).getWidth();
  }

  static Font font(float size) {
    return FONT.deriveFont(size);
  }

  static void dress(XYChart chart) {
    var styler = chart.getStyler();
    styler.setBaseFont(font(34));
    styler.setChartTitleFont(font(38));
    styler.setAxisTitleFont(font(34));
    styler.setAxisTickLabelsFont(font(SIZE));
    styler.setLegendFont(font(SIZE));
    styler.setAnnotationTextFont(font(SIZE));
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotGridLinesColor(new Color(0xE4, 0xE4, 0xE4));
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setMarkerSize(22);
  }
}
