package com.autoclipr.libav.probe;

import com.autoclipr.libav.audio.SourceTrack;
import com.autoclipr.libav.handles.Decoder;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.timing.SourceTimes;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Creates [AudioFacts] for the audio of a file.
///
/// @param zero container time of the source's zero, in seconds
/// @param times of the file's streams
/// @param edited streams whose edit lists are applied here
record AudioFactsReader(InputFile input, Rational zero, SourceTimes times, EditedStreams edited) {
    AudioFacts of(SourceTrack sound) {
        AVStream stream = sound.stream();
        return new AudioFacts(
                stream.index(),
                Decoder.find(stream).orElseThrow().name().getString(),
                stream.codecpar().sample_rate(),
                sound.channels(),
                sound.streams().map(this::start).min(Rational::compareTo).orElseThrow(),
                sound.streams().map(this::duration).max(Rational::compareTo).orElseThrow(),
                sound.parts().isEmpty() ? times.clock(stream.index()) : StreamClock.CONTAINER,
                sound.label(),
                sound.parts().stream().map(this::of).toList());
    }

    List<AudioFacts> of(List<SourceTrack> sounds) {
        return sounds.stream().map(this::of).toList();
    }

    private Rational start(AVStream stream) {
        return MediaProbe.computable(edited.start(input, stream).minus(zero));
    }

    private Rational duration(AVStream stream) {
        return MediaProbe.computable(times.length(stream.index(), zero));
    }
}
