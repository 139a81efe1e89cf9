package com.autoclipr.libav;

import com.autoclipr.libav.audio.AudioParts;
import com.autoclipr.libav.audio.ExactAudio;
import com.autoclipr.libav.handles.Fingerprint;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.libav.output.AacEncoder;
import com.autoclipr.libav.output.FileInspection;
import com.autoclipr.libav.output.Mp4Muxer;
import com.autoclipr.libav.output.X264Encoder;
import com.autoclipr.libav.pictures.AnimatedWebp;
import com.autoclipr.libav.pictures.AnimatedWebpPictures;
import com.autoclipr.libav.pictures.LibavPictureSource;
import com.autoclipr.libav.probe.MediaProbe;
import com.autoclipr.media.AudioEncoder;
import com.autoclipr.media.AudioEncoding;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoCodec;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/// [MediaLibrary] with FFmpeg's libraries, which its constructor loads.
public final class LibavMedia implements MediaLibrary {
    public LibavMedia() {
        Natives.load();
    }

    @Override
    public MediaFacts probe(Path file) {
        return MediaFailures.withExactTimes(file, () -> MediaProbe.probe(file));
    }

    @Override
    public PictureSource openPictures(Path file, VideoFacts facts) {
        Optional<AnimatedWebp> animation = AnimatedWebp.read(file);
        return animation.isPresent()
                ? new AnimatedWebpPictures(file, animation.get(), facts)
                : MediaFailures.withExactTimes(file, () -> LibavPictureSource.open(file, facts));
    }

    @Override
    public AudioSource openAudio(Path file, AudioFacts facts, Rational from) {
        return new ExactAudio(
                file,
                MediaFailures.withExactTimes(file, () -> new AudioParts(file, from).open(facts)));
    }

    @Override
    public VideoEncoder openVideoEncoder(VideoEncoding encoding) {
        return switch (encoding.codec()) {
            case VideoCodec.X264 x264 -> X264Encoder.open(encoding, x264);
        };
    }

    @Override
    public AudioEncoder openAudioEncoder(AudioEncoding encoding) {
        return AacEncoder.open(encoding);
    }

    @Override
    public Muxer openMuxer(Path file, MuxerTracks tracks) {
        return Mp4Muxer.open(file, tracks);
    }

    @Override
    public FileFacts inspect(Path file, FrameRate frameRate, LongConsumer progress) {
        return FileInspection.of(file, frameRate, progress);
    }

    @Override
    public String fingerprint() {
        return Fingerprint.ofLibraries();
    }
}
