package com.autoclipr.testkit.reading;

import java.util.ArrayList;
import java.util.List;

/// What holding two readings of a file against each other gave.
///
/// @param differences all, also those that a decision explains
record Verdict(Reading ours, Reading theirs, List<Difference> differences) {
    Verdict {
        differences = List.copyOf(differences);
    }

    /// Differences of which no decision says why.
    List<Difference> unexplained() {
        return differences.stream()
                .filter(difference -> !Excuses.accepts(difference, ours.decisions()))
                .toList();
    }

    /// What each reading found, in a few words.
    String inShort() {
        return "ours: " + words(ours) + "; theirs: " + words(theirs);
    }

    static String words(Reading reading) {
        if (!reading.refused().isEmpty()) {
            return "refused (" + reading.refused() + ")";
        }
        List<String> words = new ArrayList<>();
        reading.pictures().ifPresent(p -> words.add(words(p)));
        reading.sound()
                .ifPresent(
                        s ->
                                words.add(
                                        "sound %s–%s s"
                                                .formatted(
                                                        s.start().toDecimal(3),
                                                        s.end().toDecimal(3))));
        return String.join(", ", words);
    }

    private static String words(PictureReading pictures) {
        return "%d pictures%s, %d×%d, until %s s"
                .formatted(
                        pictures.pictures().size(),
                        pictures.whole() ? "" : " so far",
                        pictures.displayWidth(),
                        pictures.displayHeight(),
                        pictures.end().toDecimal(3));
    }
}
