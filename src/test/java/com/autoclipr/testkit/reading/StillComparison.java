package com.autoclipr.testkit.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds a still picture, or the first one of an animation, against what a second library sees.
final class StillComparison {
    private static final double SAME_COLOURS = 4;
    private static final double SAME_CAST = 4;

    /// Below this a picture is of one colour.
    private static final double FLAT = 1.5;

    private static final double NOT_FLAT = 6;

    private StillComparison() {}

    static List<Difference> of(PictureReading ours, boolean still, StillJudge judge) {
        List<Difference> differences = new ArrayList<>(pictures(ours, still, judge));
        ShownPicture first = ours.pictures().getFirst();
        if (first.width() != judge.first().getWidth()
                || first.height() != judge.first().getHeight()) {
            differences.add(
                    new Difference(
                            DifferenceKind.PICTURE_SIZE,
                            "%d×%d, not %d×%d (ImageIO)"
                                    .formatted(
                                            first.width(),
                                            first.height(),
                                            judge.first().getWidth(),
                                            judge.first().getHeight())));
        }
        Optional<ColourPrint> colours = ours.colours();
        if (colours.isPresent()) {
            differences.addAll(colours(colours.get(), judge));
        }
        return differences;
    }

    private static List<Difference> pictures(PictureReading ours, boolean still, StillJudge judge) {
        int count = ours.pictures().size();
        if (judge.pictures() <= 1) {
            return List.of(); // or a reader that knows of the first one only
        }
        if (still) {
            return List.of(
                    new Difference(
                            DifferenceKind.STILL,
                            "one of %d pictures (ImageIO)".formatted(judge.pictures())));
        }
        return ours.whole() && count != judge.pictures()
                ? List.of(
                        new Difference(
                                DifferenceKind.PICTURE_COUNT,
                                "%d pictures, not %d (ImageIO)".formatted(count, judge.pictures())))
                : List.of();
    }

    private static List<Difference> colours(ColourPrint our, StillJudge judge) {
        ColourPrint their = ColourPrint.of(judge.first());
        if (our.contrast() < FLAT && their.contrast() > NOT_FLAT) {
            return List.of(
                    new Difference(
                            DifferenceKind.STILL_FLAT,
                            "one colour, contrast %.1f, not %.1f (ImageIO)"
                                    .formatted(our.contrast(), their.contrast())));
        }
        double distance = our.distance(their);
        double cast = our.cast(their);
        if (judge.coloursKnown() && (distance > SAME_COLOURS || cast > SAME_CAST)) {
            return List.of(
                    new Difference(
                            DifferenceKind.STILL_COLOUR,
                            "colours differ by %.1f, the whole by %.1f (ImageIO)"
                                    .formatted(distance, cast)));
        }
        return List.of();
    }
}
