package dev.fanwise.samples.plot;

import java.awt.Color;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What a line looks like, in colours that colour-blind eyes tell apart too (Okabe and Ito, 2008).
 */
public enum Line {
  BLUE(0x0072B2, SeriesMarkers.CIRCLE, 2.5f),
  /** Wider, so that a line which coincides with it is seen on top of it. */
  ORANGE(0xE69F00, SeriesMarkers.SQUARE, 5f),
  GREEN(0x009E73, SeriesMarkers.TRIANGLE_UP, 2.5f);

  final Color colour;
  final Marker marker;
  final float width;

  Line(int colour, Marker marker, float width) {
    this.colour = new Color(colour);
    this.marker = marker;
    this.width = width;
  }
}
