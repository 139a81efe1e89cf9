package com.autoclipr.libav.probe;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.audio.DefaultTrack;
import com.autoclipr.libav.audio.SourceTrack;
import com.autoclipr.libav.container.Extra;
import com.autoclipr.libav.container.Extras;
import com.autoclipr.libav.handles.LogCapture;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.PrimaryPicture;
import com.autoclipr.libav.pictures.AlphaAnimation;
import com.autoclipr.libav.pictures.AnimatedWebp;
import com.autoclipr.libav.pictures.OrientationReading;
import com.autoclipr.libav.pixels.PlaneRotation;
import com.autoclipr.libav.timing.ClockReading;
import com.autoclipr.libav.timing.FrameTiming;
import com.autoclipr.libav.timing.PacketScan;
import com.autoclipr.libav.timing.SourceTimes;
import com.autoclipr.libav.timing.StreamSpans;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// Probes a file.
///
/// Source time zero is the earliest start among the streams used: the first picture that can be
/// decoded, or the first sample after priming.
public final class MediaProbe {
    /// Number of pictures that determine the frame rate. In many files audio begins slightly before
    /// the video.
    private static final Rational LEAST_HELD = new Rational(1, 10);

    private static final int MANY_PICTURES = 32;

    /// Time bases up to this precision, or in multiples of a nanosecond, can be combined exactly
    /// with those of any project.
    private static final long FINEST = 1_000_000;

    private static final long NANOSECONDS = 1_000_000_000;

    private final Path file;

    private MediaProbe(Path file) {
        this.file = file;
    }

    public static MediaFacts probe(Path file) {
        return AnimatedWebp.read(file)
                .map(animation -> animation.facts(file))
                .orElseGet(() -> new MediaProbe(file).read());
    }

    private MediaFacts read() {
        long mark = LogCapture.mark();
        try (InputFile input = InputFile.openUnknown(file)) {
            StreamChoice choice = StreamChoice.of(input, StreamSpans.continuations(input));
            Optional<VideoProbe> picture = picture(input, choice);
            Optional<AVStream> pictureStream =
                    picture.map(p -> input.stream(p.facts().streamIndex()));
            DefaultTrack sound = DefaultTrack.of(input, choice.sounds(), pictureStream);
            if (picture.isEmpty() && sound.usual().isEmpty()) {
                boolean pictures = !choice.pictures().isEmpty() || input.primary().isPresent();
                throw unusable(pictures, mark);
            }
            sound.usual().ifPresent(usual -> usual.streams().forEach(this::requireSound));
            List<Decision> decisions = new ArrayList<>(choice.decisions(pictureStream));
            if (pictureStream.isPresent() && input.isImage()) {
                // Its streams are tiles of one image, or other images.
                decisions.removeIf(d -> d.kind() == DecisionKind.STREAM_SELECTED);
                extras(input).decision(file).ifPresent(decisions::add);
            }
            decisions.addAll(sound.decisions());
            picture.ifPresent(p -> decisions.addAll(adaptations(p)));
            picture.flatMap(p -> timestampsMade(p.facts().clock())).ifPresent(decisions::add);
            picture.filter(p -> ClockReading.isAssumed(input, input.stream(p.index())))
                    .ifPresent(p -> decisions.add(clockAssumed(p.facts())));
            picture.flatMap(p -> p.crop().ignored())
                    .map(ignored -> ignored.with(Fact.FILE, file.toString()))
                    .ifPresent(decisions::add);
            if (!whole(input, pictureStream)) {
                decisions.add(damage());
            }
            return facts(input, picture, sound, decisions);
        }
    }

    /// @param undecodable whether there is video, but none that can be decoded
    private FailureException unusable(boolean undecodable, long mark) {
        if (!undecodable) {
            return MediaFailures.of(FailureKind.MEDIA_UNSUPPORTED, file, "no-usable-stream")
                    .asException();
        }
        return LogCapture.refusedSizeSince(mark)
                .map(size -> MediaLimits.exceeded(file, "pixels", MediaLimits.MAX_PIXELS, size))
                .orElseGet(
                        () ->
                                MediaFailures.of(FailureKind.MEDIA_CORRUPT, file, "no-picture")
                                        .asException());
    }

    private void requireSound(AVStream stream) {
        MediaLimits.requireSound(
                file, stream.codecpar().sample_rate(), stream.codecpar().ch_layout().nb_channels());
    }

