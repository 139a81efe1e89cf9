package com.autoclipr.libav.audio;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
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

/// [AudioSource] with libavcodec and libswresample. Owns its stream and converter.
///
/// Decoded audio is split into runs. A run is placed on the output's sample clock once, by the
/// timestamp of its first frame; after that samples are counted, because timestamps are rounded (to
/// milliseconds in Matroska and FLV) and jitter in many recordings. If they drift slowly, the run
/// is resampled to follow them. A new run begins at a sudden and permanent deviation (a gap, which
/// is silent, or an overlap, whose second part is dropped) and at a change of format. At a joint,
/// silence at the end of a part makes room for the beginning of the next one.
final class AudioInput implements AudioSource {
    private static final Rational TOLERANCE = new Rational(2, 1000);

    /// Maximum jitter; larger deviations are real.
    private static final Rational MOST_TREMBLING = new Rational(1, 20);

    /// Shorter gaps and overlaps are not reported.
    private static final Rational NOTICED = new Rational(1, 100);

    /// Limit of reported gaps and overlaps: a file that is corrupt throughout has thousands.
    private static final int MOST_JUMPS = 20;

    private static final Rational OUTPUT_RATE = Rational.of(SAMPLE_RATE_HZ);

    /// Look-ahead in samples at joints: audio may overlap by this much there ([Joints]), and which
    /// part is used depends on both.
    private static final int JOINT_AHEAD = SAMPLE_RATE_HZ / 4;

    /// Encoder priming, a little of which may be audible.
    private static final float PRIMING_LEVEL = 0.05f;

    /// Typical delay of reordered video.
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

    /// Whether everything so far is encoder priming that the file does not declare.
    private boolean onlyPriming;

    /// @param places positions of its channels, if it is part of a merged track
    /// @param firstSample source time of the stream's first sample, or media time if it has edits
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
    /// @param places positions of its channels, if it is part of a merged track
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
            all.add(lastJump.with(Fact.MORE, Integer.toString(jumpsNoted - MOST_JUMPS)));
        }
        if (stream.untimed() > 0) {
            all.add(
                    Decision.of(DecisionKind.TIMESTAMPS_CORRECTED)
                            .with(Fact.FILE, file)
                            .with(Fact.STREAM, "audio")
                            .with(Fact.COUNT, Long.toString(stream.untimed())));
        }
        if (stream.damaged()) {
            all.add(
                    Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED)
                            .with(Fact.FILE, file)
                            .with(Fact.STREAM, "audio"));
        }
        long stretched = run != null && run.follows() ? run.partsPerMillion() : partsPerMillion;
        if (stretched != 0) {
            all.add(
                    Decision.of(DecisionKind.AUDIO_DRIFT_COMPENSATED)
                            .with(Fact.FILE, file)
                            .with(Fact.PARTS_PER_MILLION, Long.toString(stretched)));
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

    /// Whether there is audio at or after the position.
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

    /// Expected start of the next frame without timestamp.
    private Rational countedTime() {
        return run == null ? Rational.ZERO : run.counted();
    }

    /// The permanent deviation of the current and following frames in seconds; zero if the run
    /// continues.
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

    /// A deviating timestamp.
    ///
    /// @param late deviation in seconds, positive if late
    /// @param step change since the previous one
    /// @param limit tolerance
    /// @param sinceLast seconds since the previous one
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
            // If more gaps follow, only the first one belongs to this frame.
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
        // For an overlap the end of the previous audio counts, which is the current position.
        Rational end = start.minus(jump.min(Rational.ZERO)).plus(firstSample);
        boolean heard =
                end.times(OUTPUT_RATE).round() > (jump.signum() > 0 ? position : firstPosition);
        boolean delayed = onlyPriming && jump.signum() > 0 && jump.compareTo(MOST_DELAY) <= 0;
        // Where a part begins, its priming overlaps the part before.
        boolean primed = ahead > 0 && jump.signum() < 0;
        Rational most = primed ? NOTICED.plus(stream.priming()) : NOTICED;
        if (!heard || delayed || size(jump).compareTo(most) < 0) {
            return;
        }
        jumpsNoted++;
        if (jumpsNoted > MOST_JUMPS) {
            return;
        }
        Decision met =
                jump.signum() > 0
                        ? Decision.of(DecisionKind.GAP_FILLED).with(Fact.STREAM, "audio")
                        : Decision.of(DecisionKind.AUDIO_OVERLAPPED);
        lastJump =
                met.with(Fact.FILE, file)
                        .with(Fact.AT, at.toDecimal(3))
                        .with(Fact.SECONDS, size(jump).toDecimal(3));
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

    /// The index of the frame's first sample, relative to the stream's first one. If timestamps are
    /// coarser than samples, it is rounded to a multiple of the frame size, so that a seek gives
    /// the same samples as counting from the start.
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

    /// The number of samples to skip so that the run starts where an input and an output sample
    /// coincide, as at the stream's first one: then its samples are the same as when decoding from
    /// the start. Zero if it would be audible.
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
                    Decision.of(DecisionKind.AUDIO_RESAMPLED)
                            .with(Fact.FILE, file)
                            .with(Fact.FROM, Integer.toString(run.rateHz()))
                            .with(Fact.TO, Integer.toString(SAMPLE_RATE_HZ)));
        }
    }
}
