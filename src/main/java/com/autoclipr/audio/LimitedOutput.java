package com.autoclipr.audio;

import com.autoclipr.media.AudioEncoder;
import java.util.function.LongConsumer;

/// Takes the mix through the limiter to the encoder and takes the limiter's delay out again: as
/// many samples come out as went in, at the same place. Owns neither of them.
final class LimitedOutput {
    private final Limiter limiter;
    private final AudioEncoder encoder;
    private final LongConsumer progress;
    private long delayLeft;
    private long written;

    LimitedOutput(Limiter limiter, AudioEncoder encoder, LongConsumer progress) {
        this.limiter = limiter;
        this.encoder = encoder;
        this.progress = progress;
        this.delayLeft = limiter.delaySamples();
    }

    /// Takes the next samples; the arrays are overwritten.
    void write(float[] left, float[] right, int count) {
        limiter.process(left, right, count);
        int skipped = (int) Math.min(count, delayLeft);
        delayLeft -= skipped;
        int kept = count - skipped;
        if (skipped > 0) {
            System.arraycopy(left, skipped, left, 0, kept);
            System.arraycopy(right, skipped, right, 0, kept);
        }
        if (kept > 0) {
            encoder.encode(left, right, kept);
            written += kept;
            progress.accept(written);
        }
    }

    /// Writes what the limiter still holds.
    void drain() {
        int held = limiter.delaySamples();
        write(new float[held], new float[held], held);
    }
}
