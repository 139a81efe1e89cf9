package com.autoclipr.media;

import java.nio.file.Path;

/// The part of a [MediaLibrary] that drawing needs.
@FunctionalInterface
public interface PictureLibrary {
    /// Opens the video stream `facts`, the file's [MediaFacts#video()]. The caller closes it.
    PictureSource openPictures(Path file, VideoFacts facts);
}
