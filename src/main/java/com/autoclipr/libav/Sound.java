package com.autoclipr.libav;

import com.autoclipr.media.SoundLabel;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// A sound of a file: one stream, or several that are its parts.
///
/// @param stream the one, or the first part's; valid as long as the input is open
/// @param label what the file says of it; of a part, only its layout counts
/// @param parts empty: it is one stream
record Sound(AVStream stream, SoundLabel label, List<Sound> parts) {
    Sound {
        parts = List.copyOf(parts);
    }

    static Sound of(AVStream stream, SoundLabel label) {
        return new Sound(stream, label, List.of());
    }

    /// A part of a sound.
    ///
    /// @param layout where its channels stand, as [ChannelLayouts#describe(List)] has it
    static Sound part(AVStream stream, String layout) {
        return of(stream, SoundLabel.plain(0, layout));
    }

    /// Every stream that it is made of.
    Stream<AVStream> streams() {
        return parts.isEmpty() ? Stream.of(stream) : parts.stream().flatMap(Sound::streams);
    }

    int channels() {
        return streams().mapToInt(s -> s.codecpar().ch_layout().nb_channels()).sum();
    }

    Sound numbered(int track) {
        SoundLabel numbered =
                new SoundLabel(
                        track,
                        label.layout(),
                        label.language(),
                        label.title(),
                        label.defaultTrack(),
                        label.role());
        return new Sound(stream, numbered, parts);
    }
}
