package com.autoclipr.libav;

import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.Decision;
import com.autoclipr.media.SoundSource;
import com.autoclipr.media.SoundSum;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens a sound: one stream, or the sum of several that are its parts, each mixed to stereo by
/// where its channels stand.
///
/// @param from seconds of source time
record SoundParts(Path file, Rational from) {
    SoundSource open(AudioFacts sound) {
        return sound.parts().isEmpty()
                ? SoundInput.open(file, sound, Optional.empty(), from)
                : SoundSum.open(sound.parts(), part -> part(part, sound), decisions(sound));
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

    private SoundSource part(AudioFacts part, AudioFacts whole) {
        if (!part.parts().isEmpty()) {
            return open(part);
        }
        ChannelPlaces places = new ChannelPlaces(part.label().layout(), whole.label().layout());
        return SoundInput.open(file, part, Optional.of(places), from);
    }
}
