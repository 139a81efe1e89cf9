package com.autoclipr.testkit.reading;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which decisions of a file say why it is read differently. A kind of difference that is not
/// listed has no excuse.
final class Excuses {
    private static final Map<DifferenceKind, Set<DecisionKind>> ACCEPTED =
            new EnumMap<>(DifferenceKind.class);

    static {
        accept(
                DifferenceKind.STREAM,
                DecisionKind.STREAM_SELECTED,
                DecisionKind.STREAM_IGNORED,
                DecisionKind.EXTRA_IMAGES_IGNORED,
                DecisionKind.AUDIO_STREAMS_MERGED,
                DecisionKind.AUDIO_LAYERS_IGNORED);
        accept(DifferenceKind.PICTURES_MISSING, DecisionKind.CORRUPT_DATA_SKIPPED);
        accept(
                DifferenceKind.PICTURE_COUNT,
                DecisionKind.TIMESTAMPS_CORRECTED,
                DecisionKind.CORRUPT_DATA_SKIPPED,
                DecisionKind.FRAMES_DROPPED,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.PICTURE_TIME,
                DecisionKind.TIMESTAMPS_CORRECTED,
                DecisionKind.CORRUPT_DATA_SKIPPED,
                DecisionKind.FRAMES_DROPPED,
                DecisionKind.TIMESTAMP_DISCONTINUITY,
                DecisionKind.FRAME_RATE_ASSUMED,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.PICTURE_CONTENT,
                DecisionKind.CORRUPT_DATA_SKIPPED,
                DecisionKind.FRAMES_DROPPED,
                DecisionKind.EDIT_RATE_APPLIED,
                DecisionKind.CROP_APPLIED);
        accept(DifferenceKind.PICTURE_SIZE, DecisionKind.CROP_APPLIED, DecisionKind.FRAMES_DROPPED);
        accept(
                DifferenceKind.PICTURE_RATE,
                DecisionKind.CORRUPT_DATA_SKIPPED,
                DecisionKind.FRAMES_DROPPED);
        accept(
                DifferenceKind.PICTURE_END,
                DecisionKind.TIMESTAMPS_CORRECTED,
                DecisionKind.SOURCE_TRUNCATED,
                DecisionKind.FRAME_RATE_ASSUMED,
                DecisionKind.TIMESTAMP_DISCONTINUITY,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.PICTURE_COLOUR,
                DecisionKind.COLOUR_ENCODING_UNSUPPORTED,
                DecisionKind.COLOUR_PROFILE_APPLIED);
        accept(
                DifferenceKind.SOUND_END,
                DecisionKind.SOURCE_TRUNCATED,
                DecisionKind.TIMESTAMP_DISCONTINUITY,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.SOUND_START,
                DecisionKind.TIMESTAMP_DISCONTINUITY,
                DecisionKind.AUDIO_OVERLAPPED);
        accept(
                DifferenceKind.SOUND_LEVEL,
                DecisionKind.TIMESTAMPS_CORRECTED,
                DecisionKind.CORRUPT_DATA_SKIPPED,
                DecisionKind.GAP_FILLED,
                DecisionKind.AUDIO_OVERLAPPED,
                DecisionKind.TIMESTAMP_DISCONTINUITY,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.SOUND_SHIFT,
                DecisionKind.AUDIO_OVERLAPPED,
                DecisionKind.AUDIO_DRIFT_COMPENSATED,
                DecisionKind.TIMESTAMP_DISCONTINUITY,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.SOUND_HOLE,
                DecisionKind.CORRUPT_DATA_SKIPPED,
                DecisionKind.GAP_FILLED,
                DecisionKind.TIMESTAMP_DISCONTINUITY,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.SOUND_GAP,
                DecisionKind.TIMESTAMPS_CORRECTED,
                DecisionKind.GAP_FILLED,
                DecisionKind.CORRUPT_DATA_SKIPPED,
                DecisionKind.TIMESTAMP_DISCONTINUITY);
        accept(
                DifferenceKind.SOUND_OVERLAP,
                DecisionKind.AUDIO_OVERLAPPED,
                DecisionKind.TIMESTAMP_DISCONTINUITY);
        accept(DifferenceKind.STILL, DecisionKind.EXTRA_IMAGES_IGNORED);
        accept(
                DifferenceKind.STILL_COLOUR,
                DecisionKind.COLOUR_PROFILE_IGNORED,
                DecisionKind.COLOUR_ENCODING_UNSUPPORTED,
                DecisionKind.CORRUPT_DATA_SKIPPED);
        accept(
                DifferenceKind.PICTURE_TIME,
                DecisionKind.TIMESTAMPS_GENERATED,
                DecisionKind.EDIT_LIST_APPLIED);
        accept(
                DifferenceKind.PICTURE_RATE,
                DecisionKind.TIMESTAMPS_GENERATED,
                DecisionKind.TIMESTAMP_DISCONTINUITY,
                DecisionKind.EDIT_LIST_APPLIED);
        accept(
                DifferenceKind.PICTURE_END,
                DecisionKind.TIMESTAMPS_GENERATED,
                DecisionKind.DURATION_CORRECTED,
                DecisionKind.EDIT_LIST_APPLIED);
        accept(DifferenceKind.PICTURE_COUNT, DecisionKind.EDIT_LIST_APPLIED);
        accept(
                DifferenceKind.PICTURE_CONTENT,
                DecisionKind.TIMESTAMP_DISCONTINUITY,
                DecisionKind.COLOUR_PROFILE_APPLIED,
                DecisionKind.EDIT_LIST_APPLIED);
        accept(
                DifferenceKind.PICTURE_SIZE,
                DecisionKind.TIMESTAMP_DISCONTINUITY,
                DecisionKind.EDIT_LIST_APPLIED);
        for (DifferenceKind kind :
                List.of(
                        DifferenceKind.SOUND_END,
                        DifferenceKind.SOUND_SHIFT,
                        DifferenceKind.SOUND_OVERLAP)) {
            // FFmpeg counts sound of a second rate in ticks of the first.
            accept(kind, DecisionKind.TIMESTAMPS_CORRECTED);
        }
        accept(DifferenceKind.SOUND_END, DecisionKind.GAP_FILLED);
        accept(DifferenceKind.SOUND_LEVEL, DecisionKind.AUDIO_STREAMS_MERGED);
        accept(DifferenceKind.SOUND_START, DecisionKind.GAP_FILLED);
    }

    private Excuses() {}

    private static void accept(DifferenceKind difference, DecisionKind... decisions) {
        ACCEPTED.computeIfAbsent(difference, _ -> EnumSet.noneOf(DecisionKind.class))
                .addAll(List.of(decisions));
    }

    /// Whether one of `decisions` says why there is such a difference.
    static boolean accepts(Difference difference, List<Decision> decisions) {
        Set<DecisionKind> accepted = ACCEPTED.getOrDefault(difference.kind(), Set.of());
        return decisions.stream().anyMatch(decision -> accepted.contains(decision.kind()));
    }
}
