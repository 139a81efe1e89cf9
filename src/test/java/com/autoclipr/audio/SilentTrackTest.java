package com.autoclipr.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.TrackLabel;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class SilentTrackTest {
    private static final int PLAYED_SAMPLES = 48_000;
    private int opened;
    private long read;

    @Test
    void aPlayedTrackIsReported() {
        SilentTrack watch = watch(index -> index < 40_000 ? 0f : 0.1f);
        play(watch, 0);
        Decision decision = watch.verdict().orElseThrow();
        assertEquals("0 (stereo)", decision.facts().get(Fact.TRACK));
        assertEquals("1 (stereo)", decision.facts().get(Fact.AUDIBLE_TRACK));
    }

    @Test
    void whatIsHeardElsewhereInTheFileIsNotLookedFor() {
        SilentTrack watch = watch(index -> index < PLAYED_SAMPLES ? 0f : 0.1f);
        play(watch, 0);
        assertTrue(watch.verdict().isEmpty());
        assertEquals(PLAYED_SAMPLES, read);
    }

    @Test
    void nothingIsOpenedWhereWhatIsPlayedIsHeard() {
        SilentTrack watch = watch(_ -> 0.1f);
        play(watch, 0.001f);
        assertTrue(watch.verdict().isEmpty());
        assertEquals(0, opened);
    }

    @Test
    void noiseOfAnEncoderIsSilenceOnBothSides() {
        SilentTrack watch = watch(_ -> 0.00005f);
        play(watch, 0.00005f);
        assertTrue(watch.verdict().isEmpty());
        assertEquals(1, opened);
    }

    @Test
    void aLookEndsAtTheFirstSound() {
        SilentTrack watch = watch(_ -> 0.1f);
        play(watch, 0);
        assertTrue(watch.verdict().isPresent());
        assertTrue(read < PLAYED_SAMPLES, read + " samples");
    }

    @Test
    void anotherTrackThatIsBrokenIsNoFailure() {
        SilentTrack watch =
                new SilentTrack(
                        track(0),
                        List.of(track(1)),
                        _ -> {
                            throw Failure.of(FailureKind.MEDIA_CORRUPT).asException();
                        });
        play(watch, 0);
        assertTrue(watch.verdict().isEmpty());
    }

    private SilentTrack watch(LongFunction<Float> other) {
        return new SilentTrack(
                track(0),
                List.of(track(1)),
                _ -> {
                    opened++;
                    return source(other);
                });
    }

    private static void play(SilentTrack watch, float level) {
        StereoBlock block = StereoBlock.ofSamples(PLAYED_SAMPLES);
        block.right()[PLAYED_SAMPLES / 2] = -level;
        watch.heard(block, PLAYED_SAMPLES);
    }

    private static AudioFacts track(int number) {
        return new AudioFacts(
                number,
                "fake",
                48_000,
                2,
                Rational.ZERO,
                Rational.of(9),
                StreamClock.CONTAINER,
                TrackLabel.plain(number, "stereo"),
                List.of());
    }

    private AudioSource source(LongFunction<Float> sound) {
        return new AudioSource() {
            @Override
            public void read(float[] left, float[] right, int count) {
                for (int i = 0; i < count; i++) {
                    left[i] = 0;
                    right[i] = sound.apply(read++);
                }
            }

            @Override
            public boolean ended() {
                return false;
            }

            @Override
            public List<Decision> decisions() {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }
}
