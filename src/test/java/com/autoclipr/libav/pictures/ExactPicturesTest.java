package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.libav.BarCodePicture;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.libav.MovieWriter;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The right picture after any jump, for pictures that carry their number as a bar code.
@Tag("slow")
class ExactPicturesTest {
    private static final int PICTURES = 75;
    private static final Map<String, String> X264 =
            Map.of("preset", "veryfast", "crf", "18", "g", "24", "bf", "3");
    private static final Rational FPS = Rational.of(25);
    private static final MediaLibrary MEDIA = new LibavMedia();

    @TempDir Path folder;

    /// A film and the number of its first picture that is shown.
    private record Case(String name, MovieWriter.Film film, int firstShown) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> films() {
        return Stream.of(rates(), groups(), starts(), codecs())
                .flatMap(List::stream)
                .map(Arguments::of);
    }

    private static List<Case> rates() {
        List<Case> cases = new ArrayList<>();
        List<Rational> rates =
                List.of(
                        Rational.of(24),
                        Rational.of(25),
                        Rational.of(30000, 1001),
                        Rational.of(30),
                        Rational.of(50),
                        Rational.of(60000, 1001));
        for (String muxer : List.of("mp4", "matroska", "mpegts")) {
            for (Rational rate : rates) {
                MovieWriter.Film film = film(muxer, "libx264", rate, 0).encoding(X264);
                cases.add(new Case(muxer + " " + rate, film, 0));
            }
            cases.add(new Case(muxer + " VFR", vfr(muxer), 0));
        }
        return cases;
    }

    private static List<Case> groups() {
        List<Case> cases = new ArrayList<>();
        for (String muxer : List.of("mp4", "matroska", "mpegts", "flv")) {
            MovieWriter.Film film = film(muxer, "libx264", FPS, 0);
            Map<String, String> open = with("x264-params", "open-gop=1:scenecut=0");
            cases.add(new Case(muxer + " long GOP", film.encoding(with("g", "250")), 0));
            cases.add(new Case(muxer + " open GOP", film.encoding(open), 0));
            cases.add(new Case(muxer + " no B", film.encoding(with("bf", "0")), 0));
        }
        for (String muxer : List.of("mp4", "mpegts", "matroska")) {
            String open = "keyint=20:open-gop=1:log-level=0:bframes=3";
            MovieWriter.Film film =
                    film(muxer, "libx265", FPS, 0)
                            .encoding(Map.of("preset", "ultrafast", "x265-params", open));
            cases.add(new Case(muxer + " HEVC open GOP", film, 0));
        }
        MovieWriter.Film mpeg2 =
                film("mpegts", "mpeg2video", FPS, 0)
                        .encoding(Map.of("g", "12", "bf", "2", "b", "2000000"));
        cases.add(new Case("mpegts MPEG-2 open GOP", mpeg2, 0));
        return cases;
    }

    private static List<Case> starts() {
        List<Case> cases = new ArrayList<>();
        for (String muxer : List.of("mp4", "mpegts", "matroska")) {
            MovieWriter.Film late = film(muxer, "libx264", FPS, 250).encoding(X264);
            cases.add(new Case(muxer + " starts at 10 s", late, 0));
        }
        MovieWriter.Film edited =
                film("mp4", "libx264", FPS, -33)
                        .encoding(X264)
                        .muxing(Map.of("avoid_negative_ts", "disabled"));
        cases.add(new Case("mp4 edit list inside a GOP", edited, 33));
        MovieWriter.Film fragmented =
                film("mp4", "libx264", FPS, 0)
                        .encoding(X264)
                        .muxing(Map.of("movflags", "frag_keyframe+empty_moov"));
        cases.add(new Case("mp4 fragmented", fragmented, 0));
        return cases;
    }

    private static List<Case> codecs() {
        MovieWriter.Film avi = film("avi", "mpeg4", FPS, 0);
        return List.of(
                new Case("webm VP9", film("webm", "libvpx-vp9", FPS, 0).encoding(vpx()), 0),
                new Case("webm VP8", film("webm", "libvpx", FPS, 0).encoding(vpx()), 0),
                new Case("avi", avi.encoding(Map.of("b", "2000000", "g", "20")), 0),
                new Case("avi B", avi.encoding(Map.of("b", "2000000", "g", "20", "bf", "2")), 0));
    }

    private static Map<String, String> vpx() {
        return Map.of("b", "1000000", "g", "20", "cpu-used", "8", "deadline", "realtime");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> options = new java.util.LinkedHashMap<>(X264);
        options.put(name, value);
        return options;
    }