    /// A stream with an excessive frame rate would have to be decoded for hours to show a second.
    private void requireRate(List<Long> ticks, Rational timeBase) {
        if (ticks.size() < MANY_PICTURES) {
            return;
        }
        Rational seconds = timeBase.times(ticks.getLast() - ticks.getFirst());
        Rational least = Rational.of(ticks.size() - 1, MediaLimits.MAX_FRAMES_PER_SECOND);
        if (seconds.compareTo(least) < 0) {
            String actual =
                    seconds.signum() <= 0
                            ? "> " + MediaLimits.MAX_FRAMES_PER_SECOND
                            : Rational.of(ticks.size() - 1).dividedBy(seconds).toDecimal(0);
            throw MediaLimits.exceeded(
                    file, "frame-rate", MediaLimits.MAX_FRAMES_PER_SECOND, actual);
        }
    }

    /// The first video stream that can be decoded.
    ///
    /// @param input newly opened; its first packets are read
    private Optional<VideoProbe> picture(InputFile input, StreamChoice choice) {
        Optional<PrimaryPicture> primary = input.primary();
        if (primary.isPresent()) {
            FrameTiming none = FrameTiming.of(List.of(), Rational.ONE, Optional.empty());
            StreamClock clock = StreamClock.CONTAINER;
            return VideoProbe.read(file, primary.get().streamIndex(), none, clock, true);
        }
        boolean fresh = true;
        for (AVStream stream : choice.pictures()) {
            PacketScan.FirstPictures first =
                    fresh ? PacketScan.first(input, stream) : firstAfresh(stream.index());
            fresh = false;
            requireRate(first.ticks(), Timestamps.base(stream));
            StreamClock clock = ClockReading.of(stream, first);
            FrameTiming timing =
                    FrameTiming.of(
                            clock.timedByContainer() ? first.ticks() : List.of(),
                            Timestamps.base(stream),
                            headerRate(stream, clock));
            boolean still = first.whole() && first.packets() <= 1;
            Optional<VideoProbe> probe =
                    VideoProbe.read(file, stream.index(), timing, clock, still);
            if (probe.isPresent()) {
                return probe;
            }
            choice.ignore(stream);
        }
        return Optional.empty();
    }

    private PacketScan.FirstPictures firstAfresh(int streamIndex) {
        try (InputFile again = InputFile.open(file)) {
            return PacketScan.first(again, again.stream(streamIndex));
        }
    }

    private static Optional<Rational> headerRate(AVStream stream, StreamClock clock) {
        if (!clock.timedByContainer()) {
            return Optional.of(clock.packetTicks().times(Timestamps.base(stream)).reciprocal());
        }
        return Stream.of(stream.avg_frame_rate(), stream.r_frame_rate())
                .filter(MediaProbe::sane)
                .map(rate -> new Rational(rate.num(), rate.den()))
                .findFirst();
    }

    private static boolean sane(AVRational rate) {
        return rate.num() > 0
                && rate.den() > 0
                && rate.num() / rate.den() <= MediaLimits.MAX_FRAMES_PER_SECOND;
    }

    private MediaFacts facts(
            InputFile input,
            Optional<VideoProbe> usual,
            DefaultTrack sound,
            List<Decision> decisions) {
        List<AVStream> heard = sound.usual().stream().flatMap(SourceTrack::streams).toList();
        List<AVStream> sounds =
                Stream.concat(heard.stream(), sound.tracks().stream().flatMap(SourceTrack::streams))
                        .distinct()
                        .toList();
        EditedStreams edited = EditedStreams.of(input, usual, sounds);
        Optional<VideoProbe> picture = edited.picture().or(() -> usual);
        Rational zero =
                Stream.concat(
                                picture.map(p -> edited.start(p.index(), p.start())).stream(),
                                heard.stream().map(s -> edited.start(input, s)))
                        .min(Rational::compareTo)
                        .orElseThrow();
        boolean image = picture.isPresent() && picture.get().facts().still() && input.isImage();
        SourceTimes times =
                (image
                                ? SourceTimes.NONE
                                : SourceTimes.of(
                                        input, picture.map(VideoProbe::facts), heard, sounds))
                        .edited(edited.lists(), zero);
        decisions.addAll(times.decisions(zero, file));
        decisions.addAll(edited.decisions(zero, file));
        Optional<VideoFacts> video =
                picture.map(
                        p ->
                                p.facts(
                                        new VideoProbe.Placed(
                                                computable(
                                                        edited.start(p.index(), p.start())
                                                                .minus(zero)),
                                                computable(times.length(p.index(), zero)),
                                                times.clock(p.index()))));
        video.flatMap(this::heldAtStart).ifPresent(decisions::add);
        AudioFactsReader soundFacts = new AudioFactsReader(input, zero, times, edited);
        Optional<AudioFacts> audio = sound.usual().map(soundFacts::of);
        Rational duration =
                Stream.concat(
                                video.map(VideoFacts::duration).stream(),
                                audio.map(AudioFacts::duration).stream())
                        .max(Rational::compareTo)
                        .orElse(Rational.ZERO);
        return new MediaFacts(
                input.container(),
                duration,
                video,
                audio,
                decisions,
                soundFacts.of(sound.tracks()));
    }

