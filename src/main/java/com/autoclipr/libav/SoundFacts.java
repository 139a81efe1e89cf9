package com.autoclipr.libav;

import com.autoclipr.media.AudioFacts;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Makes [AudioFacts] of the sounds of a file.
///
/// @param zero seconds of container time that are the source's zero
/// @param ends seconds of container time at which streams end, where anything tells
record SoundFacts(String container, Rational zero, Map<Integer, Rational> ends) {
    AudioFacts of(Sound sound) {
        AVStream stream = sound.stream();
        return new AudioFacts(
                stream.index(),
                Decoder.find(stream).orElseThrow().name().getString(),
                stream.codecpar().sample_rate(),
                sound.channels(),
                sound.streams().map(this::start).min(Rational::compareTo).orElseThrow(),
                sound.streams().map(this::duration).max(Rational::compareTo).orElseThrow(),
                sound.label(),
                sound.parts().stream().map(this::of).toList());
    }

    List<AudioFacts> of(List<Sound> sounds) {
        return sounds.stream().map(this::of).toList();
    }

    private Rational start(AVStream stream) {
        return MediaProbe.computable(SoundStart.seconds(container, stream).minus(zero));
    }

    private Rational duration(AVStream stream) {
        Rational end = ends.getOrDefault(stream.index(), zero);
        return MediaProbe.computable(end.minus(zero).max(Rational.ZERO));
    }
}
