package com.autoclipr.libav;

import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.Decision;
import com.autoclipr.media.DecisionKind;
import com.autoclipr.media.SoundSource;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// [SoundSource] by libavcodec and libswresample. Owns its stream and converter.
///
/// Decoded sound comes in runs. A run is put on the output's sample clock once, by the timestamp of
/// its first frame; after that samples are counted, because the timestamps of Matroska and FLV are
/// rounded to milliseconds. A new run begins where the timestamps leave the count for good (a gap,
/// which is silent, or an overlap, whose second part is dropped) and where the format changes.
final class SoundInput implements SoundSource {
    private static final Rational TOLERANCE = new Rational(2, 1000);
    private static final Rational OUTPUT_RATE = Rational.of(SAMPLE_RATE_HZ);

    /// Converted sound at its place.
    ///
    /// @param start output sample (source time × 48000) of the first one
    private record Block(long start, StereoConverter.Stereo sound) {
        long end() {
            return start + sound.count();
        }
    }

    private final String file;
    private final Optional<ChannelPlaces> places;
    private final SoundStream stream;
    private final long firstSampleOut;
    private final ArrayDeque<Block> blocks = new ArrayDeque<>();
    private final Set<Decision> decisions = new LinkedHashSet<>();
    private @Nullable StereoConverter converter;
    private Rational runStart = Rational.ZERO;
    private long nextOut;
    private long position;
    private boolean sourceEnded;

    private SoundInput(Path path, AudioFacts facts, Optional<ChannelPlaces> places, Rational from) {
        this.file = path.toString();
        this.places = places;
        this.position = from.times(OUTPUT_RATE).round();
        this.firstSampleOut = facts.start().times(OUTPUT_RATE).round();
        this.stream = SoundStream.open(path, facts, from.minus(facts.start()));
    }

    /// @param facts of one stream
    /// @param places where its channels stand, if it is a part of a sound
    static SoundInput open(
            Path path, AudioFacts facts, Optional<ChannelPlaces> places, Rational from) {
        return new SoundInput(path, facts, places, from);
    }

    @Override
    public void read(float[] left, float[] right, int count) {
        int filled = 0;
        while (filled < count) {
            Block block = nextBlock();
            if (block == null) {
                Arrays.fill(left, filled, count, 0);
                Arrays.fill(right, filled, count, 0);
                position += count - filled;
                return;
            }
            int part;
            if (block.start > position) {
                part = (int) Math.min(count - filled, block.start - position);
                Arrays.fill(left, filled, filled + part, 0);
                Arrays.fill(right, filled, filled + part, 0);
            } else {
                part = (int) Math.min(count - filled, block.end() - position);
                int offset = (int) (position - block.start);
                copy(block.sound.left(), offset, left, filled, part);
                copy(block.sound.right(), offset, right, filled, part);
            }
            filled += part;
            position += part;
        }
    }

    /// Damaged floating-point sound can hold anything; what is no number is silent.
    private static void copy(float[] from, int offset, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            float sample = from[offset + i];
            to[at + i] = Float.isFinite(sample) ? sample : 0;
        }
    }

    @Override
    public boolean ended() {
        return nextBlock() == null;
    }

    @Override
    public List<Decision> decisions() {
        List<Decision> all = new ArrayList<>(decisions);
        if (stream.damaged()) {
            all.add(Decision.of(DecisionKind.DAMAGE_PASSED_OVER, "file", file, "stream", "sound"));
        }
        return all;
    }

    @Override
    public void close() {
        if (converter != null) {
            converter.close();
            converter = null;
        }
        stream.close();
    }

    /// The first block that ends after the position; none at the source's end.
    private @Nullable Block nextBlock() {
        while (true) {
            Block first = blocks.peek();
            if (first == null) {
                if (sourceEnded) {
                    return null;
                }
                decode();
            } else if (first.end() > position) {
                return first;
            } else {
                blocks.remove();
            }
        }
    }

    private void decode() {
        LibavMedia.withExactTimes(Path.of(file), this::decodeNext);
    }

    private Boolean decodeNext() {
        if (!stream.next()) {
            endRun();
            sourceEnded = true;
            return false;
        }
        AVFrame frame = stream.frame();
        if (frame.nb_samples() <= 0) {
            return true;
        }
        MediaLimits.require(
                Path.of(file), "samples", MediaLimits.MAX_FRAME_SAMPLES, frame.nb_samples());
        Optional<Rational> time = stream.frameTime();
        StereoConverter run = converter;
        if (run != null && run.fits(frame) && !leavesCount(run, time)) {
            add(run.convert(frame, 0));
            return true;
        }
        Rational start = time.orElseGet(this::countedTime);
        endRun();
        startRun(frame, start);
        return true;
    }

    private boolean leavesCount(StereoConverter run, Optional<Rational> time) {
        if (time.isEmpty()) {
            return false;
        }
        Rational counted = runStart.plus(new Rational(run.samplesIn(), run.rateHz()));
        Rational drift = time.get().minus(counted);
        Rational limit = TOLERANCE.plus(stream.timeBase().times(2));
        return drift.compareTo(limit) > 0 || drift.negate().compareTo(limit) > 0;
    }

    /// Where the next frame starts if no timestamp tells.
    private Rational countedTime() {
        return converter == null
                ? Rational.ZERO
                : runStart.plus(new Rational(converter.samplesIn(), converter.rateHz()));
    }

    /// @param start seconds after the stream's first sample
    private void startRun(AVFrame frame, Rational start) {
        MediaLimits.requireSound(
                Path.of(file), frame.sample_rate(), frame.ch_layout().nb_channels());
        StereoMatrix matrix =
                places.map(known -> known.matrix(frame.ch_layout()))
                        .orElseGet(() -> StereoMatrix.of(frame.ch_layout()));
        StereoConverter run = new StereoConverter(frame, matrix, file);
        converter = run;
        noteConversion(run);
        if (run.channels() != 2 && places.isEmpty()) {
            decisions.addAll(matrix.mixing(file, run.channels()));
        }
        Rational step = OUTPUT_RATE.dividedBy(Rational.of(run.rateHz()));
        long index = onFrameGrid(start.times(run.rateHz()).round(), frame);
        int skipped = samplesToCommonPoint(index, step, frame.nb_samples());
        runStart = new Rational(index + skipped, run.rateHz());
        nextOut = firstSampleOut + step.times(index + skipped).round();
        add(run.convert(frame, skipped));
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
        if (converter != null) {
            add(converter.drain());
            converter.close();
            converter = null;
        }
    }

    private void add(StereoConverter.Stereo sound) {
        if (sound.count() > 0) {
            blocks.add(new Block(nextOut, sound));
            nextOut += sound.count();
        }
    }

    private void noteConversion(StereoConverter run) {
        if (run.rateHz() != SAMPLE_RATE_HZ) {
            decisions.add(
                    Decision.of(
                            DecisionKind.SOUND_RESAMPLED,
                            "file",
                            file,
                            "from",
                            Integer.toString(run.rateHz()),
                            "to",
                            Integer.toString(SAMPLE_RATE_HZ)));
        }
    }
}
