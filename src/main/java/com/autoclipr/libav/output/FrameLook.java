package com.autoclipr.libav.output;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/// Properties of decoded frames: number, size, colour tags, keyframes.
final class FrameLook {
    private static final int MOST_ERRORS = 100;

    private final List<String> errors = new ArrayList<>();
    private final List<Long> keyFrames = new ArrayList<>();
    private String colourTags = "";
    private int width;
    private int height;
    private long frames;

    void take(AVFrame frame) {
        String tags =
                tags(
                        frame.color_primaries(),
                        frame.color_trc(),
                        frame.colorspace(),
                        frame.color_range());
        if (frames == 0) {
            width = frame.width();
            height = frame.height();
            colourTags = tags;
        }
        if (frame.width() != width || frame.height() != height) {
            complain("frame " + frames + " is " + frame.width() + "×" + frame.height());
        }
        if (!tags.equals(colourTags)) {
            complain("the colours of frame " + frames + " are " + tags);
        }
        if ((frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0) {
            keyFrames.add(frames);
        }
        frames++;
    }

    /// Primaries, transfer, matrix and range by their code points of ITU-T H.273, in FFmpeg's
    /// names.
    static String tags(int primaries, int transfer, int matrix, int range) {
        return text(avutil.av_color_primaries_name(primaries))
                + "/"
                + text(avutil.av_color_transfer_name(transfer))
                + "/"
                + text(avutil.av_color_space_name(matrix))
                + "/"
                + text(avutil.av_color_range_name(range));
    }

    private static String text(BytePointer name) {
        return name == null || name.isNull() ? "?" : name.getString();
    }

    private void complain(String what) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(what);
        }
    }

    /// Differences from the first frame.
    List<String> errors() {
        return errors;
    }

    long frames() {
        return frames;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// In presentation order.
    List<Long> keyFrames() {
        return keyFrames;
    }

    /// Of the first frame.
    String colourTags() {
        return colourTags;
    }
}
