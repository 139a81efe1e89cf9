package com.autoclipr.testkit.media;

import com.autoclipr.failure.Decision;
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
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.encoded.EncodedAudio;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Media whose sounds are functions of the source's sample; the encoder keeps what it is given.
public final class FakeMedia implements MediaLibrary {
    /// The sample at an index counted from the source's zero, at 48 kHz.
    @FunctionalInterface
    public interface Sound {
        float at(long index);
    }

    private final Map<Path, Sound> sounds = new HashMap<>();
    private final List<Float> left = new ArrayList<>();
    private final List<Float> right = new ArrayList<>();
    private final Map<Path, MediaFacts> facts = new HashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private int openNow;
    private int openAtOnce;

    /// A source that lasts `seconds`; the right side is the left one's negative.
    public SourceFile source(String name, int seconds, Sound sound) {
        Path path = Path.of(name);
        sounds.put(path, sound);
        AudioFacts audio = AudioFacts.of(0, "fake", 48_000, 2, Rational.of(seconds));
        facts.put(path, facts(seconds, Optional.of(audio)));
        return new SourceFile(path, "", facts(seconds, Optional.of(audio)));
    }

    public static SourceFile silentSource(String name, int seconds) {
        return new SourceFile(Path.of(name), "", facts(seconds, Optional.empty()));
    }

    private static MediaFacts facts(int seconds, Optional<AudioFacts> audio) {
        return new MediaFacts(
                "fake",
                Rational.of(seconds),
                Optional.empty(),
                audio,
                List.of(),
                audio.stream().toList());
    }

    /// What sources answer when they are asked for decisions.
    public List<Decision> decisions() {
        return decisions;
    }

    /// Sources that are open now.
    public int openNow() {
        return openNow;
    }

    /// Most sources that were open at once.
    public int openAtOnce() {
        return openAtOnce;
    }

    public float[] encodedLeft() {
        return array(left);
    }

    public float[] encodedRight() {
        return array(right);
    }

    private static float[] array(List<Float> samples) {
        float[] array = new float[samples.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = samples.get(i);
        }
        return array;
    }

    @Override
    public AudioSource openAudio(Path file, AudioFacts facts, Rational from) {
        openNow++;
        openAtOnce = Math.max(openAtOnce, openNow);
        return new FakeSource(
                Objects.requireNonNull(sounds.get(file)),
                from.times(48_000).round(),
                facts.duration().times(48_000).round());
    }

    private final class FakeSource implements AudioSource {
        private final Sound sound;
        private final long end;
        private long position;

        FakeSource(Sound sound, long first, long end) {
            this.sound = sound;
            this.position = first;
            this.end = end;
        }

        @Override
        public void read(float[] toLeft, float[] toRight, int count) {
            for (int i = 0; i < count; i++, position++) {
                float sample = position < 0 || position >= end ? 0 : sound.at(position);
                toLeft[i] = sample;
                toRight[i] = -sample;
            }
        }

        @Override
        public boolean ended() {
            return position >= end;
        }

        @Override
        public List<Decision> decisions() {
            return decisions;
        }

        @Override
        public void close() {
            openNow--;
        }
    }

    @Override
    public AudioEncoder openAudioEncoder(AudioEncoding encoding) {
        return new AudioEncoder() {
            @Override
            public void encode(float[] newLeft, float[] newRight, int count) {
                for (int i = 0; i < count; i++) {
                    left.add(newLeft[i]);
                    right.add(newRight[i]);
                }
            }

            @Override
            public EncodedAudio finish() {
                return new EncodedAudio(
                        new byte[0], 0, left.size(), encoding.bitrateBps(), List.of());
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public MediaFacts probe(Path file) {
        return Objects.requireNonNull(facts.get(file));
    }

    @Override
    public PictureSource openPictures(Path file, VideoFacts facts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public VideoEncoder openVideoEncoder(VideoEncoding encoding) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Muxer openMuxer(Path file, MuxerTracks tracks) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileFacts inspect(
            Path file, FrameRate frameRate, java.util.function.LongConsumer progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String fingerprint() {
        return "fake";
    }
}
