package com.autoclipr.plan;

import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.failure.Decision;
import com.autoclipr.media.AudioEncoder;
import com.autoclipr.media.AudioEncoding;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.FontSource;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.media.TrackLabel;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.encoded.EncodedAudio;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.testkit.Pictures;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.testkit.media.UsualVideo;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/// Painted pictures and computed sound for the rich projects: sources of every kind that the
/// renderer tells apart. What a file is follows from its name: `talk-2.mp4` is as `talk.mp4`, but
/// has another content; `talk-copy.mp4` has the same.
///
/// A sound is a function of the exact source time, so that a shift of less than a sample is heard.
final class RichMedia implements MediaLibrary {
    private static final int SECONDS = 8;
    private static final String FONTS = "META-INF/resources/_static/inter/5.2.5/files/";

    private final PaintedMedia painted = new PaintedMedia();
    private final Map<String, SourceFile> media = new HashMap<>();
    private final Map<String, FontSource> fonts = new HashMap<>();
    private final Map<Path, Double> hertz = new HashMap<>();
    private ByteBuffer heard = ByteBuffer.allocate(0);

    /// @param folder for font files
    RichMedia(Path folder) {
        FrameRate fast = FrameRate.of(50, 1);
        for (int other = 0; other < 2; other++) {
            double shift = 0.35 * other;
            film("talk", ".mp4", "h264", fast, other, index -> grey(index, shift));
            film("glow", ".webm", "libvpx-vp9", fast, other, index -> translucent(index, shift));
            picture("logo", ".png", 1, other, _ -> translucent(7, shift));
            picture("photo", ".jpg", 1, other, _ -> grey(3, shift));
            picture("spin", ".gif", 60, other, index -> translucent(3 * index, shift));
            picture("blink", ".gif", 15, other, index -> translucent(9 * index, shift));
            sound("music", ".wav", other, 300 + 70 * other);
            font("plain", other, folder, other == 0 ? "latin-900-normal" : "latin-300-italic");
        }
    }

    /// The sources of a project.
    Sources sources() {
        return new Sources(media, fonts);
    }

    /// The sources of a slice, under the names that they have there.
    Sources sources(Slice slice) {
        Map<String, SourceFile> renamed = new HashMap<>();
        Map<String, FontSource> renamedFonts = new HashMap<>();
        Project project = slice.project();
        Map<String, String> names = slice.names().inProject();
        for (Layer layer : project.layers()) {
            src(layer).ifPresent(src -> renamed.put(src, media.get(names.get(src))));
        }
        for (FontFile font : project.fonts()) {
            renamedFonts.put(font.src(), fonts.get(names.get(font.src())));
        }
        return new Sources(renamed, renamedFonts);
    }

    private static Optional<String> src(Layer layer) {
        return switch (layer) {
            case com.autoclipr.composition.VideoLayer video -> Optional.of(video.src());
            case com.autoclipr.composition.ImageLayer image -> Optional.of(image.src());
            case com.autoclipr.composition.AudioLayer audio -> Optional.of(audio.src());
            case com.autoclipr.composition.TextLayer _, com.autoclipr.composition.ShapeLayer _ ->
                    Optional.empty();
        };
    }

    private static Picture grey(long index, double shift) {
        return Pictures.grey(
                96, 54, (x, y) -> 0.5 + 0.45 * Math.sin(x / 7 + y / 5 + index * 0.31 + shift));
    }

    private static Picture translucent(long index, double shift) {
        return Pictures.rgba(
                48,
                32,
                (x, y) -> {
                    double wave = 0.5 + 0.4 * Math.sin(x / 3 + index * 0.29 + shift);
                    return new double[] {wave, y / 32, 1 - wave, x < 4 ? 0.4 : 0.9};
                });
    }

    /// Painted once each.
    private static LongFunction<Picture> kept(LongFunction<Picture> paint) {
        Map<Long, Picture> pictures = new HashMap<>();
        return index -> pictures.computeIfAbsent(index, paint::apply);
    }

    private void film(
            String name,
            String end,
            String codec,
            FrameRate rate,
            int other,
            LongFunction<Picture> paint) {
        long count = rate.framesIn(Rational.of(SECONDS));
        for (String src : names(name, end, other)) {
            painted.with(src, rate, count, kept(paint));
            SourceFile file = painted.sources().get(src);
            VideoFacts video = file.facts().video().orElseThrow();
            VideoFacts facts =
                    new UsualVideo(
                                    video.displayWidth(),
                                    video.displayHeight(),
                                    rate,
                                    video.duration())
                            .codec(codec)
                            .timeBase(video.timeBase())
                            .alpha(
                                    paint.apply(0)
                                            instanceof com.autoclipr.media.picture.RgbaPicture)
                            .facts();
            keep(src, file.path(), name + other, Optional.of(facts), true);
            hertz.put(file.path(), 200.0 + 40 * other + name.length());
        }
    }

