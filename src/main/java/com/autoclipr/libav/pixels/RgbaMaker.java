package com.autoclipr.libav.pixels;

import com.autoclipr.libav.colour.ColourTransform;
import com.autoclipr.media.Crop;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.media.picture.RgbaPicture;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/// Converts decoded frames of any pixel format to premultiplied RGBA pictures in display
/// orientation. Owns its converter; not thread-safe.
public final class RgbaMaker implements AutoCloseable {
    /// Maximum pixels of a picture whose colours are converted with more than 8 bits; larger ones
    /// would exceed the memory of a worker.
    private static final long MOST_DEEP_PIXELS = 50_000_000;

    private final ColourFacts colour;
    private final PlaneRotation turn;
    private final Optional<ColourTransform> transform;
    private @Nullable PixelConversion conversion;

    /// @param transform of the source's own colours; with four channels, frames hold inks
    public RgbaMaker(ColourFacts colour, PlaneRotation turn, Optional<ColourTransform> transform) {
        this.colour = colour;
        this.turn = turn;
        this.transform = transform;
    }

    /// @param seen visible part of the frame
    public RgbaPicture make(AVFrame frame, Crop seen, SampleArrays into, SampleArrays scratch) {
        byte[] stored = pixels(frame, seen, turn.none() ? into : scratch);
        int width = seen.width();
        int height = seen.height();
        byte[] pixels = turn.none() ? stored : turn.turnPixels(stored, width, height);
        boolean opaque = Premultiplied.inPlace(pixels);
        return new RgbaPicture(
                pixels, turn.width(width, height), turn.height(width, height), opaque);
    }

    private byte[] pixels(AVFrame frame, Crop seen, SampleArrays into) {
        if (transform.isEmpty()) {
            return copy(converted(frame, avutil.AV_PIX_FMT_RGBA), seen, into);
        }
        byte[] all = coloured(frame, transform.get(), into);
        return seen.whole(frame.width(), frame.height()) ? all : part(all, frame.width(), seen);
    }

    private byte[] coloured(AVFrame frame, ColourTransform colours, SampleArrays into) {
        int count = frame.width() * frame.height();
        byte[] pixels = (byte[]) into.array(0, 4 * count, false);
        if (colours.channels() == 4) {
            return PixelColours.ofInks(frame, colours, pixels);
        }
        boolean deep = PixelLayout.of(frame.format()).bitDepth() > 8 && count <= MOST_DEEP_PIXELS;
        int format = deep ? avutil.AV_PIX_FMT_RGBA64LE : avutil.AV_PIX_FMT_RGBA;
        return PixelColours.of(converted(frame, format), colours, pixels);
    }

    private static byte[] part(byte[] pixels, int width, Crop seen) {
        int rowBytes = seen.width() * 4;
        byte[] part = new byte[rowBytes * seen.height()];
        for (int y = 0; y < seen.height(); y++) {
            int from = ((seen.top() + y) * width + seen.left()) * 4;
            System.arraycopy(pixels, from, part, y * rowBytes, rowBytes);
        }
        return part;
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

    private static byte[] copy(AVFrame rgba, Crop seen, SampleArrays into) {
        int rowBytes = seen.width() * 4;
        byte[] pixels = (byte[]) into.array(0, rowBytes * seen.height(), false);
        BytePointer data = rgba.data(0);
        long start = data.position() + (long) seen.top() * rgba.linesize(0) + seen.left() * 4L;
        for (int y = 0; y < seen.height(); y++) {
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
