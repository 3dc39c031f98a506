package dev.fanwise.samples.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A line chart in the samples' dress: a line per measurement, dashed ones for what theory says. */
public final class LinePlot {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 700;

  private final XYChart chart;
  private final double firstX;

  /**
   * A chart without lines.
   *
   * @param firstX where on the x axis the first value of every line stands; the next are 1 apart
   */
  public LinePlot(String title, String xTitle, String yTitle, double firstX) {
    this.firstX = firstX;
    this.chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .theme(Styler.ChartTheme.Matlab)
            .build();
    XYStyler styler = chart.getStyler();
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setXAxisTickMarkSpacingHint(70);
    styler.setLocale(Locale.ROOT);
    styler.setYAxisDecimalPattern("0.##");
    styler.setMarkerSize(8);
    styler.setChartPadding(15);
  }

  /**
   * Adds what was measured.
   *
   * @param line what it looks like
   * @param legend its name, another for each line
   */
  public void measured(Line line, String legend, double[] values) {
    XYSeries series = chart.addSeries(legend, xs(values.length), values);
    series.setLineColor(line.colour);
    series.setLineStyle(new BasicStroke(line.width));
    series.setMarker(line.marker);
    series.setMarkerColor(line.colour);
  }

  /** Adds what theory says, dashed. */
  public void theory(String name, boolean inLegend, double[] values) {
    XYSeries series = chart.addSeries(name, xs(values.length), values);
    series.setLineColor(Color.BLACK);
    series.setLineStyle(SeriesLines.DASH_DASH);
    series.setMarker(SeriesMarkers.NONE);
    series.setShowInLegend(inLegend);
  }

  /** Sets the ends of the y axis. */
  public void yRange(double least, double greatest) {
    chart.getStyler().setYAxisMin(least).setYAxisMax(greatest);
  }

  /** Makes the y axis one of powers of ten: values are then logarithms. */
  public void yPowersOfTen() {
    chart
        .getStyler()
        .setyAxisTickLabelsFormattingFunction(y -> String.format(Locale.ROOT, "1e%.0f", y));
  }

  /** Draws the chart as a PNG file and prints where. */
  public void save(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG);
    System.out.println("  " + file.toAbsolutePath());
  }

  /** Whether this machine can draw text: a Java without fontconfig or any font cannot. */
  public static boolean canDrawText() {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).stringWidth("0")
          > 0;
    } catch (RuntimeException | Error e) {
      // JDK 17 throws Error, InternalError or UnsatisfiedLinkError, JDK 25 RuntimeException.
      return false;
    } finally {
      graphics.dispose();
    }
  }

  private double[] xs(int count) {
    return IntStream.range(0, count).mapToDouble(i -> firstX + i).toArray();
  }
}
