package com.autoclipr.testkit.examples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/// Planets around a star.
final class Planets implements Scene {
    private static final Color[] COLOURS = {
        new Color(0xf4a261), new Color(0x90e0ef), new Color(0xe76f51), new Color(0xb8f2a0)
    };

    @Override
    public void paint(Graphics2D on, int width, int height, double seconds) {
        on.setPaint(new Color(0x0b1026));
        on.fill(new Rectangle2D.Double(0, 0, width, height));
        Random stars = new Random(7);
        for (int star = 0; star < 90; star++) {
            double size = 0.8 + 1.6 * stars.nextDouble();
            on.setPaint(new Color(255, 255, 255, 90 + stars.nextInt(140)));
            on.fill(new Ellipse2D.Double(stars.nextInt(width), stars.nextInt(height), size, size));
        }
        double x = width / 2.0;
        double y = height / 2.0;
        for (int glow = 6; glow >= 0; glow--) {
            disc(
                    on,
                    new Color(255, 209, 102, glow == 0 ? 255 : 26),
                    x,
                    y,
                    height * (0.085 + 0.02 * glow));
        }
        for (int planet = 0; planet < COLOURS.length; planet++) {
            double orbit = height * (0.2 + 0.095 * planet);
            on.setPaint(new Color(255, 255, 255, 60));
            on.setStroke(new BasicStroke(1.5f));
            on.draw(new Ellipse2D.Double(x - 1.35 * orbit, y - orbit, 2.7 * orbit, 2 * orbit));
            double angle = planet * 1.9 + seconds * 2.4 / (1 + planet);
            double size = height * (0.022 + 0.009 * ((planet * 2) % 3));
            disc(
                    on,
                    COLOURS[planet],
                    x + 1.35 * orbit * Math.cos(angle),
                    y + orbit * Math.sin(angle),
                    size);
        }
    }

    private static void disc(Graphics2D on, Color colour, double x, double y, double radius) {
        on.setPaint(colour);
        on.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
}
