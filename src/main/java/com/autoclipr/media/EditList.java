package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.List;

/// Maps source time to the media time of a track, if the edit list (`elst` of MP4 and QuickTime)
/// does more than trim its ends.
///
/// @param firstMedia media time of the first picture or sample, in seconds
/// @param edits in order, without gap or overlap
public record EditList(Rational firstMedia, List<Edit> edits) {
    /// One edit.
    ///
    /// @param start source time, seconds
    /// @param end source time, exclusive
    /// @param media media time shown at `start`; negative for an empty edit
    /// @param rate media seconds per second; zero for a freeze frame
    public record Edit(Rational start, Rational end, Rational media, Rational rate) {
        /// Whether it is an empty edit.
        public boolean empty() {
            return media.signum() < 0;
        }

        /// The media time at a source time within this edit.
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

    /// The edit at a source time; clamped to the first and the last one.
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
