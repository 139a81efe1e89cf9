package com.autoclipr.libav.audio;

import com.autoclipr.media.TrackLabel;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// A sound of a file: one stream, or several that are its parts.
///
/// @param stream the one, or the first part's; valid as long as the input is open
/// @param label what the file says of it; of a part, only its layout counts
/// @param parts empty: it is one stream
public record SourceTrack(AVStream stream, TrackLabel label, List<SourceTrack> parts) {
    public SourceTrack {
        parts = List.copyOf(parts);
    }

    static SourceTrack of(AVStream stream, TrackLabel label) {
        return new SourceTrack(stream, label, List.of());
    }

    /// A part of a sound.
    ///
    /// @param layout where its channels stand, as [ChannelLayouts#describe(List)] has it
    static SourceTrack part(AVStream stream, String layout) {
        return of(stream, TrackLabel.plain(0, layout));
    }

    /// Every stream that it is made of.
    public Stream<AVStream> streams() {
        return parts.isEmpty() ? Stream.of(stream) : parts.stream().flatMap(SourceTrack::streams);
    }

    public int channels() {
        return streams().mapToInt(s -> s.codecpar().ch_layout().nb_channels()).sum();
    }

    SourceTrack numbered(int track) {
        TrackLabel numbered =
                new TrackLabel(
                        track,
                        label.layout(),
                        label.language(),
                        label.title(),
                        label.defaultTrack(),
                        label.role());
        return new SourceTrack(stream, numbered, parts);
    }
}
