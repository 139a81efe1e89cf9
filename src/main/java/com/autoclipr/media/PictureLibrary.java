package com.autoclipr.media;

import java.nio.file.Path;

/// Opens pictures; the part of a [MediaLibrary] that drawing needs.
@FunctionalInterface
public interface PictureLibrary {
    /// Opens the pictures of `facts`, the file's [MediaFacts#video()]. The caller closes.
    PictureSource openPictures(Path file, VideoFacts facts);
}
