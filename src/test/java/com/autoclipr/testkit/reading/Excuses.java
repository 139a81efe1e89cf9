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
                DecisionKind.STREAM_CHOSEN,
                DecisionKind.STREAM_IGNORED,
                DecisionKind.FURTHER_PICTURES_UNUSED,
                DecisionKind.SOUND_PARTS_JOINED,
                DecisionKind.SOUND_LAYERS_LEFT_OUT);
        accept(DifferenceKind.PICTURES_MISSING, DecisionKind.DAMAGE_PASSED_OVER);
        accept(
                DifferenceKind.PICTURE_COUNT,
                DecisionKind.TIMESTAMPS_CORRECTED,
                DecisionKind.DAMAGE_PASSED_OVER,
                DecisionKind.PICTURES_DROPPED,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.PICTURE_TIME,
                DecisionKind.TIMESTAMPS_CORRECTED,
                DecisionKind.DAMAGE_PASSED_OVER,
                DecisionKind.PICTURES_DROPPED,
                DecisionKind.TIMESTAMPS_JOINED,
                DecisionKind.CLOCK_ASSUMED,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.PICTURE_CONTENT,
                DecisionKind.DAMAGE_PASSED_OVER,
                DecisionKind.PICTURES_DROPPED,
                DecisionKind.EDIT_RATE_APPLIED,
                DecisionKind.CROPPED);
        accept(DifferenceKind.PICTURE_SIZE, DecisionKind.CROPPED, DecisionKind.PICTURES_DROPPED);
        accept(
                DifferenceKind.PICTURE_RATE,
                DecisionKind.DAMAGE_PASSED_OVER,
                DecisionKind.PICTURES_DROPPED);
        accept(
                DifferenceKind.PICTURE_END,
                DecisionKind.TIMESTAMPS_CORRECTED,
                DecisionKind.SOURCE_CUT_OFF,
                DecisionKind.CLOCK_ASSUMED,
                DecisionKind.TIMESTAMPS_JOINED,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.PICTURE_COLOUR,
                DecisionKind.COLOUR_UNSUPPORTED,
                DecisionKind.COLOUR_PROFILE_APPLIED);
        accept(
                DifferenceKind.SOUND_END,
                DecisionKind.SOURCE_CUT_OFF,
                DecisionKind.TIMESTAMPS_JOINED,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.SOUND_START,
                DecisionKind.TIMESTAMPS_JOINED,
                DecisionKind.SOUND_OVERLAPPED);
        accept(
                DifferenceKind.SOUND_LEVEL,
                DecisionKind.TIMESTAMPS_CORRECTED,
                DecisionKind.DAMAGE_PASSED_OVER,
                DecisionKind.GAP_FILLED,
                DecisionKind.SOUND_OVERLAPPED,
                DecisionKind.TIMESTAMPS_JOINED,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.SOUND_SHIFT,
                DecisionKind.SOUND_OVERLAPPED,
                DecisionKind.SOUND_DRIFT_FOLLOWED,
                DecisionKind.TIMESTAMPS_JOINED,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.SOUND_HOLE,
                DecisionKind.DAMAGE_PASSED_OVER,
                DecisionKind.GAP_FILLED,
                DecisionKind.TIMESTAMPS_JOINED,
                DecisionKind.EDIT_RATE_APPLIED);
        accept(
                DifferenceKind.SOUND_GAP,
                DecisionKind.TIMESTAMPS_CORRECTED,
                DecisionKind.GAP_FILLED,
                DecisionKind.DAMAGE_PASSED_OVER,
                DecisionKind.TIMESTAMPS_JOINED);
        accept(
                DifferenceKind.SOUND_OVERLAP,
                DecisionKind.SOUND_OVERLAPPED,
                DecisionKind.TIMESTAMPS_JOINED);
        accept(DifferenceKind.STILL, DecisionKind.FURTHER_PICTURES_UNUSED);
        accept(
                DifferenceKind.STILL_COLOUR,
                DecisionKind.COLOUR_PROFILE_IGNORED,
                DecisionKind.COLOUR_UNSUPPORTED,
                DecisionKind.DAMAGE_PASSED_OVER);
        accept(
                DifferenceKind.PICTURE_TIME,
                DecisionKind.TIMESTAMPS_MADE,
                DecisionKind.EDIT_LIST_APPLIED);
        accept(
                DifferenceKind.PICTURE_RATE,
                DecisionKind.TIMESTAMPS_MADE,
                DecisionKind.TIMESTAMPS_JOINED,
                DecisionKind.EDIT_LIST_APPLIED);
        accept(
                DifferenceKind.PICTURE_END,
                DecisionKind.TIMESTAMPS_MADE,
                DecisionKind.DURATION_CORRECTED,
                DecisionKind.EDIT_LIST_APPLIED);
        accept(DifferenceKind.PICTURE_COUNT, DecisionKind.EDIT_LIST_APPLIED);
        accept(
                DifferenceKind.PICTURE_CONTENT,
                DecisionKind.TIMESTAMPS_JOINED,
                DecisionKind.COLOUR_PROFILE_APPLIED,
                DecisionKind.EDIT_LIST_APPLIED);
        accept(
                DifferenceKind.PICTURE_SIZE,
                DecisionKind.TIMESTAMPS_JOINED,
                DecisionKind.EDIT_LIST_APPLIED);
        for (DifferenceKind kind :
                List.of(
                        DifferenceKind.SOUND_END,
                        DifferenceKind.SOUND_SHIFT,
                        DifferenceKind.SOUND_OVERLAP)) {
            // FFmpeg counts sound of a second rate in ticks of the first.
            accept(kind, DecisionKind.TIMESTAMPS_CORRECTED);
        }
        for (DifferenceKind kind :
                List.of(
                        DifferenceKind.STREAM,
                        DifferenceKind.PICTURE_COUNT,
                        DifferenceKind.PICTURE_END,
                        DifferenceKind.SOUND_END)) {
            // FFmpeg plays one stream, in one codec.
            accept(kind, DecisionKind.STREAM_CONTINUED);
        }
        accept(DifferenceKind.SOUND_END, DecisionKind.GAP_FILLED);
        accept(DifferenceKind.PICTURE_CONTENT, DecisionKind.COLOUR_CHANGED);
        accept(DifferenceKind.SOUND_LEVEL, DecisionKind.SOUND_PARTS_JOINED);
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
