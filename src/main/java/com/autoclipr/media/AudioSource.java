package com.autoclipr.media;

import com.autoclipr.failure.Decision;
import java.util.List;

/// Sound of one source as 48 kHz stereo, read forwards. Owns its decoder; closed by the caller; for
/// one thread.
///
/// Sample 0 of the first read is the one at `round(from × 48000)` of source time, where `from` was
/// given when it was opened. Times where the source has no sound (before its start, in gaps, after
/// its end) are silent. Mono is played on both sides at full level; more channels are mixed down by
/// ITU-R BS.775 without clipping.
public interface AudioSource extends AutoCloseable {
    int SAMPLE_RATE_HZ = 48_000;

    /// Reads the next `count` samples of both sides into `left` and `right` from index 0; 1.0 is
    /// full scale.
    void read(float[] left, float[] right, int count);

    /// Whether every sample from here on is silence because the source has ended.
    boolean ended();

    List<Decision> decisions();

    @Override
    void close();
}
