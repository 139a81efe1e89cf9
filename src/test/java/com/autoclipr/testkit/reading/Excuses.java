package com.autoclipr.testkit.reading;

import com.autoclipr.media.Decision;
import com.autoclipr.media.DecisionKind;
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
        accept(DifferenceKind.STREAM, DecisionKind.STREAM_CHOSEN, DecisionKind.STREAM_IGNORED);
        accept(DifferenceKind.PICTURES_MISSING, DecisionKind.DAMAGE_PASSED_OVER);
        accept(DifferenceKind.PICTURE_COUNT, DecisionKind.DAMAGE_PASSED_OVER);
        accept(DifferenceKind.PICTURE_CONTENT, DecisionKind.DAMAGE_PASSED_OVER);
        accept(DifferenceKind.PICTURE_TIME, DecisionKind.DAMAGE_PASSED_OVER);
        accept(DifferenceKind.PICTURE_RATE, DecisionKind.DAMAGE_PASSED_OVER);
        accept(DifferenceKind.SOUND_LEVEL, DecisionKind.DAMAGE_PASSED_OVER);
        accept(DifferenceKind.SOUND_HOLE, DecisionKind.DAMAGE_PASSED_OVER);
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
