package com.autoclipr.libav.probe;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;

import com.autoclipr.failure.Decision;
import com.autoclipr.libav.container.Exif;
import com.autoclipr.libav.handles.Decoder;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.PrimaryPicture;
import com.autoclipr.libav.pictures.OrientationReading;
import com.autoclipr.libav.pictures.PictureFlow;
import com.autoclipr.libav.pictures.PictureFlows;
import com.autoclipr.libav.pictures.PixelAspect;
import com.autoclipr.libav.pixels.CmykJpeg;
import com.autoclipr.libav.pixels.PixelLayout;
import com.autoclipr.libav.profiles.ColourReading;
import com.autoclipr.libav.profiles.SourceColours;
import com.autoclipr.libav.timing.FrameTiming;
import com.autoclipr.libav.timing.PictureTiming;
import com.autoclipr.libav.timing.StreamStart;
import com.autoclipr.media.Crop;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Probes a video stream by decoding its first pictures.
///
/// @param first timestamp of the first picture in ticks
/// @param facts everything independent of other streams; `firstPicture` and `duration` are zero
/// @param crop of the container
/// @param decisions about pixels and colours, without `file`
record VideoProbe(long first, VideoFacts facts, CropReading crop, List<Decision> decisions) {
    private static final int PICTURES_LOOKED_AT = 4;

    /// Nominal frame rate of a still image.
    private static final FrameRate STILL_RATE = FrameRate.of(25, 1);

    /// @param timing frame rate
    /// @param clock of the stream, as far as its first packets tell
    /// @param still whether it is a still image
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
                    PictureFlows.fromStart(
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
                PixelAspect.ignored(input, stream, first.get()).ifPresent(decisions::add);
                return Optional.of(
                        new VideoProbe(
                                StreamStart.ofPictures(input, stream, first.get().pts()),
                                facts,
                                crop,
                                decisions));
            }
        }
    }

    /// The picture is within the memory limit.
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

    /// Inputs for the facts of a stream, besides its headers.
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
        boolean image = input.isImage();
        Rational aspect = PixelAspect.of(context, stream, frame);
        Orientation orientation = look.orientation;
        DisplaySize size = PixelAspect.displaySize(frame, crop, aspect, orientation);
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
                Timestamps.base(stream),
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

    /// The part that depends on the whole file and other streams.
    ///
    /// @param firstPicture source time of the first picture
    /// @param duration source time of the end of the last picture
    /// @param clock how timestamps are derived
    record Placed(Rational firstPicture, Rational duration, StreamClock clock) {}

    /// These facts with their timing.
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

    /// Container time of the first picture in seconds.
    Rational start() {
        return facts.timeBase().times(first);
    }
}
