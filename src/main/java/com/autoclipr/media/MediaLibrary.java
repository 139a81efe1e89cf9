package com.autoclipr.media;

import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/// Opens media for reading and writing; the port that `libav` implements.
///
/// Every method may throw [com.autoclipr.failure.FailureException] with a media kind and the fact
/// `file`. Implementations are safe for use by several threads; what they open belongs to one
/// thread at a time.
public interface MediaLibrary extends PictureLibrary {
    /// Reads headers and a few packets at both ends; of containers without an index, every packet.
    /// Decodes the first pictures only.
    MediaFacts probe(Path file);

    /// Opens the sound of `facts.audio()`, to be read from `from` (seconds of source time) onwards.
    /// The caller closes.
    AudioSource openAudio(Path file, AudioFacts facts, Rational from);

    /// A fresh encoder, which knows nothing of frames encoded before. The caller closes.
    VideoEncoder openVideoEncoder(VideoEncoding encoding);

    /// The caller closes.
    AudioEncoder openAudioEncoder(AudioEncoding encoding);

    /// A muxer that writes `file`, which it creates. The caller closes.
    Muxer openMuxer(Path file, MuxerTracks tracks);

    /// Reads a finished file back, whole: every packet, and by decoders opened afresh its sound and
    /// the pictures up to the second key frame.
    ///
    /// @param frameRate that it should have
    /// @param progress called with the number of packets read, in increasing order
    FileFacts inspect(Path file, FrameRate frameRate, LongConsumer progress);

    /// Names and versions of everything in this implementation that can change an output byte:
    /// libraries, encoder builds, processor features that choose between differing instructions.
    /// Part of every chunk key.
    String fingerprint();
}
