package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Decision;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.EditList;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pictures of a track with its edit list applied. Owns the pictures of the track.
final class EditedPictures implements PictureSource {
    private static final Rational NANOSECOND = new Rational(1, 1_000_000_000);

    private final PictureSource track;
    private final EditList edits;
    private final Path file;
    private final DisplaySize size;
    private @Nullable Picture nothing;
    private boolean shown;

    /// @param track on media time
    /// @param facts of the video
    EditedPictures(PictureSource track, EditList edits, Path file, VideoFacts facts) {
        this.track = track;
        this.edits = edits;
        this.file = file;
        this.size = facts.displaySize();
    }

    @Override
    public Picture at(Rational sourceTime) {
        return MediaFailures.withExactTimes(file, () -> edited(sourceTime));
    }

    private Picture edited(Rational sourceTime) {
        EditList.Edit edit = edits.at(sourceTime);
        shown = !edit.empty();
        if (!shown) {
            return nothing();
        }
        Rational last = edit.end().minus(NANOSECOND);
        Rational inside = sourceTime.max(edit.start()).min(last);
        return track.at(edit.mediaTime(inside));
    }

    /// A fully transparent picture.
    private Picture nothing() {
        Picture empty = nothing;
        if (empty == null) {
            empty = new RgbaPicture(new byte[4], 1, 1, false);
            nothing = empty;
        }
        return empty;
    }

    @Override
    public DisplaySize displaySize() {
        return shown ? track.displaySize() : size;
    }

    @Override
    public List<Decision> decisions() {
        return track.decisions();
    }

    @Override
    public void close() {
        track.close();
    }
}
