package com.autoclipr.audio;

import com.autoclipr.media.AudioEncoder;
import java.util.function.LongConsumer;

/// Passes the mix through the limiter to the encoder and compensates the limiter's delay, so that
/// number and position of samples stay the same. Owns neither.
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

    /// Processes the next samples; the arrays are overwritten.
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

    /// Flushes the samples that are still in the limiter.
    void drain() {
        int held = limiter.delaySamples();
        write(new float[held], new float[held], held);
    }
}
