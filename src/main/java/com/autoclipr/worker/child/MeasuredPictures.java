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
import java.util.function.Supplier;

/// Measures the time that another library takes to open and decode pictures, and reports it to the
/// pipeline's clock. For the drawing thread.
final class MeasuredPictures implements PictureLibrary {
    private final PictureLibrary library;
    private final PipelineClock clock;
    private long decodeNs;

    MeasuredPictures(PictureLibrary library, PipelineClock clock) {
        this.library = library;
        this.clock = clock;
    }

    /// Nanoseconds spent in decoders so far.
    long decodeNs() {
        return decodeNs;
    }

    @Override
    public PictureSource openPictures(Path file, VideoFacts facts) {
        return measured(() -> new Measured(library.openPictures(file, facts)));
    }

    private <T> T measured(Supplier<T> decoding) {
        PipelineClock.Drawing before = clock.drawing(PipelineClock.Drawing.DECODING);
        long startNs = System.nanoTime();
        try {
            return decoding.get();
        } finally {
            decodeNs += System.nanoTime() - startNs;
            clock.drawing(before);
        }
    }

    private final class Measured implements PictureSource {
        private final PictureSource source;

        Measured(PictureSource source) {
            this.source = source;
        }

        @Override
        public Picture at(Rational sourceTime) {
            return measured(() -> source.at(sourceTime));
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
