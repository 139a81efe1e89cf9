package com.autoclipr.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Fit;
import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.testkit.Pictures;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.testkit.media.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Flat patches of known colour, of every matrix, range and depth, come out as BT.709 limited.
class ColourPatchTest {
    private static final double[][] COLOURS = {
        {0, 0, 0},
        {1, 1, 1},
        {0.5, 0.5, 0.5},
        {0.75, 0, 0},
        {0, 0.75, 0},
        {0, 0, 0.75},
        {0.75, 0.75, 0},
        {0.2, 0.6, 0.4},
    };

    static List<Pictures.Format> formats() {
        List<Pictures.Format> formats = new ArrayList<>();
        for (Matrix matrix : new Matrix[] {Matrix.BT601, Matrix.BT709, Matrix.BT2020}) {
            for (boolean fullRange : new boolean[] {false, true}) {
                for (int bitDepth : new int[] {8, 10, 16}) {
                    formats.add(new Pictures.Format(matrix, fullRange, bitDepth));
                }
            }
        }
        return formats;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void videoKeepsColour(Pictures.Format format) {
        for (double[] colour : COLOURS) {
            PaintedMedia media = new PaintedMedia();
            media.withStill("p", Pictures.yuv(32, 32, format, (_, _) -> colour));
            Scene scene = new Scene(64, 64).video("p", Fit.COVER);
            assertColour(colour, 1, Frames.render(scene.project(), media, 64, 64));
        }
    }

    /// The way through Skia, which turned pictures take: rounded three times (source, R′G′B′,
    /// output), and R′G′B′ is clamped.
    @ParameterizedTest
    @MethodSource("formats")
    void turnedVideoKeepsColour(Pictures.Format format) {
        for (double[] colour : COLOURS) {
            PaintedMedia media = new PaintedMedia();
            media.withStill("p", Pictures.yuv(32, 32, format, (_, _) -> colour));
            Scene scene = new Scene(64, 64);
            scene.add(scene.video("p", Fit.COVER, Scene.turned(scene.centred(), 90)));
            assertColour(colour, 1.5, Frames.render(scene.project(), media, 64, 64));
        }
    }

    @Test
    void drawnColoursKeepWithinOneCode() {
        for (double[] colour : COLOURS) {
            Scene scene = new Scene(64, 64).background(rgb(colour));
            assertColour(colour, 0.6, Frames.render(scene.project(), new PaintedMedia(), 64, 64));
            PaintedMedia media = new PaintedMedia();
            media.withStill(
                    "p",
                    Pictures.rgba(
                            32, 32, (_, _) -> new double[] {colour[0], colour[1], colour[2], 1}));
            Scene image = new Scene(64, 64).video("p", Fit.COVER);
            assertColour(colour, 1, Frames.render(image.project(), media, 64, 64));
        }
    }

    @Test
    void framesComeBackAsTheirColourInPng() {
        for (double[] colour : COLOURS) {
            Scene scene = new Scene(64, 64).background(rgb(colour));
            RgbaPicture back =
                    FramePng.toRgb(Frames.render(scene.project(), new PaintedMedia(), 64, 64));
            for (int channel = 0; channel < 3; channel++) {
                assertEquals(255 * colour[channel], back.pixels()[channel] & 255, 2);
            }
        }
    }

    private static Colour rgb(double[] colour) {
        return new Colour(
                (int) Math.round(255 * colour[0]),
                (int) Math.round(255 * colour[1]),
                (int) Math.round(255 * colour[2]),
                255);
    }

    /// In the middle of the frame, away from edges.
    private static void assertColour(double[] colour, double tolerance, OutputFrame frame) {
        double luma = 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
        double blue = (colour[2] - luma) / 1.8556;
        double red = (colour[0] - luma) / 1.5748;
        int at = frame.height() / 2 * frame.width() + frame.width() / 2;
        int chromaAt = frame.height() / 4 * (frame.width() / 2) + frame.width() / 4;
        String name = java.util.Arrays.toString(colour);
        assertEquals(16 + 219 * luma, frame.luma()[at] & 255, tolerance, name + " luma");
        assertEquals(128 + 224 * blue, frame.cb()[chromaAt] & 255, tolerance, name + " Cb");
        assertEquals(128 + 224 * red, frame.cr()[chromaAt] & 255, tolerance, name + " Cr");
    }
}
