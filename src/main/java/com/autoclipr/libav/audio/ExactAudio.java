package com.autoclipr.libav.audio;

import com.autoclipr.failure.Decision;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.media.AudioSource;
import java.nio.file.Path;
import java.util.List;

/// Audio whose timestamps may exceed the range of exact arithmetic, in which case reading fails as
/// a corrupt file. Owns the audio.
public record ExactAudio(Path file, AudioSource sound) implements AudioSource {
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
