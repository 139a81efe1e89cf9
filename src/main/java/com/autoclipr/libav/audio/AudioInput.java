package com.autoclipr.libav.audio;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.EditList;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// [AudioSource] by libavcodec and libswresample. Owns its stream and converter.
///
/// Decoded sound comes in runs. A run is put on the output's sample clock once, by the timestamp of
/// its first frame; after that samples are counted, because timestamps are rounded (to milliseconds
/// in Matroska and FLV) and tremble in many recordings. Where they drift away slowly, the run is
/// stretched after them. A new run begins where they leave the count at once and for good (a gap,
/// which is silent, or an overlap, whose second part is dropped) and where the format changes. At a
/// joint a part that ends in silence makes room for the beginning of the next one.
final class AudioInput implements AudioSource {
    private static final Rational TOLERANCE = new Rational(2, 1000);

    /// Timestamps that jitter by more than this are believed.
    private static final Rational MOST_TREMBLING = new Rational(1, 20);

    /// Shorter gaps and overlaps are not reported.
    private static final Rational NOTICED = new Rational(1, 100);

    /// Of gaps and overlaps: a file that is damaged throughout has thousands.
    private static final int MOST_JUMPS = 20;

    private static final Rational OUTPUT_RATE = Rational.of(SAMPLE_RATE_HZ);

    /// Samples to decode ahead where parts were joined: by so much sound may overlap there
    /// ([Joints]), and which part is heard then depends on both.
    private static final int JOINT_AHEAD = SAMPLE_RATE_HZ / 4;

    /// What an encoder puts before the sound, of which its codec lets a little through.
    private static final float PRIMING_LEVEL = 0.05f;

    /// By so much pictures are delayed that are not stored in the order in which they are shown.
    private static final Rational MOST_DELAY = new Rational(1, 10);

    private final String file;
    private final Optional<ChannelPlaces> places;
    private final AudioStream stream;
    private final AudioFrames frames;
    private final Rational firstSample;
    private final long firstSampleOut;
    private final AudioBlocks blocks = new AudioBlocks();
    private final int ahead;
    private final Set<Decision> decisions = new LinkedHashSet<>();
    private @Nullable AudioRun run;
    private Rational lastLate = Rational.ZERO;
    private Rational lastTime = Rational.ZERO;
    private int trusted;
    private int jumpsNoted;
    private @Nullable Decision lastJump;
    private long partsPerMillion;
    private final long firstPosition;
    private long position;
    private boolean sourceEnded;

    /// Whether all that there was so far is the encoder's priming, which the file does not
    /// announce.
    private boolean onlyPriming;

    /// @param places where its channels stand, if it is a part of a sound
    /// @param firstSample source time of the stream's first sample, or media time where it has
    ///   edits
    /// @param from likewise
    private AudioInput(
            Path path,
            AudioFacts facts,
            Optional<ChannelPlaces> places,
            Rational firstSample,
            Rational from) {
        this.file = path.toString();
        this.places = places;
        this.firstPosition = from.times(OUTPUT_RATE).round();
        this.position = firstPosition;
        this.firstSample = firstSample;
        this.firstSampleOut = firstSample.times(OUTPUT_RATE).round();
        this.stream = AudioStream.open(path, facts, from.minus(firstSample));
        this.frames = new AudioFrames(stream);
        this.ahead = facts.clock().shifts().isEmpty() ? 0 : JOINT_AHEAD;
    }

    /// @param facts of one stream
    /// @param places where its channels stand, if it is a part of a sound
    static AudioSource open(
            Path path, AudioFacts facts, Optional<ChannelPlaces> places, Rational from) {
        if (facts.clock().edits().isEmpty()) {
            return new AudioInput(path, facts, places, facts.start(), from);
        }
        EditList edits = facts.clock().edits().get();
        return new EditedAudio(
                edits,
                media -> new AudioInput(path, facts, places, edits.firstMedia(), media),
                from);
    }

    @Override
    public void read(float[] left, float[] right, int count) {
        int filled = 0;
        while (filled < count) {
            if (!hasMore()) {
                Arrays.fill(left, filled, count, 0);
                Arrays.fill(right, filled, count, 0);
                position += count - filled;
                return;
            }
            int part = blocks.read(position, left, right, filled, count - filled);
            filled += part;
            position += part;
        }
    }

    @Override
    public boolean ended() {
        return !hasMore();
    }

