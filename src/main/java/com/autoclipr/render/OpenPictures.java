package com.autoclipr.render;

import com.autoclipr.failure.Decision;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.PictureLibrary;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.time.Rational;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pictures of a layer's source: opened on first use, closed outside the layer's time range.
/// Owns the source.
final class OpenPictures implements AutoCloseable {
    private final PictureLibrary media;
    private final SourceFile file;
    private final VideoFacts facts;
    private final Runnable onNewPicture;
    private final Set<Decision> decisions = new LinkedHashSet<>();
    private @Nullable PictureSource source;
    private @Nullable Picture last;
    private long serial;

    /// @param onNewPicture called for every picture that differs from the previous one
    OpenPictures(PictureLibrary media, SourceFile file, VideoFacts facts, Runnable onNewPicture) {
        this.media = media;
        this.file = file;
        this.facts = facts;
        this.onNewPicture = onNewPicture;
    }

    VideoFacts facts() {
        return facts;
    }

    /// Valid until the next call.
    Picture at(Rational sourceTime) {
        if (source == null) {
            source = media.openPictures(file.path(), facts);
        }
        Picture picture = source.at(sourceTime);
        if (picture != last) {
            last = picture;
            serial++;
            onNewPicture.run();
        }
        return picture;
    }

    /// The size of the last picture.
    DisplaySize displaySize() {
        return source == null ? facts.displaySize() : source.displaySize();
    }

    /// A unique number of the last picture.
    long serial() {
        return serial;
    }

    /// Decisions made while decoding.
    List<Decision> decisions() {
        if (source != null) {
            decisions.addAll(source.decisions());
        }
        return List.copyOf(decisions);
    }

    /// Closes the source; it is reopened on demand.
    @Override
    public void close() {
        if (source != null) {
            decisions.addAll(source.decisions());
            source.close();
            source = null;
            last = null;
        }
    }
}
