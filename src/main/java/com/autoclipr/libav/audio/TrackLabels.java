package com.autoclipr.libav.audio;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_CLEAN_EFFECTS;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_COMMENT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEPENDENT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_HEARING_IMPAIRED;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_KARAOKE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_VISUAL_IMPAIRED;
import static org.bytedeco.ffmpeg.global.avformat.av_find_program_from_stream;

import com.autoclipr.libav.handles.Metadata;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.media.TrackLabel;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVProgram;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.jspecify.annotations.Nullable;

/// Reads the metadata of audio tracks.
///
/// @param picture the selected video stream, which determines the programme
record TrackLabels(InputFile input, Optional<AVStream> picture) {
    /// Generic titles that some writers give every track.
    private static final Pattern MEANINGLESS =
            Pattern.compile("(?i).*(handler|core media|gpac|produced by|mainconcept).*|");

    private static final int LONGEST = 200;

    /// @param stream that determines the programme
    /// @param metadata of the stream, or of the group that it belongs to
    /// @param disposition its flags
    TrackLabel of(AVStream stream, AVDictionary metadata, int disposition, String layout) {
        return new TrackLabel(
                0,
                layout,
                text(metadata, "language").filter(tag -> !tag.equals("und")),
                text(metadata, "title")
                        .or(() -> text(metadata, "name"))
                        .or(() -> text(metadata, "handler_name"))
                        .filter(title -> !MEANINGLESS.matcher(title).matches()),
                (disposition & AV_DISPOSITION_DEFAULT) != 0,
                isOfOtherProgram(stream) ? TrackLabel.Role.OTHER_PROGRAM : role(disposition));
    }

    private static Optional<String> text(AVDictionary metadata, String name) {
        return Metadata.entry(metadata, name)
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())));
    }

    private static TrackLabel.Role role(int disposition) {
        if ((disposition & AV_DISPOSITION_VISUAL_IMPAIRED) != 0) {
            return TrackLabel.Role.AUDIO_DESCRIPTION;
        }
        if ((disposition & AV_DISPOSITION_COMMENT) != 0) {
            return TrackLabel.Role.COMMENTARY;
        }
        if ((disposition & AV_DISPOSITION_DEPENDENT) != 0) {
            return TrackLabel.Role.SUPPLEMENT;
        }
        if ((disposition & (AV_DISPOSITION_CLEAN_EFFECTS | AV_DISPOSITION_KARAOKE)) != 0) {
            return TrackLabel.Role.EFFECTS;
        }
        return (disposition & AV_DISPOSITION_HEARING_IMPAIRED) != 0
                ? TrackLabel.Role.HEARING_IMPAIRED
                : TrackLabel.Role.MAIN;
    }

    /// Whether a stream belongs only to programmes other than the video's.
    private boolean isOfOtherProgram(AVStream stream) {
        if (picture.isEmpty()
                || program(null, stream) == null
                || program(null, picture.get()) == null) {
            return false;
        }
        for (AVProgram p = program(null, stream); p != null; p = program(p, stream)) {
            if (holds(p, picture.get().index())) {
                return false;
            }
        }
        return true;
    }

    private @Nullable AVProgram program(@Nullable AVProgram last, AVStream stream) {
        AVFormatContext context = input.context();
        AVProgram found = av_find_program_from_stream(context, last, stream.index());
        return found == null || found.isNull() ? null : found;
    }

    private static boolean holds(AVProgram program, int stream) {
        for (int i = 0; i < program.nb_stream_indexes(); i++) {
            if (program.stream_index().get(i) == stream) {
                return true;
            }
        }
        return false;
    }
}
