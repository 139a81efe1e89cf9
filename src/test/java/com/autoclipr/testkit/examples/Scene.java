package com.autoclipr.testkit.examples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;

/// A picture that changes with time.
@FunctionalInterface
interface Scene {
    /// Paints the scene at `seconds` on a surface of `width` × `height` pixels, over everything.
    void paint(Graphics2D on, int width, int height, double seconds);

    /// Writes frames as B, G, R bytes.
    default void write(OutputStream out, int width, int height, double fps, int frames)
            throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int frame = 0; frame < frames; frame++) {
            Graphics2D on = smooth(image);
            paint(on, width, height, frame / fps);
            on.dispose();
            out.write(pixels);
        }
    }

    /// A surface with smooth edges.
    static Graphics2D smooth(BufferedImage image) {
        Graphics2D on = image.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        on.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        return on;
    }

    /// A colour between two others.
    static Color between(Color from, Color to, double amount) {
        double part = Math.clamp(amount, 0.0, 1.0);
        return new Color(
                (int) Math.round(from.getRed() + (to.getRed() - from.getRed()) * part),
                (int) Math.round(from.getGreen() + (to.getGreen() - from.getGreen()) * part),
                (int) Math.round(from.getBlue() + (to.getBlue() - from.getBlue()) * part));
    }
}
