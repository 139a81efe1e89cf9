package com.autoclipr.libav;

import com.autoclipr.media.ColourFacts;
import com.autoclipr.media.Crop;
import com.autoclipr.media.RgbaPicture;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/// Makes upright, premultiplied RGBA pictures of decoded frames of any layout. Owns its converter;
/// for one thread.
final class RgbaMaker implements AutoCloseable {
    private final ColourFacts colour;
    private final PlaneTurn turn;
    private @Nullable PixelConversion conversion;

    RgbaMaker(ColourFacts colour, PlaneTurn turn) {
        this.colour = colour;
        this.turn = turn;
    }

    /// @param seen what of the frame is seen
    RgbaPicture make(AVFrame frame, Crop seen, SampleArrays into, SampleArrays scratch) {
        if (conversion == null || !conversion.fits(frame)) {
            close();
            conversion = new PixelConversion(frame, avutil.AV_PIX_FMT_RGBA, colour);
        }
        int width = seen.width();
        int height = seen.height();
        byte[] stored = copy(conversion.convert(frame), seen, turn.none() ? into : scratch);
        byte[] pixels = turn.none() ? stored : turn.turnPixels(stored, width, height);
        boolean opaque = Premultiplied.inPlace(pixels);
        return new RgbaPicture(
                pixels, turn.width(width, height), turn.height(width, height), opaque);
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
