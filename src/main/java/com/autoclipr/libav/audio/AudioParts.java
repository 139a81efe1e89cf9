package com.autoclipr.libav.audio;

import com.autoclipr.failure.Decision;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.AudioSum;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens audio: one stream, or the sum of several parts, each mixed to stereo by the positions of
/// its channels.
///
/// @param from seconds of source time
public record AudioParts(Path file, Rational from) {
    public AudioSource open(AudioFacts sound) {
        return sound.parts().isEmpty()
                ? AudioInput.open(file, sound, Optional.empty(), from)
                : AudioSum.open(sound.parts(), part -> part(part, sound), decisions(sound));
    }

    /// The stereo mix of the whole, which its parts do not report.
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
