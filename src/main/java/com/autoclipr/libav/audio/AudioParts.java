package com.autoclipr.libav.audio;

import com.autoclipr.failure.Decision;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.AudioSum;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens a sound: one stream, or the sum of several that are its parts, each mixed to stereo by
/// where its channels stand.
///
/// @param from seconds of source time
public record AudioParts(Path file, Rational from) {
    public AudioSource open(AudioFacts sound) {
        return sound.parts().isEmpty()
                ? AudioInput.open(file, sound, Optional.empty(), from)
                : AudioSum.open(sound.parts(), part -> part(part, sound), decisions(sound));
    }

    /// How the whole becomes stereo; its parts say nothing of that.
    private List<Decision> decisions(AudioFacts sound) {
        boolean several = sound.parts().stream().anyMatch(part -> !part.parts().isEmpty());
        String layout = sound.label().layout();
        if (several || layout.equals("stereo")) {
            return List.of();
        }
        StereoMatrix matrix = StereoMatrix.ofPart(layout, layout);
        return matrix.mixing(file.toString(), sound.channels());
    }

    private AudioSource part(AudioFacts part, AudioFacts whole) {
        if (!part.parts().isEmpty()) {
            return open(part);
        }
        ChannelPlaces places = new ChannelPlaces(part.label().layout(), whole.label().layout());
        return AudioInput.open(file, part, Optional.of(places), from);
    }
}
