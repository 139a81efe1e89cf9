package com.autoclipr.worker;

import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.Decision;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.Picture;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.SoundEncoder;
import com.autoclipr.media.SoundEncoding;
import com.autoclipr.media.SoundSource;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/// A media library that measures how long its pictures take to open and decode; everything else is
/// the other library's. For the drawing thread.
final class MeasuredPictures implements MediaLibrary {
    private final MediaLibrary library;
    private long decodeNs;

    MeasuredPictures(MediaLibrary library) {
        this.library = library;
    }

    /// Nanoseconds in decoders so far.
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
        public List<Decision> decisions() {
            return source.decisions();
        }

        @Override
        public void close() {
            source.close();
        }
    }

    @Override
    public MediaFacts probe(Path file) {
        return library.probe(file);
    }

    @Override
    public SoundSource openSound(Path file, AudioFacts facts, Rational from) {
        return library.openSound(file, facts, from);
    }

    @Override
    public VideoEncoder openVideoEncoder(VideoEncoding encoding) {
        return library.openVideoEncoder(encoding);
    }

    @Override
    public SoundEncoder openSoundEncoder(SoundEncoding encoding) {
        return library.openSoundEncoder(encoding);
    }

    @Override
    public Muxer openMuxer(Path file, MuxerTracks tracks) {
        return library.openMuxer(file, tracks);
    }

    @Override
    public FileFacts inspect(Path file, LongConsumer progress) {
        return library.inspect(file, progress);
    }

    @Override
    public String fingerprint() {
        return library.fingerprint();
    }
}
