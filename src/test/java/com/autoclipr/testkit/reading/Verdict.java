package com.autoclipr.testkit.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    /// What each reading found, in a few words; once if it is the same.
    String inShort() {
        if (!theirs.refused().isEmpty() && !ours.refused().isEmpty()) {
            return "neither reads it";
        }
        return differences.isEmpty() && theirs.refused().isEmpty()
                ? words(theirs)
                : "ours: " + words(ours) + "; theirs: " + words(theirs);
    }

    /// Whether the readings agree, and if not, why; what a decision explains is marked.
    String result() {
        if (differences.isEmpty()) {
            return theirs.refused().isEmpty() ? "agrees" : "no second reading";
        }
        List<Difference> unexplained = unexplained();
        return differences.stream()
                .map(
                        difference ->
                                unexplained.contains(difference)
                                        ? "**" + difference + "**"
                                        : difference + " (reported)")
                .collect(Collectors.joining("; "));
    }

    /// What was decided, each kind once.
    List<String> decisions() {
        return ours.decisions().stream()
                .map(decision -> decision.kind().token())
                .distinct()
                .toList();
    }

    private static String words(Reading reading) {
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
        return "%d %s%s, %d×%d, until %s s"
                .formatted(
                        pictures.pictures().size(),
                        pictures.pictures().size() == 1 ? "picture" : "pictures",
                        pictures.whole() ? "" : " so far",
                        pictures.displayWidth(),
                        pictures.displayHeight(),
                        pictures.end().toDecimal(3));
    }
}
