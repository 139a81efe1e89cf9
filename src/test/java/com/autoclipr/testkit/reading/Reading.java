package com.autoclipr.testkit.reading;

import com.autoclipr.failure.Decision;
import com.autoclipr.testkit.reading.audio.AudioReading;
import java.util.List;
import java.util.Optional;

/// What one reader found in a file.
///
/// @param still whether the file is one picture
/// @param refused why it found nothing; empty if it read the file
/// @param decisions what it said about it
record Reading(
        Optional<PictureReading> pictures,
        Optional<AudioReading> sound,
        boolean still,
        String refused,
        List<Decision> decisions) {
    Reading {
        decisions = List.copyOf(decisions);
    }

    static Reading refused(String why) {
        return new Reading(Optional.empty(), Optional.empty(), false, why, List.of());
    }
}