    private static MovieWriter.Film film(
            String muxer, String encoder, Rational fps, int firstIndex) {
        return MovieWriter.Film.of(
                muxer,
                encoder,
                fps.reciprocal(),
                LongStream.range(firstIndex, firstIndex + PICTURES).boxed().toList());
    }

    private static MovieWriter.Film vfr(String muxer) {
        List<Long> ticks = new ArrayList<>();
        Random random = new Random(5);
        long at = 0;
        for (int i = 0; i < PICTURES; i++) {
            ticks.add(at);
            at += 1 + random.nextInt(9);
        }
        return MovieWriter.Film.of(muxer, "libx264", Rational.of(1, 90), ticks).encoding(X264);
    }

    @ParameterizedTest
    @MethodSource("films")
    void showsTheLastPictureThatHasBegun(Case film) {
        Path file = folder.resolve("film");
        MovieWriter.write(file, film.film);
        VideoFacts facts = MEDIA.probe(file).video().orElseThrow();
        List<Long> shown = shownTicks(file);
        assertEquals(PICTURES - film.firstShown, shown.size());
        assertEquals(Rational.ZERO, facts.firstPicture());
        try (PictureSource forwards = MEDIA.openPictures(file, facts);
                PictureSource jumping = MEDIA.openPictures(file, facts)) {
            Random random = new Random(11);
            List<Rational> times = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                Rational begin = facts.timeBase().times(shown.get(i) - shown.getFirst());
                times.add(begin);
                times.add(begin.minus(grace(i, shown, facts)));
                times.add(begin.minus(grace(i, shown, facts).times(Rational.of(10, 9))));
                times.add(begin.plus(Rational.of(random.nextInt(40), 1000)));
            }
            times.sort(null);
            for (Rational time : times) {
                assertEquals(
                        expected(time, shown, facts, film),
                        BarCodePicture.read(forwards.at(time)),
                        () -> "forwards at " + time);
            }
            Collections.shuffle(times, random);
            for (Rational time : times.subList(0, 60)) {
                assertEquals(
                        expected(time, shown, facts, film),
                        BarCodePicture.read(jumping.at(time)),
                        () -> "jumping to " + time);
            }
        }
    }

    /// The rule of the port, over timestamps read without decoding.
    private static int expected(Rational time, List<Long> shown, VideoFacts facts, Case film) {
        int index = 0;
        for (int i = 0; i < shown.size(); i++) {
            Rational begin = facts.timeBase().times(shown.get(i) - shown.getFirst());
            if (begin.compareTo(time.plus(grace(i, shown, facts))) <= 0) {
                index = i;
            }
        }
        return index + film.firstShown;
    }

    /// How late the timestamp of picture `i` may be: two ticks, 2 ms, or an eighth of the time
    /// since the picture before.
    private static Rational grace(int i, List<Long> shown, VideoFacts facts) {
        long since = i == 0 ? 0 : shown.get(i) - shown.get(i - 1);
        Rational ticks = Rational.of(2).min(Rational.of(since, 8));
        return facts.timeBase().times(ticks).min(new Rational(2, 1_000));
    }

    private static List<Long> shownTicks(Path file) {
        List<Long> ticks = new ArrayList<>();
        try (InputFile input = InputFile.open(file)) {
            for (AVPacket packet = input.read(); packet != null; packet = input.read()) {
                if ((packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0) {
                    // AVI stores decoding times only.
                    ticks.add(Timestamps.known(packet.pts()) ? packet.pts() : packet.dts());
                }
            }
        }
        Collections.sort(ticks);
        return ticks;
    }

    @Test
    void keepsThePictureAsLongAsItIsShown() {
        Path file = folder.resolve("film.mp4");
        MovieWriter.write(file, film("mp4", "libx264", Rational.of(25), 0).encoding(X264));
        MediaFacts facts = MEDIA.probe(file);
        assertEquals(Rational.of(3), facts.duration());
        try (PictureSource pictures = MEDIA.openPictures(file, facts.video().orElseThrow())) {
            assertSame(pictures.at(Rational.of(1)), pictures.at(Rational.of(103, 100)));
            assertEquals(0, BarCodePicture.read(pictures.at(Rational.of(-7))));
            assertEquals(PICTURES - 1, BarCodePicture.read(pictures.at(Rational.of(7200))));
            assertSame(pictures.at(Rational.of(9)), pictures.at(Rational.of(8)));
            assertTrue(pictures.decisions().isEmpty());
        }
    }
}
