package com.autoclipr.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioSumTest {
    private int open;

    @Test
    void soundsAreAddedAndWhatTheyDecidedAlikeIsSaidOnce() {
        try (AudioSum sum =
                AudioSum.open(List.of(0.25f, 0.5f), this::constant, List.of(decision("sum")))) {
            float[] left = {9, 9, 9};
            float[] right = {9, 9, 9};
            sum.read(left, right, 2);
            assertEquals(0.75f, left[1]);
            assertEquals(-0.75f, right[0]);
            assertEquals(9, left[2]);
            assertEquals(List.of(decision("sum"), decision("source")), sum.decisions());
        }
        assertEquals(0, open);
    }

    @Test
    void nothingStaysOpenIfOneCannotBeOpened() {
        assertThrows(
                FailureException.class,
                () -> AudioSum.open(List.of(1f, 0f), this::constant, List.of()));
        assertEquals(0, open);
    }

    @Test
    void tooManyAreNotOpened() {
        FailureException e =
                assertThrows(
                        FailureException.class,
                        () ->
                                AudioSum.open(
                                        Collections.nCopies(AudioSum.MOST_AT_ONCE + 1, 1f),
                                        this::constant,
                                        List.of()));
        assertEquals(FailureKind.MEDIA_LIMIT, e.failure().kind());
        assertEquals(0, open);
    }

    private static Decision decision(String stream) {
        return Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED).with(Fact.STREAM, stream);
    }

    /// Zero cannot be opened.
    private AudioSource constant(float value) {
        if (value == 0) {
            throw Failure.of(FailureKind.MEDIA_CORRUPT).asException();
        }
        open++;
        return new AudioSource() {
            @Override
            public void read(float[] left, float[] right, int count) {
                Arrays.fill(left, 0, count, value);
                Arrays.fill(right, 0, count, -value);
            }

            @Override
            public boolean ended() {
                return false;
            }

            @Override
            public List<Decision> decisions() {
                return List.of(decision("source"));
            }

            @Override
            public void close() {
                open--;
            }
        };
    }
}
