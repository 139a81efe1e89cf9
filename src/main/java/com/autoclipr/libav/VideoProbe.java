package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;

import com.autoclipr.media.ColourFacts;
import com.autoclipr.media.Crop;
import com.autoclipr.media.Decision;
import com.autoclipr.media.DecisionKind;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
/// @param crop what the container says is to be seen
/// @param decisions what is done with its pixels and their colours, without `file`
record VideoProbe(long first, VideoFacts facts, CropReading crop, List<Decision> decisions) {
    private static final int PICTURES_LOOKED_AT = 4;
    private static final long WIDEST_PIXEL = 16;

    /// ISO/IEC 23008-12, and AVIF.
    private static final Set<String> HEIF_BRANDS =
            Set.of(
                    "mif1", "msf1", "heic", "heix", "heim", "heis", "hevc", "hevx", "hevs", "avif",
                    "avis");

    private static final Set<String> SEQUENCE_BRANDS =
            Set.of("avis", "msf1", "hevc", "hevx", "heis", "hevs");

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
                CropReading crop =
                        CropReading.of(input, stream, first.get().width(), first.get().height());
                OrientationReading turn = orientation(input, stream, first.get());
                Look look = new Look(first.get(), timing, still, crop.crop(), turn.orientation());
                VideoFacts facts =
                        with(
                                facts(input, stream, look),
                                new Placed(Rational.ZERO, Rational.ZERO, clock),
                                2 * woven > seen);
                requireHeld(file, first.get(), still);
                SourceColours.Found colours =
                        SourceColours.of(input, stream, first.get(), facts.colour());
                List<Decision> decisions = new ArrayList<>(colours.decisions());
                decisions.addAll(pictures.decisions());
                turn.inexact().ifPresent(decisions::add);
                aspectIgnored(input, stream, first.get()).ifPresent(decisions::add);
                return Optional.of(
                        new VideoProbe(
                                startTicks(input, stream, first.get().pts()),
                                facts,
                                crop,
                                decisions));
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

    /// What decides about a stream's facts beside its headers.
    ///
    /// @param frame its first picture
    private record Look(
            AVFrame frame,
            FrameTiming timing,
            boolean still,
            Optional<Crop> crop,
            Orientation orientation) {}

    private static OrientationReading orientation(InputFile input, AVStream stream, AVFrame frame) {
        return switch (input.container()) {
            case "png_pipe", "apng", "webp_pipe", "tiff_pipe" ->
                    OrientationReading.exact(Exif.orientation(input.path()));
            default ->
                    OrientationReading.read(
                            frame, stream, input.primary().flatMap(PrimaryPicture::grid));
        };
    }

    private static VideoFacts facts(InputFile input, AVStream stream, Look look) {
        AVFrame frame = look.frame;
        FrameTiming timing = look.timing;
        boolean still = look.still;
        Optional<Crop> crop = look.crop;
        AVFormatContext context = input.context();
        boolean image = isImage(input);
        Rational aspect = aspect(context, stream, frame);
        Orientation orientation = look.orientation;
        DisplaySize size = displaySize(frame, crop, aspect, orientation);
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
                PixelLayout.of(frame.format()).alpha() && !CmykJpeg.is(input, stream),
                still,
                StreamClock.CONTAINER,
                crop,
                Animations.plays(input, stream));
    }

    /// Whether a file is of a kind that holds pictures, still or animated, rather than films.
    static boolean isImage(InputFile input) {
        String container = input.container();
        if (container.startsWith("mov,")) {
            return isHeif(input);
        }
        return container.endsWith("_pipe")
                || container.equals("gif")
                || container.equals("apng")
                || container.equals("ico");
    }

    /// Whether a file is HEIF or AVIF: by its brand, or because it holds nothing but such pictures.
    static boolean isHeif(InputFile input) {
        return input.container().startsWith("mov,")
                && (input.brand().map(HEIF_BRANDS::contains).orElse(false)
                        || input.streams().stream().allMatch(PrimaryPicture::isItem));
    }

    /// Whether a HEIF or AVIF is to be shown as pictures that move, whatever stills it holds.
    static boolean isSequence(InputFile input) {
        return isHeif(input) && input.brand().map(SEQUENCE_BRANDS::contains).orElse(false);
    }

    /// @param crop what of the picture is seen
    /// @param aspect width of a stored pixel divided by its height
    private static DisplaySize displaySize(
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
    static DisplaySize displaySize(
            InputFile input, AVStream stream, AVFrame frame, VideoFacts first) {
        Rational aspect = aspect(input.context(), stream, frame);
        boolean asLarge =
                frame.width() == first.codedWidth() && frame.height() == first.codedHeight();
        if (asLarge && aspect.equals(first.sampleAspectRatio())) {
            return first.displaySize();
        }
        Optional<Crop> crop = asLarge ? first.crop() : Optional.empty();
        return displaySize(frame, crop, aspect, first.orientation());
    }

    /// Square where pixels would be out of all proportion.
    private static Rational aspect(AVFormatContext context, AVStream stream, AVFrame frame) {
        Rational aspect = storedAspect(context, stream, frame);
        return sane(aspect) ? aspect : Rational.ONE;
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

    private static Optional<Decision> aspectIgnored(
            InputFile input, AVStream stream, AVFrame frame) {
        Rational stored = storedAspect(input.context(), stream, frame);
        return sane(stored)
                ? Optional.empty()
                : Optional.of(
                        Decision.of(
                                DecisionKind.PIXEL_ASPECT_IGNORED,
                                "sampleAspectRatio",
                                stored.toString()));
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
                placed.clock(),
                facts.crop(),
                facts.plays());
    }

    int index() {
        return facts.streamIndex();
    }

    /// Seconds of container time of the first picture.
    Rational start() {
        return facts.timeBase().times(first);
    }
}
