package com.autoclipr.libav.probe;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEPENDENT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_TIMED_THUMBNAILS;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.handles.Decoder;
import com.autoclipr.libav.input.InputFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;

/// Selects the video stream of a file, and lists the usable audio streams.
///
/// Order: video before streams with few pictures, default streams before others, then the largest,
/// then the first. Cover art and thumbnails are excluded. Streams without a decoder are ignored.
/// [DefaultTrack] selects the audio.
final class StreamChoice {
    /// A stream with this many times fewer pictures than another one is not a video.
    private static final int SPARSE = 4;

    private final List<Decision> decisions = new ArrayList<>();
    private final List<AVStream> pictures;
    private final List<AVStream> sounds;

    private StreamChoice(List<AVStream> pictures, List<AVStream> sounds) {
        this.pictures = pictures;
        this.sounds = sounds;
    }

    /// @param later streams that others go on as, which are none of their own
    static StreamChoice of(InputFile input, Set<Integer> later) {
        List<AVStream> pictures = new ArrayList<>();
        List<AVStream> sounds = new ArrayList<>();
        StreamChoice choice = new StreamChoice(pictures, sounds);
        for (AVStream stream : input.streams()) {
            int type = stream.codecpar().codec_type();
            if (later.contains(stream.index())) {
                continue;
            }
            if (type == AVMEDIA_TYPE_VIDEO && !isSideShow(stream)) {
                choice.consider(stream, pictures);
            } else if (type == AVMEDIA_TYPE_AUDIO) {
                choice.consider(stream, sounds);
            }
        }
        long most = pictures.stream().mapToLong(AVStream::nb_frames).max().orElse(0);
        int sparse = input.isSequence() ? 1 : SPARSE;
        pictures.sort(
                Comparator.<AVStream>comparingInt(s -> isSparse(s, most, sparse) ? 1 : 0)
                        .thenComparingInt(s -> isDefault(s) ? 0 : 1)
                        .thenComparingLong(s -> -area(s))
                        .thenComparingInt(AVStream::index));
        return choice;
    }

    private void consider(AVStream stream, List<AVStream> candidates) {
        AVCodecParameters parameters = stream.codecpar();
        boolean complete =
                parameters.codec_type() != AVMEDIA_TYPE_AUDIO
                        || (parameters.sample_rate() > 0
                                && parameters.ch_layout().nb_channels() > 0);
        if (complete && Decoder.find(stream).isPresent()) {
            candidates.add(stream);
        } else {
            ignore(stream);
        }
    }

    /// Video streams, best first.
    List<AVStream> pictures() {
        return List.copyOf(pictures);
    }

    /// Audio streams in file order.
    List<AVStream> sounds() {
        return List.copyOf(sounds);
    }

    /// Records that `stream` is unusable.
    void ignore(AVStream stream) {
        decisions.add(
                Decision.of(DecisionKind.STREAM_IGNORED)
                        .with(Fact.STREAM, String.valueOf(stream.index()))
                        .with(
                                Fact.CODEC,
                                avcodec.avcodec_get_name(stream.codecpar().codec_id())
                                        .getString()));
    }

    /// The decisions, if `pictures` is the selected video stream.
    List<Decision> decisions(Optional<AVStream> picture) {
        List<Decision> all = new ArrayList<>(decisions);
        picture.filter(used -> pictures.size() > 1)
                .ifPresent(used -> all.add(chosen(used, pictures.size())));
        return List.copyOf(all);
    }

    private static Decision chosen(AVStream used, int count) {
        return Decision.of(DecisionKind.STREAM_SELECTED)
                .with(Fact.TYPE, "video")
                .with(Fact.STREAM, String.valueOf(used.index()))
                .with(Fact.COUNT, String.valueOf(count));
    }

    private static boolean isSideShow(AVStream stream) {
        int sideShow =
                AV_DISPOSITION_ATTACHED_PIC
                        | AV_DISPOSITION_TIMED_THUMBNAILS
                        | AV_DISPOSITION_DEPENDENT;
        return (stream.disposition() & sideShow) != 0;
    }

    private static boolean isDefault(AVStream stream) {
        return (stream.disposition() & AV_DISPOSITION_DEFAULT) != 0;
    }

    /// Whether a stream has only a few pictures next to a video, as in motion photos and animated
    /// AVIF.
    private static boolean isSparse(AVStream stream, long mostFrames, int factor) {
        return stream.nb_frames() > 0 && stream.nb_frames() * factor < mostFrames;
    }

    private static long area(AVStream stream) {
        return (long) stream.codecpar().width() * stream.codecpar().height();
    }
}
