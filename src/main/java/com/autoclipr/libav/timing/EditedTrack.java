package com.autoclipr.libav.timing;

import com.autoclipr.libav.container.Mp4Edits;
import com.autoclipr.media.EditList;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Converts the entries of an MP4 edit list to an [EditList].
public final class EditedTrack {
    private EditedTrack() {}

    /// @param entries as stored
    /// @param firstMedia media time of the first picture or sample, in seconds
    /// @param mediaEnd media time at which the track ends
    /// @return empty if nothing is ever shown; times are relative to the start of the movie
    public static Optional<EditList> of(
            List<Mp4Edits.Entry> entries, Rational firstMedia, Rational mediaEnd) {
        List<EditList.Edit> edits = new ArrayList<>();
        Rational start = Rational.ZERO;
        boolean shown = false;
        for (int i = 0; i < entries.size(); i++) {
            Mp4Edits.Entry entry = entries.get(i);
            Rational length = entry.duration();
            boolean rest = i == entries.size() - 1 && length.signum() == 0;
            if (rest && entry.media().isPresent() && entry.rate().signum() > 0) {
                Rational media = mediaEnd.minus(entry.media().get()).max(Rational.ZERO);
                length = media.dividedBy(entry.rate());
            }
            Rational end = start.plus(length);
            // An empty edit at the start is just a later start.
            if (length.signum() > 0 && (shown || entry.media().isPresent())) {
                shown = true;
                edits.add(
                        new EditList.Edit(
                                start,
                                end,
                                entry.media().orElse(Rational.of(-1)),
                                entry.rate().max(Rational.ZERO)));
            }
            start = end;
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(new EditList(firstMedia, edits));
    }

    /// The list with times relative to `zero`, in seconds of the movie.
    static EditList from(EditList list, Rational zero) {
        return new EditList(
                list.firstMedia(),
                list.edits().stream()
                        .map(
                                edit ->
                                        new EditList.Edit(
                                                edit.start().minus(zero),
                                                edit.end().minus(zero),
                                                edit.media(),
                                                edit.rate()))
                        .toList());
    }
}
