package com.autoclipr.testkit.examples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Dusk at the sea: the sun goes down, hills pass by, a boat crosses.
final class Coast implements Scene {
    private static final Color ZENITH = new Color(0x2b2d5b);
    private static final Color HORIZON = new Color(0xf2a65a);
    private static final Color SEA = new Color(0x274060);
    private static final Color[] HILLS = {
        new Color(0x6b4e71), new Color(0x4b3b60), new Color(0x2a2540)
    };

    @Override
    public void paint(Graphics2D on, int width, int height, double seconds) {
        double sea = 0.66 * height;
        on.setPaint(new GradientPaint(0, 0, ZENITH, 0, (float) sea, HORIZON));
        on.fill(new Rectangle2D.Double(0, 0, width, height));
        double sunX = width * 0.52;
        double sunY = height * (0.36 + 0.025 * seconds);
        sun(on, sunX, sunY, height * 0.085);
        on.setPaint(
                new GradientPaint(
                        0, (float) sea, Scene.between(SEA, HORIZON, 0.45), 0, height, SEA));
        on.fill(new Rectangle2D.Double(0, sea, width, height - sea));
        glitter(on, sunX, sea, width, height, seconds);
        hills(on, HILLS[0], width, sea + 2, height * 0.10, 0.011, 8 * seconds);
        hills(on, HILLS[1], width, sea + 4, height * 0.06, 0.023, 20 * seconds + 300);
        boat(on, width * (0.16 + 0.085 * seconds), sea + height * 0.1, height * 0.15, seconds);
        hills(on, HILLS[2], width, height + 2, height * 0.12, 0.007, 70 * seconds + 700);
        for (int bird = 0; bird < 5; bird++) {
            double along = width * (0.2 + 0.1 * bird + 0.035 * seconds);
            double up =
                    height
                            * (0.2
                                    + 0.035 * Math.sin(bird * 2.4)
                                    + 0.012 * Math.sin(seconds + bird));
            bird(on, along, up, height * 0.018, Math.sin(9 * seconds + 2 * bird));
        }
    }

    private static void sun(Graphics2D on, double x, double y, double radius) {
        float reach = (float) (radius * 4);
        on.setPaint(
                new RadialGradientPaint(
                        (float) x,
                        (float) y,
                        reach,
                        new float[] {0, 0.24f, 1},
                        new Color[] {
                            new Color(255, 244, 214, 190),
                            new Color(255, 214, 140, 120),
                            new Color(255, 200, 120, 0)
                        }));
        on.fill(new Ellipse2D.Double(x - reach, y - reach, 2 * reach, 2 * reach));
        on.setPaint(new Color(0xfff1d0));
        on.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void glitter(
            Graphics2D on, double sunX, double sea, int width, int height, double seconds) {
        for (int row = 0; row < 14; row++) {
            double y = sea + 6 + row * (height - sea) / 15;
            double reach =
                    width * (0.02 + 0.006 * row) * (1 + 0.35 * Math.sin(2.2 * seconds + 1.7 * row));
            double shift = width * 0.01 * Math.sin(1.3 * seconds + 2.9 * row);
            on.setPaint(new Color(255, 226, 170, 150 - 8 * row));
            on.fill(new Rectangle2D.Double(sunX - reach + shift, y, 2 * reach, 2.2));
        }
    }

    private static void hills(
            Graphics2D on,
            Color colour,
            int width,
            double base,
            double rise,
            double pace,
            double shift) {
        Path2D hill = new Path2D.Double();
        hill.moveTo(0, base);
        for (int x = 0; x <= width; x += 4) {
            double at = (x + shift) * pace;
            double up =
                    0.5
                            + 0.3 * Math.sin(at)
                            + 0.2 * Math.sin(2.3 * at + 1)
                            + 0.08 * Math.sin(5.1 * at);
            hill.lineTo(x, base - rise * Math.max(0, up));
        }
        hill.lineTo(width, base);
        hill.closePath();
        on.setPaint(colour);
        on.fill(hill);
    }

    private static void boat(Graphics2D on, double x, double y, double size, double seconds) {
        Graphics2D tilted = (Graphics2D) on.create();
        tilted.translate(x, y + 2 * Math.sin(2 * seconds));
        tilted.rotate(0.04 * Math.sin(1.4 * seconds));
        Path2D hull = new Path2D.Double();
        hull.moveTo(-0.5 * size, -0.1 * size);
        hull.curveTo(-0.3 * size, 0.14 * size, 0.3 * size, 0.14 * size, 0.55 * size, -0.12 * size);
        hull.closePath();
        tilted.setPaint(new Color(0x3a1f1f));
        tilted.fill(hull);
        Path2D sail = new Path2D.Double();
        sail.moveTo(0, -size);
        sail.curveTo(0.5 * size, -0.6 * size, 0.5 * size, -0.3 * size, 0.42 * size, -0.16 * size);
        sail.lineTo(0, -0.16 * size);
        sail.closePath();
        tilted.setPaint(new Color(0xfff4e0));
        tilted.fill(sail);
        Path2D jib = new Path2D.Double();
        jib.moveTo(-0.05 * size, -0.92 * size);
        jib.lineTo(-0.05 * size, -0.16 * size);
        jib.lineTo(-0.42 * size, -0.16 * size);
        jib.closePath();
        tilted.setPaint(new Color(0xe4572e));
        tilted.fill(jib);
        tilted.dispose();
    }

    private static void bird(Graphics2D on, double x, double y, double size, double beat) {
        Path2D wings = new Path2D.Double();
        wings.moveTo(x - size, y - size * 0.6 * beat);
        wings.quadTo(x - size * 0.4, y - size * 0.3, x, y);
        wings.quadTo(x + size * 0.4, y - size * 0.3, x + size, y - size * 0.6 * beat);
        on.setPaint(new Color(0x2a2540));
        on.setStroke(new java.awt.BasicStroke(2.2f));
        on.draw(wings);
    }
}
