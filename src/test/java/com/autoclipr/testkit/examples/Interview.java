package com.autoclipr.testkit.examples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Two people at a table with microphones, who speak in turn: the one on the left until 2.4 s and
/// from 4.8 s on, the one on the right in between.
final class Interview implements Scene {
    static final double RIGHT_FROM_SECONDS = 2.4;
    static final double RIGHT_TO_SECONDS = 4.8;

    private static final Color WALL_LEFT = new Color(0x1d3557);
    private static final Color WALL_RIGHT = new Color(0x5b2a52);
    private static final Color TABLE = new Color(0x7a4b2b);

    @Override
    public void paint(Graphics2D on, int width, int height, double seconds) {
        on.setPaint(new GradientPaint(0, 0, WALL_LEFT, width, 0, WALL_RIGHT));
        on.fill(new Rectangle2D.Double(0, 0, width, height));
        panels(on, width, height);
        boolean right = seconds >= RIGHT_FROM_SECONDS && seconds < RIGHT_TO_SECONDS;
        double scale = height / 540.0;
        person(on, width * 0.25, height * 0.86, scale, !right, seconds, true);
        person(on, width * 0.75, height * 0.86, scale, right, seconds, false);
        on.setPaint(
                new GradientPaint(0, (float) (height * 0.83), TABLE, 0, height, TABLE.darker()));
        on.fill(new Rectangle2D.Double(0, height * 0.84, width, height * 0.16));
        microphone(on, width * 0.345, height * 0.86, scale, 1);
        microphone(on, width * 0.655, height * 0.86, scale, -1);
        lamp(on, width * 0.5, height * 0.84, scale);
    }

    private static void panels(Graphics2D on, int width, int height) {
        for (int column = 0; column < 12; column++) {
            for (int row = 0; row < 5; row++) {
                double x = width * (column + 0.1) / 12;
                double y = height * (0.05 + 0.15 * row);
                int shade = 10 + 9 * ((column * 5 + row * 3) % 4);
                on.setPaint(new Color(255, 255, 255, shade));
                on.fill(
                        new RoundRectangle2D.Double(
                                x, y, width * 0.8 / 12, height * 0.125, 14, 14));
            }
        }
    }

    private static void person(
            Graphics2D on,
            double x,
            double base,
            double scale,
            boolean speaks,
            double seconds,
            boolean left) {
        Graphics2D at = (Graphics2D) on.create();
        double sway = Math.sin(1.1 * seconds + (left ? 0 : 2));
        at.translate(x + 3 * scale * sway, base);
        at.scale(left ? scale : -scale, scale);
        Color shirt = left ? new Color(0xe9c46a) : new Color(0x2a9d8f);
        Color skin = left ? new Color(0xd9a066) : new Color(0x8d5a3b);
        Color hair = left ? new Color(0x2b1d14) : new Color(0xb0b0b8);
        Path2D body = new Path2D.Double();
        body.moveTo(-125, 20);
        body.curveTo(-120, -120, -60, -150, 0, -150);
        body.curveTo(60, -150, 120, -120, 125, 20);
        body.closePath();
        at.setPaint(shirt);
        at.fill(body);
        at.setPaint(skin);
        at.fill(new RoundRectangle2D.Double(-26, -185, 52, 60, 30, 30));
        double nod = speaks ? 3 * Math.sin(6 * seconds) : Math.sin(2.2 * seconds);
        at.rotate(Math.toRadians(nod), 0, -170);
        at.setPaint(hair);
        at.fill(new Ellipse2D.Double(-72, -335, 144, 150));
        at.setPaint(skin);
        at.fill(new Ellipse2D.Double(-60, -310, 124, 146));
        face(at, speaks, seconds);
        at.dispose();
    }

    private static void face(Graphics2D at, boolean speaks, double seconds) {
        boolean blink = (seconds + 0.2) % 2.7 < 0.12;
        at.setPaint(new Color(0x20242b));
        for (int eye : new int[] {-8, 38}) {
            at.fill(new Ellipse2D.Double(eye - 6, -252, 12, blink ? 2 : 14));
        }
        at.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        at.draw(new Arc2D.Double(-18, -276, 24, 14, 30, 110, Arc2D.OPEN));
        at.draw(new Arc2D.Double(28, -276, 24, 14, 40, 110, Arc2D.OPEN));
        double open =
                speaks ? 4 + 11 * Math.abs(Math.sin(9 * seconds) * Math.sin(3.7 * seconds)) : 3;
        at.setPaint(new Color(0x7c2f2f));
        at.fill(new Ellipse2D.Double(-6, -205 - open / 2, 44, open));
    }

    private static void microphone(Graphics2D on, double x, double y, double scale, int side) {
        on.setStroke(
                new BasicStroke(
                        (float) (6 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        on.setPaint(new Color(0x20242b));
        double headX = x - side * 30 * scale;
        double headY = y - 110 * scale;
        on.draw(new Line2D.Double(x, y, x, y - 60 * scale));
        on.draw(new Line2D.Double(x, y - 60 * scale, headX, headY));
        on.fill(
                new RoundRectangle2D.Double(
                        headX - 20 * scale,
                        headY - 30 * scale,
                        40 * scale,
                        52 * scale,
                        36 * scale,
                        36 * scale));
        on.setPaint(new Color(0x8a929e));
        on.fill(
                new RoundRectangle2D.Double(
                        headX - 15 * scale,
                        headY - 26 * scale,
                        30 * scale,
                        28 * scale,
                        26 * scale,
                        26 * scale));
    }

    private static void lamp(Graphics2D on, double x, double y, double scale) {
        on.setPaint(
                new RadialGradientPaint(
                        (float) x,
                        (float) (y - 100 * scale),
                        (float) (150 * scale),
                        new float[] {0.2f, 1},
                        new Color[] {new Color(255, 230, 170, 110), new Color(255, 230, 170, 0)}));
        on.fill(new Ellipse2D.Double(x - 150 * scale, y - 250 * scale, 300 * scale, 300 * scale));
        on.setPaint(new Color(0xffe3a3));
        on.fill(new Ellipse2D.Double(x - 34 * scale, y - 130 * scale, 68 * scale, 68 * scale));
        on.setPaint(new Color(0x3b2a22));
        on.fill(
                new RoundRectangle2D.Double(
                        x - 6 * scale, y - 64 * scale, 12 * scale, 64 * scale, 6, 6));
        on.fill(
                new RoundRectangle2D.Double(
                        x - 34 * scale, y - 10 * scale, 68 * scale, 14 * scale, 12, 12));
    }
}
