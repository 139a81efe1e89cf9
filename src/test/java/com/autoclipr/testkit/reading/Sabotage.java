package com.autoclipr.testkit.reading;

import com.autoclipr.failure.Decision;
import com.autoclipr.media.AudioEncoder;
import com.autoclipr.media.AudioEncoding;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/// A library that spoils what another one reads.
///
/// @param pictures spoils pictures when they are opened
/// @param sound spoils sound when it is opened
record Sabotage(
        MediaLibrary library,
        UnaryOperator<MediaFacts> facts,
        UnaryOperator<PictureSource> pictures,
        UnaryOperator<AudioSource> sound)
        implements MediaLibrary {

    /// What happens to a sample: its place is counted from the source's zero.
    @FunctionalInterface
    interface Samples {
        float at(long index, boolean right, float sample);
    }

    /// When a picture is asked for instead.
    @FunctionalInterface
    interface Times {
        Rational instead(Rational time);
    }

    static Sabotage none(MediaLibrary library) {
        return new Sabotage(
                library,
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity());
    }

    Sabotage facts(UnaryOperator<MediaFacts> spoil) {
        return new Sabotage(library, spoil, pictures, sound);
    }

    Sabotage times(Times times) {
        return pictures(source -> spoilt(source, time -> source.at(times.instead(time))));
    }

    /// Pictures are spoilt each by itself.
    Sabotage each(UnaryOperator<Picture> spoil) {
        return pictures(
                source -> {
                    Picture[] last = new Picture[2];
                    return spoilt(
                            source,
                            time -> {
                                Picture now = source.at(time);
                                if (!now.equals(last[0])) {
                                    last[0] = now;
                                    last[1] = spoil.apply(now);
                                }
                                return last[1];
                            });
                });
    }

    Sabotage samples(Samples samples) {
        return new Sabotage(library, facts, pictures, source -> spoilt(source, samples));
    }

    /// Sound is heard later by so many samples.
    Sabotage late(int delay) {
        return new Sabotage(
                library,
                facts,
                pictures,
                source -> {
                    float[] held = new float[2 * delay];
                    int[] at = {0};
                    return spoilt(
                            source,
                            (index, right, sample) -> {
                                int place = at[0];
                                at[0] = (place + 1) % held.length;
                                float before = held[place];
                                held[place] = sample;
                                return before;
                            });
                });
    }

    private Sabotage pictures(UnaryOperator<PictureSource> spoil) {
        return new Sabotage(library, facts, spoil, sound);
    }

    private interface Ask {
        Picture at(Rational time);
    }

    private static PictureSource spoilt(PictureSource source, Ask ask) {
        return new PictureSource() {
            @Override
            public Picture at(Rational sourceTime) {
                return ask.at(sourceTime);
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
        };
    }

    private static AudioSource spoilt(AudioSource source, Samples samples) {
        return new AudioSource() {
            private long position;

            @Override
            public void read(float[] left, float[] right, int count) {
                source.read(left, right, count);
                for (int i = 0; i < count; i++) {
                    left[i] = samples.at(position, false, left[i]);
                    right[i] = samples.at(position, true, right[i]);
                    position++;
                }
            }

            @Override
            public boolean ended() {
                return source.ended();
            }

            @Override
            public List<Decision> decisions() {
                return source.decisions();
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    @Override
    public MediaFacts probe(Path file) {
        return facts.apply(library.probe(file));
    }

    @Override
    public PictureSource openPictures(Path file, VideoFacts video) {
        return pictures.apply(library.openPictures(file, video));
    }

    @Override
    public AudioSource openAudio(Path file, AudioFacts audio, Rational from) {
        return sound.apply(library.openAudio(file, audio, from));
    }

    @Override
    public VideoEncoder openVideoEncoder(VideoEncoding encoding) {
        return library.openVideoEncoder(encoding);
    }

    @Override
    public AudioEncoder openAudioEncoder(AudioEncoding encoding) {
        return library.openAudioEncoder(encoding);
    }

    @Override
    public Muxer openMuxer(Path file, MuxerTracks tracks) {
        return library.openMuxer(file, tracks);
    }

    @Override
    public FileFacts inspect(Path file, FrameRate frameRate, LongConsumer progress) {
        return library.inspect(file, frameRate, progress);
    }

    @Override
    public String fingerprint() {
        return library.fingerprint();
    }
}
