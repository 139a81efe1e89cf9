package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.List;

/// Which parts of a track are shown when, where a file says more than where the track begins and
/// ends (MP4 and QuickTime: `elst`).
///
/// @param firstMedia media time of the track's first picture or sample, seconds
/// @param edits in order, without gap or overlap
public record EditList(Rational firstMedia, List<Edit> edits) {
    /// A part of the film.
    ///
    /// @param start source time, seconds
    /// @param end source time, exclusive
    /// @param media media time shown at `start`; negative where nothing is shown
    /// @param rate media seconds per second; zero where one picture is held
    public record Edit(Rational start, Rational end, Rational media, Rational rate) {
        /// Whether nothing is shown and heard.
        public boolean empty() {
            return media.signum() < 0;
        }

        /// Media time shown at a source time of this edit.
        public Rational mediaTime(Rational sourceTime) {
            return media.plus(sourceTime.minus(start).times(rate));
        }
    }

    public EditList {
        edits = List.copyOf(edits);
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("an edit list without edits");
        }
    }

    /// The edit at a source time; the first one before all, the last one after all.
    public Edit at(Rational sourceTime) {
        int low = 0;
        int high = edits.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (edits.get(middle).start().compareTo(sourceTime) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return edits.get(low);
    }
}
