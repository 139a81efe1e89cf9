package com.autoclipr.media;

import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/// The port for reading and writing media, implemented by `libav`.
///
/// Every method may throw [com.autoclipr.failure.FailureException] with a media kind and the fact
/// `file`. Implementations are thread-safe; the objects they return are not.
public interface MediaLibrary extends PictureLibrary {
    /// Reads the headers and some packets at both ends, or every packet of a container without an
    /// index. Decodes only the first pictures.
    MediaFacts probe(Path file);

    /// Opens audio for reading from `from` (seconds of source time). The caller closes it.
    AudioSource openAudio(Path file, AudioFacts facts, Rational from);

    /// Opens a new encoder, independent of all others. The caller closes it.
    VideoEncoder openVideoEncoder(VideoEncoding encoding);

    /// The caller closes.
    AudioEncoder openAudioEncoder(AudioEncoding encoding);

    /// Opens a muxer that creates `file`. The caller closes it.
    Muxer openMuxer(Path file, MuxerTracks tracks);

    /// Reads back a finished file: demuxes every packet, and decodes the audio and the pictures up
    /// to the second keyframe with new decoders.
    ///
    /// @param frameRate expected frame rate
    /// @param progress called with the number of packets read so far
    FileFacts inspect(Path file, FrameRate frameRate, LongConsumer progress);

    /// Names and versions of everything in this implementation that can change an output byte:
    /// libraries, encoder builds, CPU features that select between code paths. Part of every chunk
    /// key.
    String fingerprint();
}
