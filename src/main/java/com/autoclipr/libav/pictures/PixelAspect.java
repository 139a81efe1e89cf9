package com.autoclipr.libav.pictures;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.media.Crop;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.Rational;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// The sample aspect ratio of a picture, and the resulting display size.
public final class PixelAspect {
    private static final long WIDEST_PIXEL = 16;

    private PixelAspect() {}

    /// Width of a stored pixel divided by its height; 1 if it is implausible.
    public static Rational of(AVFormatContext context, AVStream stream, AVFrame frame) {
        Rational aspect = storedAspect(context, stream, frame);
        return sane(aspect) ? aspect : Rational.ONE;
    }

    /// The ignored aspect ratio, if there is one.
    public static Optional<Decision> ignored(InputFile input, AVStream stream, AVFrame frame) {
        Rational stored = storedAspect(input.context(), stream, frame);
        return sane(stored)
                ? Optional.empty()
                : Optional.of(
                        Decision.of(DecisionKind.PIXEL_ASPECT_IGNORED)
                                .with(Fact.SAMPLE_ASPECT_RATIO, stored.toString()));
    }

    /// The display size of a picture in square pixels.
    ///
    /// @param crop visible part of the picture
    /// @param aspect width of a stored pixel divided by its height
    public static DisplaySize displaySize(
            AVFrame frame, Optional<Crop> crop, Rational aspect, Orientation orientation) {
        int seenWidth = crop.map(Crop::width).orElse(frame.width());
        int height = crop.map(Crop::height).orElse(frame.height());
        int width = Math.toIntExact(Math.max(1, aspect.times(seenWidth).round()));
        return orientation.swapsSides()
                ? new DisplaySize(height, width)
                : new DisplaySize(width, height);
    }

    /// The size of a later picture of a stream.
    ///
    /// @param first facts of its first one
    public static DisplaySize displaySize(
            InputFile input, AVStream stream, AVFrame frame, VideoFacts first) {
        Rational aspect = of(input.context(), stream, frame);
        boolean asLarge =
                frame.width() == first.codedWidth() && frame.height() == first.codedHeight();
        if (asLarge && aspect.equals(first.sampleAspectRatio())) {
            return first.displaySize();
        }
        Optional<Crop> crop = asLarge ? first.crop() : Optional.empty();
        return displaySize(frame, crop, aspect, first.orientation());
    }

    private static Rational storedAspect(AVFormatContext context, AVStream stream, AVFrame frame) {
        AVRational ratio = av_guess_sample_aspect_ratio(context, stream, frame);
        return ratio.num() <= 0 || ratio.den() <= 0
                ? Rational.ONE
                : new Rational(ratio.num(), ratio.den());
    }

    private static boolean sane(Rational aspect) {
        Rational widest = Rational.of(WIDEST_PIXEL);
        return aspect.compareTo(widest) <= 0 && aspect.compareTo(widest.reciprocal()) >= 0;
    }
}
