package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;

import com.autoclipr.media.ColourFacts;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// Reads what a picture stream is, by decoding its first pictures.
///
/// @param first time of the first picture, in ticks of the stream's time base
/// @param facts all that does not depend on other streams: `firstPicture` and `duration` are zero
record VideoProbe(long first, VideoFacts facts) {
    private static final int PICTURES_LOOKED_AT = 4;
    private static final long WIDEST_PIXEL = 16;

    /// ISO/IEC 23008-12, and AVIF.
    private static final Set<String> HEIF_BRANDS =
            Set.of("mif1", "msf1", "heic", "heix", "heim", "heis", "hevc", "hevx", "avif", "avis");

    /// A still picture has no rate; whoever asks for one all the same gets this.
    private static final FrameRate STILL_RATE = FrameRate.of(25, 1);

    /// @param timing how often pictures change
    /// @param clock of the stream, as far as its first packets tell
    /// @param still whether there is one picture only
    /// @return empty if no picture can be decoded
    static Optional<VideoProbe> read(
            Path file, int streamIndex, FrameTiming timing, StreamClock clock, boolean still) {
        try (InputFile input = InputFile.open(file, clock);
                FrameHandle first = new FrameHandle();
                FrameHandle later = new FrameHandle()) {
            AVStream stream = input.stream(streamIndex);
            MediaLimits.requireSize(
                    file, stream.codecpar().width(), stream.codecpar().height(), !still);
            try (PictureFlow pictures =
                    PictureFlow.fromStart(
                            input,
                            stream,
                            new PictureTiming(timing.rate().framesPerSecond(), clock))) {
                if (!pictures.next(first)) {
                    return Optional.empty();
                }
                int woven = interlaced(first.get());
                int seen = 1;
                while (!still && seen < PICTURES_LOOKED_AT && pictures.next(later)) {
                    woven += interlaced(later.get());
                    seen++;
                }
                VideoFacts facts =
                        with(
                                facts(input, stream, first.get(), timing, still),
                                new Placed(Rational.ZERO, Rational.ZERO, clock),
                                2 * woven > seen);
                requireHeld(file, first.get(), still);
                return Optional.of(
                        new VideoProbe(startTicks(input, stream, first.get().pts()), facts));
            }
        }
    }

    /// When a stream's pictures begin, in ticks. An edit list may begin after pictures that FFmpeg
    /// shows although only decoding needs them; its stream start is the edit's.
    ///
    /// @param firstDecoded time of the first picture that is decoded from the start
    static long startTicks(InputFile input, AVStream stream, long firstDecoded) {
        boolean edited =
                input.container().startsWith("mov,") && InputFile.known(stream.start_time());
        return edited ? Math.max(firstDecoded, stream.start_time()) : firstDecoded;
    }

    /// The picture is small enough to be held as it is drawn from.
    private static void requireHeld(Path file, AVFrame frame, boolean still) {
        MediaLimits.requireSize(file, frame.width(), frame.height(), !still);
        long pixels = (long) frame.width() * frame.height();
        MediaLimits.require(
                file,
                "picture-bytes",
                MediaLimits.MAX_PICTURE_BYTES,
                PixelLayout.of(frame.format()).heldBytes(pixels));
    }

    private static int interlaced(AVFrame frame) {
        return (frame.flags() & AV_FRAME_FLAG_INTERLACED) != 0 ? 1 : 0;
    }

    private static VideoFacts facts(
            InputFile input, AVStream stream, AVFrame frame, FrameTiming timing, boolean still) {
        AVFormatContext context = input.context();
        boolean image = isImage(input);
        Rational aspect = aspect(context, stream, frame);
        Orientation orientation =
                switch (input.container()) {
                    case "png_pipe", "apng", "webp_pipe" -> Exif.orientation(input.path());
                    default -> OrientationReading.read(frame, stream, TileGrid.of(input));
                };
        DisplaySize size = displaySize(frame, aspect, orientation);
        ColourFacts colour = ColourReading.read(frame, stream.codecpar(), image);
        return new VideoFacts(
                stream.index(),
                Decoder.find(stream).orElseThrow().name().getString(),
                frame.width(),
                frame.height(),
                orientation,
                aspect,
                size.width(),
                size.height(),
                still ? STILL_RATE : timing.rate(),
                still || timing.constant(),
                InputFile.timeBase(stream),
                Rational.ZERO,
                Rational.ZERO,
                colour,
                false,
                PixelLayout.of(frame.format()).alpha(),
                still,
                StreamClock.CONTAINER);
    }

    /// Whether a file is of a kind that holds pictures, still or animated, rather than films.
    static boolean isImage(InputFile input) {
        String container = input.container();
        if (container.startsWith("mov,")) {
            return input.brand().map(HEIF_BRANDS::contains).orElse(false);
        }
        return container.endsWith("_pipe") || container.equals("gif") || container.equals("apng");
    }

    /// @param aspect width of a stored pixel divided by its height
    private static DisplaySize displaySize(
            AVFrame frame, Rational aspect, Orientation orientation) {
        int width = Math.toIntExact(Math.max(1, aspect.times(frame.width()).round()));
        return orientation.swapsSides()
                ? new DisplaySize(frame.height(), width)
                : new DisplaySize(width, frame.height());
    }

    /// The size of a later picture of a stream.
    ///
    /// @param first facts of its first one
    static DisplaySize displaySize(
            InputFile input, AVStream stream, AVFrame frame, VideoFacts first) {
        Rational aspect = aspect(input.context(), stream, frame);
        boolean same =
                frame.width() == first.codedWidth()
                        && frame.height() == first.codedHeight()
                        && aspect.equals(first.sampleAspectRatio());
        return same ? first.displaySize() : displaySize(frame, aspect, first.orientation());
    }

    private static Rational aspect(AVFormatContext context, AVStream stream, AVFrame frame) {
        AVRational ratio = av_guess_sample_aspect_ratio(context, stream, frame);
        if (ratio.num() <= 0 || ratio.den() <= 0) {
            return Rational.ONE;
        }
        Rational aspect = new Rational(ratio.num(), ratio.den());
        Rational widest = Rational.of(WIDEST_PIXEL);
        boolean sane = aspect.compareTo(widest) <= 0 && aspect.compareTo(widest.reciprocal()) >= 0;
        return sane ? aspect : Rational.ONE;
    }

    /// What depends on the whole file and its other streams.
    ///
    /// @param firstPicture source time of the first picture
    /// @param duration source time of the end of the last picture
    /// @param clock what times are made from
    record Placed(Rational firstPicture, Rational duration, StreamClock clock) {}

    /// These facts, placed.
    VideoFacts facts(Placed placed) {
        return with(facts, placed, facts.interlaced());
    }

    private static VideoFacts with(VideoFacts facts, Placed placed, boolean interlaced) {
        return new VideoFacts(
                facts.streamIndex(),
                facts.codec(),
                facts.codedWidth(),
                facts.codedHeight(),
                facts.orientation(),
                facts.sampleAspectRatio(),
                facts.displayWidth(),
                facts.displayHeight(),
                facts.frameRate(),
                facts.constantFrameRate(),
                facts.timeBase(),
                placed.firstPicture(),
                placed.duration(),
                facts.colour(),
                interlaced,
                facts.alpha(),
                facts.still(),
                placed.clock());
    }

    int index() {
        return facts.streamIndex();
    }

    /// Seconds of container time of the first picture.
    Rational start() {
        return facts.timeBase().times(first);
    }
}
