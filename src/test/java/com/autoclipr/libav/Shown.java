package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is seen of a file at a time, as R, G, B and A from 0 to 255, not premultiplied.
///
/// @param decisions of the look at the file, then of its decoder
public record Shown(
        MediaFacts media, int width, int height, int[][] pixels, List<Decision> decisions) {
    private static final MediaLibrary MEDIA = new LibavMedia();

    public static Shown of(Path file) {
        return of(file, Rational.ZERO);
    }

    public static Shown of(Path file, Rational time) {
        MediaFacts media = MEDIA.probe(file);
        List<Decision> decisions = new ArrayList<>(media.decisions());
        try (PictureSource source = MEDIA.openPictures(file, media.video().orElseThrow())) {
            Picture picture = source.at(time);
            int[][] pixels = new int[picture.width() * picture.height()][];
            for (int i = 0; i < pixels.length; i++) {
                int x = i % picture.width();
                int y = i / picture.width();
                pixels[i] =
                        switch (picture) {
                            case RgbaPicture rgba -> pixel(rgba.pixels(), 4 * i);
                            case YuvPicture yuv -> pixel(yuv, x, y);
                        };
            }
            decisions.addAll(source.decisions());
            return new Shown(media, picture.width(), picture.height(), pixels, decisions);
        }
    }

    public VideoFacts facts() {
        return media.video().orElseThrow();
    }

    public int[] at(int x, int y) {
        return pixels[y * width + x];
    }

    public void assertColour(int red, int green, int blue, int x, int y, int tolerance) {
        int[] seen = at(x, y);
        String where = x + ", " + y + ": " + java.util.Arrays.toString(seen);
        assertEquals(red, seen[0], tolerance, where);
        assertEquals(green, seen[1], tolerance, where);
        assertEquals(blue, seen[2], tolerance, where);
    }

    public boolean decided(DecisionKind kind) {
        return decisions.stream().anyMatch(decision -> decision.kind() == kind);
    }

    /// A fact of the decision of this kind; empty without one.
    public String fact(DecisionKind kind, Fact fact) {
        return decisions.stream()
                .filter(decision -> decision.kind() == kind)
                .map(decision -> decision.facts().getOrDefault(fact, ""))
                .findFirst()
                .orElse("");
    }

    private static int[] pixel(byte[] rgba, int at) {
        int alpha = rgba[at + 3] & 0xff;
        int[] pixel = {0, 0, 0, alpha};
        for (int c = 0; c < 3 && alpha > 0; c++) {
            pixel[c] = Math.min(255, Math.round((rgba[at + c] & 0xff) * 255f / alpha));
        }
        return pixel;
    }

    private static int[] pixel(YuvPicture yuv, int x, int y) {
        int column = nearest(x, yuv.chromaOffsetX(), yuv.chromaStepX(), yuv.cb().width());
        int row = nearest(y, yuv.chromaOffsetY(), yuv.chromaStepY(), yuv.cb().height());
        double luma = sample(yuv.luma(), x, y);
        double cb = sample(yuv.cb(), column, row) - 128;
        double cr = sample(yuv.cr(), column, row) - 128;
        if (!yuv.fullRange()) {
            luma = (luma - 16) * 255 / 219;
            cb = cb * 255 / 224;
            cr = cr * 255 / 224;
        }
        double kr = yuv.matrix() == ColourFacts.Matrix.BT601 ? 0.299 : 0.2126;
        double kb = yuv.matrix() == ColourFacts.Matrix.BT601 ? 0.114 : 0.0722;
        double red = luma + 2 * (1 - kr) * cr;
        double blue = luma + 2 * (1 - kb) * cb;
        double green = (luma - kr * red - kb * blue) / (1 - kr - kb);
        return new int[] {clamp(red), clamp(green), clamp(blue), 255};
    }

    private static int nearest(int luma, double offset, int step, int count) {
        return Math.clamp(Math.round((luma - offset) / step), 0, count - 1);
    }

    private static double sample(Plane plane, int x, int y) {
        int at = y * plane.stride() + x;
        int value =
                plane.samples() instanceof byte[] bytes
                        ? bytes[at] & 0xff
                        : ((short[]) plane.samples())[at] & 0xffff;
        return value / (double) (1 << (plane.bitDepth() - 8));
    }

    private static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
