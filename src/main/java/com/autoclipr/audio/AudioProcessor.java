package com.autoclipr.audio;

import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.AudioEncoder;
import com.autoclipr.media.AudioEncoding;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.AudioSum;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.media.encoded.EncodedAudio;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeMap;
import com.autoclipr.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// Produces the audio track of an export: 48 kHz stereo, exactly as long as the video.
///
/// Sample `s` is at timeline time `cut.start + s / 48000`, computed from the origin. A layer plays
/// from the sample nearest to its start to the one nearest to its end, with its volume applied;
/// layers are summed, and a [Limiter] keeps the sum below full scale. Works in blocks, so memory
/// does not grow with the length; no sample depends on the block size.
public final class AudioProcessor {
    private static final int SAMPLE_RATE_HZ = AudioSource.SAMPLE_RATE_HZ;
    private static final int BLOCK_SAMPLES = 4800;

    private final Project project;
    private final Sources sources;
    private final MediaLibrary media;
    private final int blockSamples;
    private final long totalSamples;
    private Consumer<String> onLayer = _ -> {};

    /// The audio track and the decisions made.
    public record Result(EncodedAudio audio, List<Decision> decisions) {
        public Result {
            decisions = List.copyOf(decisions);
        }
    }

    /// @param frameRate of the output
    public AudioProcessor(
            Project project, Sources sources, MediaLibrary media, FrameRate frameRate) {
        this(project, sources, media, frameRate, BLOCK_SAMPLES);
    }

    AudioProcessor(
            Project project,
            Sources sources,
            MediaLibrary media,
            FrameRate frameRate,
            int blockSamples) {
        this.project = project;
        this.sources = sources;
        this.media = media;
        this.blockSamples = blockSamples;
        long frames = frameRate.framesIn(project.cut().duration());
        this.totalSamples = frameRate.sampleOfFrame(frames, SAMPLE_RATE_HZ);
    }

    /// The length of the track in samples.
    public long totalSamples() {
        return totalSamples;
    }

    /// Sets a listener for the layer whose audio is about to be read: its JSON pointer, or an empty
    /// string after the last one.
    public void onLayer(Consumer<String> listener) {
        onLayer = listener;
    }

    /// Mixes and encodes the whole track.
    ///
    /// @param progress called with the number of samples done so far
    /// @throws com.autoclipr.failure.FailureException MEDIA_UNSUPPORTED with the fact `layer` for
    ///   an audio layer whose file has no audio; failures of opening and encoding
    public Result process(LongConsumer progress) {
        AudioEncoding encoding = new AudioEncoding(project.output().audioBitrateBps());
        Mixer mix = new Mixer(tracks(), blockSamples, onLayer);
        Limiter limiter = new Limiter(SAMPLE_RATE_HZ);
        try (mix;
                AudioEncoder encoder = media.openAudioEncoder(encoding)) {
            LimitedOutput output = new LimitedOutput(limiter, encoder, progress);
            for (long done = 0; done < totalSamples; ) {
                int count = (int) Math.min(blockSamples, totalSamples - done);
                mix.next(count);
                output.write(mix.left(), mix.right(), count);
                done += count;
            }
            output.drain();
            EncodedAudio audio = encoder.finish();
            mix.close();
            return new Result(audio, decisions(mix, limiter));
        }
    }

    private List<Decision> decisions(Mixer mix, Limiter limiter) {
        List<Decision> decisions = new ArrayList<>(mix.decisions());
        if (limiter.limitedSamples() > 0) {
            decisions.add(
                    Decision.of(DecisionKind.MIX_LIMITED)
                            .with(
                                    Fact.REDUCTION_DB,
                                    String.format(
                                            Locale.ROOT, "%.2f", limiter.largestReductionDb()))
                            .with(
                                    Fact.SECONDS,
                                    new Rational(limiter.limitedSamples(), SAMPLE_RATE_HZ)
                                            .toDecimal(3)));
        }
        return decisions;
    }

    private List<Track> tracks() {
        List<Track> tracks = new ArrayList<>();
        for (Layer layer : project.layers()) {
            switch (layer) {
                case VideoLayer video ->
                        track(video, selection(video), video.times(), video.audio().volume())
                                .ifPresent(tracks::add);
                case AudioLayer audio ->
                        track(audio, selection(audio), audio.times(), audio.audio().volume())
                                .ifPresent(tracks::add);
                case ImageLayer _, TextLayer _, ShapeLayer _ -> {}
            }
        }
        return tracks;
    }

    /// The tracks of a file that a layer plays.
    ///
    /// @param heard tracks that are mixed
    /// @param others tracks that the default one was selected from
    private record Selection(SourceFile file, List<AudioFacts> heard, List<AudioFacts> others) {}

    private Selection selection(VideoLayer layer) {
        return selection(layer.src(), layer.audioTrack());
    }

    private Selection selection(AudioLayer layer) {
        Selection selection = selection(layer.src(), layer.audioTrack());
        if (selection.heard().isEmpty()) {
            throw Failure.of(FailureKind.MEDIA_UNSUPPORTED)
                    .with(Fact.FILE, layer.src())
                    .with(Fact.LAYER, layer.pointer())
                    .with(Fact.NEEDED, "audio")
                    .asException();
        }
        return selection;
    }

    private Selection selection(String src, Optional<String> audioTrack) {
        SourceFile file = sources.get(src);
        MediaFacts facts = file.facts();
        return new Selection(
                file,
                facts.audio(audioTrack),
                audioTrack.isPresent() ? List.of() : facts.otherTracks());
    }

    /// The track of a layer; empty if it is never audible.
    private Optional<Track> track(
            Layer layer, Selection selection, TimeMap times, Animated<Double> volume) {
        TimeRange cut = project.cut();
        TimeRange range = layer.range(sources::duration, cut.end());
        long layerStart = sampleAt(range.start());
        long first = Math.max(0, layerStart);
        long end = Math.min(sampleAt(range.end().min(cut.end())), totalSamples);
        VolumeCurve curve = new VolumeCurve(volume);
        if (first >= end || selection.heard().isEmpty() || curve.alwaysSilent()) {
            return Optional.empty();
        }
        Rational timeOfFirst = cut.start().plus(new Rational(first, SAMPLE_RATE_HZ));
        Rational from = times.sourceTime(timeOfFirst.minus(range.start()));
        return Optional.of(
                new Track(
                        layer.pointer(),
                        layer.source().orElseThrow(),
                        new Track.Placement(layerStart, first, end),
                        curve,
                        opening(selection, from)));
    }

    private Track.Opening opening(Selection selection, Rational from) {
        Function<AudioFacts, AudioSource> opener =
                track -> media.openAudio(selection.file().path(), track, from);
        List<AudioFacts> heard = selection.heard();
        if (heard.size() > 1) {
            return new Track.Opening(
                    () -> AudioSum.open(heard, opener, List.of()), Optional.empty());
        }
        AudioFacts only = heard.getFirst();
        Optional<SilentTrack> silence =
                selection.others().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new SilentTrack(only, selection.others(), opener));
        return new Track.Opening(() -> opener.apply(only), silence);
    }

    private long sampleAt(Rational timelineTime) {
        return timelineTime.minus(project.cut().start()).times(SAMPLE_RATE_HZ).round();
    }
}