    private void picture(
            String name, String end, long count, int other, LongFunction<Picture> paint) {
        for (String src : names(name, end, other)) {
            painted.with(src, FrameRate.of(50, 1), count, kept(paint));
            SourceFile file = painted.sources().get(src);
            keep(src, file.path(), name + other, file.facts().video(), false);
        }
    }

    private void sound(String name, String end, int other, double frequencyHz) {
        for (String src : names(name, end, other)) {
            Path path = Path.of("/painted", src);
            keep(src, path, name + other, Optional.empty(), true);
            hertz.put(path, frequencyHz);
        }
    }

    private static List<String> names(String name, String end, int other) {
        return other == 0 ? List.of(name + end, name + "-copy" + end) : List.of(name + "-2" + end);
    }

    private void keep(
            String src, Path path, String content, Optional<VideoFacts> video, boolean sounds) {
        Rational duration = Rational.of(SECONDS);
        AudioFacts audio = AudioFacts.of(1, "pcm", 48_000, 2, duration);
        boolean still = video.isPresent() && video.get().still();
        MediaFacts facts =
                new MediaFacts(
                        "painted",
                        still ? Rational.ZERO : video.map(VideoFacts::duration).orElse(duration),
                        video,
                        sounds ? Optional.of(audio) : Optional.empty(),
                        List.of(),
                        sounds ? List.of(audio, inFrench(audio)) : List.of());
        media.put(src, new SourceFile(path, content, facts));
    }

    private static AudioFacts inFrench(AudioFacts other) {
        TrackLabel label =
                new TrackLabel(
                        1,
                        "stereo",
                        Optional.of("fra"),
                        Optional.empty(),
                        false,
                        TrackLabel.Role.MAIN);
        return new AudioFacts(
                other.streamIndex() + 1,
                other.codec(),
                other.sampleRateHz(),
                other.channels(),
                other.start(),
                other.duration(),
                other.clock(),
                label,
                List.of());
    }

    private void font(String name, int other, Path folder, String file) {
        for (String src : names(name, ".woff2", other)) {
            Path path = folder.resolve(src);
            try (InputStream in =
                    RichMedia.class
                            .getClassLoader()
                            .getResourceAsStream(FONTS + "inter-" + file + ".woff2")) {
                Files.write(path, Objects.requireNonNull(in).readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            fonts.put(src, new FontSource(path, name + other));
        }
    }

    /// Samples of the sound track encoded last, left and right in turn.
    byte[] heard() {
        return Arrays.copyOf(heard.array(), heard.position());
    }

    @Override
    public PictureSource openPictures(Path file, VideoFacts facts) {
        return painted.openPictures(file, facts);
    }

    @Override
    public AudioSource openAudio(Path file, AudioFacts facts, Rational from) {
        double frequencyHz = Objects.requireNonNull(hertz.get(file)) * facts.streamIndex();
        return new AudioSource() {
            private long position;

            @Override
            public void read(float[] left, float[] right, int count) {
                for (int i = 0; i < count; i++, position++) {
                    double seconds = from.toDouble() + position / 48_000.0;
                    boolean within = seconds >= 0 && seconds < SECONDS;
                    double phase = frequencyHz * seconds;
                    left[i] = within ? (float) (phase - (long) phase) : 0;
                    right[i] = within ? -left[i] : 0;
                }
            }

            @Override
            public boolean ended() {
                return false;
            }

            @Override
            public List<Decision> decisions() {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public AudioEncoder openAudioEncoder(AudioEncoding encoding) {
        heard = ByteBuffer.allocate(SECONDS * 48_000 * 8);
        return new AudioEncoder() {
            @Override
            public void encode(float[] left, float[] right, int count) {
                for (int i = 0; i < count; i++) {
                    heard.putFloat(left[i]).putFloat(right[i]);
                }
            }

            @Override
            public EncodedAudio finish() {
                return new EncodedAudio(
                        new byte[0], 0, heard.position() / 8, encoding.bitrateBps(), List.of());
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public MediaFacts probe(Path file) {
        throw new UnsupportedOperationException("its facts are known");
    }

    @Override
    public VideoEncoder openVideoEncoder(VideoEncoding encoding) {
        throw new UnsupportedOperationException("only pixels are looked at");
    }

    @Override
    public Muxer openMuxer(Path file, MuxerTracks tracks) {
        throw new UnsupportedOperationException("only pixels are looked at");
    }

    @Override
    public FileFacts inspect(Path file, FrameRate frameRate, LongConsumer progress) {
        throw new UnsupportedOperationException("only pixels are looked at");
    }

    @Override
    public String fingerprint() {
        return "painted";
    }
}