    @Override
    public List<Decision> decisions() {
        List<Decision> all = new ArrayList<>(decisions);
        if (jumpsNoted > MOST_JUMPS && lastJump != null) {
            all.remove(lastJump);
            all.add(lastJump.with("more", Integer.toString(jumpsNoted - MOST_JUMPS)));
        }
        if (stream.damaged()) {
            all.add(
                    Decision.of(
                            DecisionKind.CORRUPT_DATA_SKIPPED, "file", file, "stream", "audio"));
        }
        long stretched = run != null && run.follows() ? run.partsPerMillion() : partsPerMillion;
        if (stretched != 0) {
            all.add(
                    Decision.of(
                            DecisionKind.AUDIO_DRIFT_COMPENSATED,
                            "file",
                            file,
                            "partsPerMillion",
                            Long.toString(stretched)));
        }
        return all;
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
            run = null;
        }
        frames.close();
    }

    /// Whether there is sound at the position or after it.
    private boolean hasMore() {
        while (!sourceEnded && (!blocks.hasMore(position) || blocks.end() - ahead <= position)) {
            decode();
        }
        return blocks.hasMore(position);
    }

    private void decode() {
        MediaFailures.withExactTimes(Path.of(file), this::decodeNext);
    }

    private Boolean decodeNext() {
        if (!frames.next()) {
            endRun();
            sourceEnded = true;
            return false;
        }
        AVFrame frame = frames.frame();
        if (frame.nb_samples() <= 0) {
            return true;
        }
        MediaLimits.require(
                Path.of(file), "samples", MediaLimits.MAX_FRAME_SAMPLES, frame.nb_samples());
        AudioRun now = run;
        if (now == null || !now.fits(frame)) {
            Rational counted = countedTime();
            Rational start = frames.time().orElse(counted);
            endRun();
            if (now != null) {
                noteJump(start, start.minus(counted));
            }
            startRun(frame, start);
            return true;
        }
        Rational jump = jump(now);
        if (jump.signum() == 0) {
            onlyPriming = false;
            add(now.convert(frame, 0), now);
            return true;
        }
        Rational start = now.counted().plus(jump);
        endRun();
        noteJump(start, jump);
        startRun(frame, start);
        return true;
    }

    /// Where the next frame starts if it has no timestamp.
    private Rational countedTime() {
        return run == null ? Rational.ZERO : run.counted();
    }

    /// By how many seconds the current frame and those after it have left the count; zero if the
    /// run goes on.
    private Rational jump(AudioRun now) {
        if (frames.time().isEmpty()) {
            return Rational.ZERO;
        }
        Rational time = frames.time().get();
        Rational counted = now.counted();
        Rational late = time.minus(counted);
        Rational step = late.minus(lastLate);
        Rational sinceLast = time.minus(lastTime).max(Rational.ZERO);
        lastLate = late;
        lastTime = time;
        Rational limit = TOLERANCE.plus(stream.timeBase().times(2));
        if (now.follows()) {
            now.follow(late.max(limit.negate()).min(limit), sinceLast);
        }
        if (trusted > 0) {
            trusted--;
            return Rational.ZERO;
        }
        return size(late).compareTo(limit) > 0
                ? judged(now, new Lateness(late, step, limit, sinceLast))
                : Rational.ZERO;
    }

    /// A timestamp that is off.
    ///
    /// @param late seconds by which it is later than counted
    /// @param step how much later than the one before
    /// @param limit of what counts as on time
    /// @param sinceLast seconds since the one before
    private record Lateness(Rational late, Rational step, Rational limit, Rational sinceLast) {}

    private Rational judged(AudioRun now, Lateness first) {
        List<Rational> ahead = frames.latenessAhead(now.counted());
        if (size(first.late).compareTo(MOST_TREMBLING) <= 0) {
            for (int i = 0; i < ahead.size(); i++) {
                boolean opposite = ahead.get(i).signum() * first.late.signum() < 0;
                if (opposite || size(ahead.get(i)).compareTo(first.limit) <= 0) {
                    trusted = i;
                    return Rational.ZERO;
                }
            }
        }
        boolean atOnce = size(first.step.times(2)).compareTo(first.limit) > 0;
        boolean lost = size(first.late).compareTo(MOST_TREMBLING) > 0;
        if (atOnce || lost) {
            // Where more gaps follow, the first one alone is this frame's.
            Rational usual = median(first.late, ahead);
            return size(usual).compareTo(size(first.late)) < 0 ? usual : first.late;
        }
        if (!now.follows()) {
            now.follow(first.late, first.sinceLast);
        }
        return Rational.ZERO;
    }

    private static Rational median(Rational first, List<Rational> ahead) {
        List<Rational> all = new ArrayList<>(ahead);
        all.add(first);
        all.sort(null);
        return all.get(all.size() / 2);
    }

    private static Rational size(Rational seconds) {
        return seconds.max(seconds.negate());
    }

    /// @param start seconds from the stream's first sample to what follows
    private void noteJump(Rational start, Rational jump) {
        Rational at = start.minus(jump.max(Rational.ZERO)).plus(firstSample);
        // Of an overlap the end of what was heard counts: reading has just come there.
        Rational end = start.minus(jump.min(Rational.ZERO)).plus(firstSample);
        boolean heard =
                end.times(OUTPUT_RATE).round() > (jump.signum() > 0 ? position : firstPosition);
        boolean delayed = onlyPriming && jump.signum() > 0 && jump.compareTo(MOST_DELAY) <= 0;
        if (!heard || delayed || size(jump).compareTo(NOTICED) < 0) {
            return;
        }
        jumpsNoted++;
        if (jumpsNoted > MOST_JUMPS) {
            return;
        }
        Decision met =
                jump.signum() > 0
                        ? Decision.of(DecisionKind.GAP_FILLED, "stream", "audio")
                        : Decision.of(DecisionKind.AUDIO_OVERLAPPED);
        lastJump =
                met.with("file", file)
                        .with("at", at.toDecimal(3))
                        .with("seconds", size(jump).toDecimal(3));
        decisions.add(lastJump);
    }

    /// @param start seconds after the stream's first sample
    private void startRun(AVFrame frame, Rational start) {
        MediaLimits.requireSound(
                Path.of(file), frame.sample_rate(), frame.ch_layout().nb_channels());
        StereoMatrix matrix =
                places.map(known -> known.matrix(frame.ch_layout()))
                        .orElseGet(() -> StereoMatrix.of(frame.ch_layout()));
        StereoConverter converter = new StereoConverter(frame, matrix, file);
        noteConversion(converter);
        if (converter.channels() != 2 && places.isEmpty()) {
            decisions.addAll(matrix.mixing(file, converter.channels()));
        }
        Rational step = OUTPUT_RATE.dividedBy(Rational.of(converter.rateHz()));
        long index = onFrameGrid(start.times(converter.rateHz()).round(), frame);
        int skipped = samplesToCommonPoint(index, step, frame.nb_samples());
        AudioRun begun =
                new AudioRun(
                        converter,
                        new Rational(index + skipped, converter.rateHz()),
                        firstSampleOut + step.times(index + skipped).round());
        run = begun;
        if (ahead > 0) {
            blocks.cutSilence(Math.max(position, begun.nextOut()));
        }
        onlyPriming = start.signum() == 0 && stream.primesFirstFrame();
        lastLate = Rational.ZERO;
        lastTime = start;
        trusted = 0;
        add(begun.convert(frame, skipped), begun);
    }

    /// The index of the frame's first sample, counted from the stream's first one: where timestamps
    /// are coarser than samples, the multiple of the frame's length that is meant, so that a seek
    /// gives the very samples that counting from the start gives.
    private long onFrameGrid(long index, AVFrame frame) {
        long tickSamples = stream.timeBase().times(frame.sample_rate()).ceil();
        long length = frame.nb_samples();
        if (tickSamples <= 1) {
            return index;
        }
        if (Math.abs(index) <= tickSamples) {
            return 0;
        }
        if (length < 4 * tickSamples) {
            return index;
        }
        long priming = stream.primingSamples();
        long nearest = new Rational(index + priming, length).round() * length - priming;
        return Math.abs(nearest - index) <= tickSamples ? nearest : index;
    }

    /// How many samples to leave out so that the run starts where an input and an output sample
    /// coincide, as they do at the stream's first one: then its samples are those that decoding
    /// from the start would give. None where it would be heard.
    private int samplesToCommonPoint(long index, Rational step, int available) {
        long skipped = Math.floorMod(-index, step.denominator());
        long end = firstSampleOut + step.times(index + skipped).round();
        return skipped < available && end <= position ? (int) skipped : 0;
    }

    private void endRun() {
        AudioRun ended = run;
        if (ended != null) {
            add(ended.drain(), ended);
            partsPerMillion = ended.follows() ? ended.partsPerMillion() : partsPerMillion;
            ended.close();
            run = null;
        }
    }

    private void add(StereoConverter.Stereo sound, AudioRun of) {
        onlyPriming &= AudioBlocks.isBelow(PRIMING_LEVEL, sound);
        blocks.add(of.nextOut() - sound.count(), sound);
    }

    private void noteConversion(StereoConverter run) {
        if (run.rateHz() != SAMPLE_RATE_HZ) {
            decisions.add(
                    Decision.of(
                            DecisionKind.AUDIO_RESAMPLED,
                            "file",
                            file,
                            "from",
                            Integer.toString(run.rateHz()),
                            "to",
                            Integer.toString(SAMPLE_RATE_HZ)));
        }
    }
}
