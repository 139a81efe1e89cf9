package com.autoclipr.libav;

import com.autoclipr.media.Decision;
import com.autoclipr.media.SoundSource;
import java.nio.file.Path;
import java.util.List;

/// Sound whose times may be beyond what exact arithmetic holds: reading it fails as damage of its
/// file then. Owns the sound.
record ExactSound(Path file, SoundSource sound) implements SoundSource {
    @Override
    public void read(float[] left, float[] right, int count) {
        MediaFailures.withExactTimes(
                file,
                () -> {
                    sound.read(left, right, count);
                    return count;
                });
    }

    @Override
    public boolean ended() {
        return sound.ended();
    }

    @Override
    public List<Decision> decisions() {
        return sound.decisions();
    }

    @Override
    public void close() {
        sound.close();
    }
}
