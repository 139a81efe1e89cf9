package com.autoclipr.libav;

import com.autoclipr.libav.colour.ColourTransform;
import com.autoclipr.media.ColourFacts;
import com.autoclipr.media.RgbaPicture;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/// Makes upright, premultiplied RGBA pictures of decoded frames of any layout. Owns its converter;
/// for one thread.
final class RgbaMaker implements AutoCloseable {
    /// Pixels of a picture whose colours are converted from more than 8 bits: larger ones would
    /// take more memory than a worker has.
    private static final long MOST_DEEP_PIXELS = 50_000_000;

    private final ColourFacts colour;
    private final PlaneTurn turn;
    private final Optional<ColourTransform> transform;
    private @Nullable PixelConversion conversion;

    /// @param transform of the source's own colours; with four channels, frames hold inks
    RgbaMaker(ColourFacts colour, PlaneTurn turn, Optional<ColourTransform> transform) {
        this.colour = colour;
        this.turn = turn;
        this.transform = transform;
    }

    RgbaPicture make(AVFrame frame, SampleArrays into, SampleArrays scratch) {
        byte[] stored = pixels(frame, turn.none() ? into : scratch);
        int width = frame.width();
        int height = frame.height();
        byte[] pixels = turn.none() ? stored : turn.turnPixels(stored, width, height);
        boolean opaque = Premultiplied.inPlace(pixels);
        return new RgbaPicture(
                pixels, turn.width(width, height), turn.height(width, height), opaque);
    }

    private byte[] pixels(AVFrame frame, SampleArrays into) {
        if (transform.isEmpty()) {
            return copy(converted(frame, avutil.AV_PIX_FMT_RGBA), into);
        }
        int count = frame.width() * frame.height();
        byte[] pixels = (byte[]) into.array(0, 4 * count, false);
        if (transform.get().channels() == 4) {
            return PixelColours.ofInks(frame, transform.get(), pixels);
        }
        boolean deep = PixelLayout.of(frame.format()).bitDepth() > 8 && count <= MOST_DEEP_PIXELS;
        int format = deep ? avutil.AV_PIX_FMT_RGBA64LE : avutil.AV_PIX_FMT_RGBA;
        return PixelColours.of(converted(frame, format), transform.get(), pixels);
    }

    private AVFrame converted(AVFrame frame, int format) {
        PixelConversion kept = conversion;
        if (kept == null || !kept.fits(frame)) {
            close();
            kept = new PixelConversion(frame, format, colour);
            conversion = kept;
        }
        return kept.convert(frame);
    }

    private static byte[] copy(AVFrame rgba, SampleArrays into) {
        int rowBytes = rgba.width() * 4;
        byte[] pixels = (byte[]) into.array(0, rowBytes * rgba.height(), false);
        BytePointer data = rgba.data(0);
        long start = data.position();
        for (int y = 0; y < rgba.height(); y++) {
            data.position(start + (long) y * rgba.linesize(0)).get(pixels, y * rowBytes, rowBytes);
        }
        return pixels;
    }

    @Override
    public void close() {
        if (conversion != null) {
            conversion.close();
            conversion = null;
        }
    }
}
