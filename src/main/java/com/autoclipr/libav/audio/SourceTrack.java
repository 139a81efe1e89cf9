package com.autoclipr.libav.audio;

import com.autoclipr.media.TrackLabel;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// An audio programme of a file: one stream, or several parts.
///
/// @param stream its stream, or that of the first part; valid as long as the input is open
/// @param label its metadata; for a part, only the layout counts
/// @param parts empty for a single stream
public record SourceTrack(AVStream stream, TrackLabel label, List<SourceTrack> parts) {
    public SourceTrack {
        parts = List.copyOf(parts);
    }

    static SourceTrack of(AVStream stream, TrackLabel label) {
        return new SourceTrack(stream, label, List.of());
    }

    /// A part of a programme.
    ///
    /// @param layout positions of its channels, as in [ChannelLayouts#describe(List)]
    static SourceTrack part(AVStream stream, String layout) {
        return of(stream, TrackLabel.plain(0, layout));
    }

    /// All streams that it consists of.
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
