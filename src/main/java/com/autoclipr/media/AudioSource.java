package com.autoclipr.media;

import com.autoclipr.failure.Decision;
import java.util.List;

/// The audio of one source as 48 kHz stereo, read sequentially. Owns its decoder; closed by the
/// caller; not thread-safe.
///
/// The first sample read is sample `round(from × 48000)` of source time, where `from` is the
/// position it was opened at. Before the start of the source, in gaps and after its end there is
/// silence. Mono is played on both channels at full level; more channels are mixed down by ITU-R
/// BS.775 without clipping.
public interface AudioSource extends AutoCloseable {
    int SAMPLE_RATE_HZ = 48_000;

    /// Reads the next `count` samples of both channels into `left` and `right` from index 0; 1.0 is
    /// full scale.
    void read(float[] left, float[] right, int count);

    /// Whether the source has ended, so that only silence follows.
    boolean ended();

    List<Decision> decisions();

    @Override
    void close();
}