    /// If audio starts earlier, the first picture is shown from the start.
    private Optional<Decision> heldAtStart(VideoFacts facts) {
        Rational frame = facts.frameRate().framesPerSecond().reciprocal();
        Rational least = frame.times(2).max(LEAST_HELD);
        return facts.still() || facts.firstPicture().compareTo(least) < 0
                ? Optional.empty()
                : Optional.of(
                        Decision.of(DecisionKind.GAP_FILLED)
                                .with(Fact.FILE, file.toString())
                                .with(Fact.STREAM, "video")
                                .with(Fact.AT, "0.000")
                                .with(Fact.SECONDS, facts.firstPicture().toDecimal(3)));
    }

    /// A time base such as 1/2147483647 would make sums with a project's times overflow, so it is
    /// rounded to nanoseconds.
    static Rational computable(Rational seconds) {
        long parts = seconds.denominator();
        if (parts <= FINEST || NANOSECONDS % parts == 0) {
            return seconds;
        }
        return Rational.of(seconds.times(NANOSECONDS).round(), NANOSECONDS);
    }

    /// The content of an image file that is not shown. In an animated HEIF or AVIF, still images
    /// are a preview.
    private static Extras extras(InputFile input) {
        if (input.picture().isPresent()) {
            return input.picture().get().extras();
        }
        if (input.container().equals("ico")) {
            return new Extras(input.streamCount() - 1, Set.of(Extra.THUMBNAIL));
        }
        return input.primary().map(shown -> shown.extras(input)).orElse(Extras.NONE);
    }

    /// Whether the file is complete according to its structure.
    private static boolean whole(InputFile input, Optional<AVStream> picture) {
        return Animations.whole(input)
                && input.primary().filter(shown -> shown.items().damaged()).isEmpty()
                && picture.filter(stream -> AlphaAnimation.isLost(input, stream)).isEmpty();
    }

    private Decision damage() {
        return Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED).with(Fact.FILE, file.toString());
    }

    private List<Decision> adaptations(VideoProbe probe) {
        VideoFacts facts = probe.facts();
        List<Decision> decisions = new ArrayList<>(probe.decisions());
        CropReading.applied(facts.crop()).ifPresent(decisions::add);
        if (!new PlaneRotation(facts.orientation()).none()) {
            decisions.add(OrientationReading.applied(facts.orientation()));
        }
        if (!facts.sampleAspectRatio().equals(Rational.ONE)) {
            decisions.add(
                    Decision.of(DecisionKind.PIXEL_ASPECT_APPLIED)
                            .with(Fact.SAMPLE_ASPECT_RATIO, facts.sampleAspectRatio().toString()));
        }
        if (facts.colour().assumed()) {
            decisions.add(
                    Decision.of(DecisionKind.COLOUR_ASSUMED)
                            .with(Fact.MATRIX, facts.colour().matrix().name()));
        }
        if (facts.colour().hdr()) {
            decisions.add(
                    Decision.of(DecisionKind.TONE_MAPPED)
                            .with(Fact.FROM, facts.colour().transfer().name()));
        }
        if (facts.interlaced()) {
            decisions.add(Decision.of(DecisionKind.DEINTERLACED));
        }
        return decisions.stream().map(d -> d.with(Fact.FILE, file.toString())).toList();
    }

    private Optional<Decision> timestampsMade(StreamClock clock) {
        Optional<String> from =
                switch (clock.source()) {
                    case STORED -> Optional.empty();
                    case DECODING_ORDER -> Optional.of("dts");
                    case COUNTED -> Optional.of("frame-rate");
                };
        return from.map(
                what ->
                        Decision.of(DecisionKind.TIMESTAMPS_GENERATED)
                                .with(Fact.FILE, file.toString())
                                .with(Fact.FROM, what));
    }

    private Decision clockAssumed(VideoFacts facts) {
        return Decision.of(DecisionKind.FRAME_RATE_ASSUMED)
                .with(Fact.FILE, file.toString())
                .with(Fact.FPS, facts.frameRate().toString());
    }
}
