package com.autoclipr.worker.child;

import com.autoclipr.failure.Decision;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.PictureLibrary;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;

/// Measures the time that another library takes to open and decode pictures. For the drawing
/// thread.
final class MeasuredPictures implements PictureLibrary {
    private final PictureLibrary library;
    private long decodeNs;

    MeasuredPictures(PictureLibrary library) {
        this.library = library;
    }

    /// Nanoseconds spent in decoders so far.
    long decodeNs() {
        return decodeNs;
    }

    @Override
    public PictureSource openPictures(Path file, VideoFacts facts) {
        long startNs = System.nanoTime();
        try {
            return new Measured(library.openPictures(file, facts));
        } finally {
            decodeNs += System.nanoTime() - startNs;
        }
    }

    private final class Measured implements PictureSource {
        private final PictureSource source;

        Measured(PictureSource source) {
            this.source = source;
        }

        @Override
        public Picture at(Rational sourceTime) {
            long startNs = System.nanoTime();
            try {
                return source.at(sourceTime);
            } finally {
                decodeNs += System.nanoTime() - startNs;
            }
        }

        @Override
        public DisplaySize displaySize() {
            return source.displaySize();
        }

        @Override
        public List<Decision> decisions() {
            return source.decisions();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
