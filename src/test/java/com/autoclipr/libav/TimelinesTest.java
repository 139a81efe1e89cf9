package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.Played.Seen;
import com.autoclipr.libav.audio.AudioMoved;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.ClickFlash;
import com.autoclipr.testkit.media.NumberedVideo;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files whose timestamps do not make one film by themselves: they start again, leap, go back, or
/// are missing.
@Tag("slow")
public class TimelinesTest {
    private static final int PICTURES = 62;

    @TempDir Path folder;

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static List<Integer> twice(int count) {
        List<Integer> numbers = new ArrayList<>(upTo(count));
        numbers.addAll(upTo(count));
        return numbers;
    }

    private Path joined(String extension, Path... parts) throws IOException {
        Path whole = folder.resolve("joined." + extension);
        for (Path part : parts) {
            byte[] bytes = Files.readAllBytes(part);
            // A second header of FLV is no part of the format.
            int header = extension.equals("flv") && Files.exists(whole) ? 13 : 0;
            Files.write(
                    whole,
                    Arrays.copyOfRange(bytes, header, bytes.length),
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
        }
        return whole;
    }

    private static Path shifted(Path source, String extension, String seconds) {
        return NumberedVideo.copied(
                source, extension, List.of(), "-output_ts_offset", seconds, "-muxdelay", "0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "ts, 0, 0", "ts, 0, 20000", "ts, 3600, 0", "ts, 95000, 12", "ts, 0, 1.9",
        "mpg, 0, 0", "mpg, 0, 5000", "vob, 100, 0", "flv, 0, 0", "flv, 0, 4000",
    })
    void partsFollowEachOther(String extension, String first, String second) throws IOException {
        // H.264 alone is not recognised in MPEG-PS.
        boolean mpeg2 = extension.equals("mpg") || extension.equals("vob");
        NumberedVideo video = NumberedVideo.at("30", PICTURES);
        Path part =
                (mpeg2 ? video.encoded("-c:v", "mpeg2video", "-q:v", "4", "-bf", "2") : video)
                        .with("-g", "20")
                        .file();
        Played film =
                new Played(
                        joined(
                                extension,
                                shifted(part, extension, first),
                                shifted(part, extension, second)));
        assertEquals(twice(PICTURES), film.numbers());
        assertEquals(FrameRate.of(30, 1), film.video().frameRate());
        List<Decision> met = film.decisions(DecisionKind.TIMESTAMP_DISCONTINUITY);
        assertEquals(1, met.size(), met.toString());
        assertEquals(2.066, Double.parseDouble(met.getFirst().facts().get(Fact.AT)), 0.07);
        assertTrue(film.decisions(DecisionKind.FRAMES_DROPPED).isEmpty());
        for (int frame : List.of(100, 70, 5, 61, 62, 123)) {
            Rational middle = Rational.of(2L * frame + 1, 60).plus(new Rational(1, 500));
            assertEquals(frame % PICTURES, film.numberAt(middle), "at frame " + frame);
        }
    }

    /// One picture is far ahead, or far back; what comes after it is on time.
    @ParameterizedTest
    @CsvSource({"6", "30", "-4"})
    void aSingleWrongTimestampMovesNothingElse(int seconds) throws IOException {
        Path before = shifted(NumberedVideo.at("30", 30).file(), "ts", "10");
        Path wrong = shifted(NumberedVideo.at("30", 1).file(), "ts", String.valueOf(11 + seconds));
        Path after = shifted(NumberedVideo.at("30", 30).file(), "ts", "11.0333");
        Played film = new Played(joined("ts", before, wrong, after));
        List<Integer> seen = film.numbers();
        assertEquals(upTo(30), seen.subList(0, 30));
        assertEquals(upTo(30), seen.subList(seen.size() - 30, seen.size()));
        assertEquals(61 / 30.0, film.facts().duration().toDouble(), 0.07);
        assertTrue(film.decisions(DecisionKind.TIMESTAMP_DISCONTINUITY).isEmpty());
        List<Decision> met = film.decisions(DecisionKind.TIMESTAMPS_CORRECTED);
        assertEquals(1, met.size());
        assertEquals("1", met.getFirst().facts().get(Fact.COUNT));
        assertEquals(1, Double.parseDouble(met.getFirst().facts().get(Fact.AT)), 0.1);
    }

    @ParameterizedTest
    @CsvSource({"ts, mp2", "ts, aac", "mpg, mp2", "flv, libmp3lame"})
    void soundStaysInStepAcrossAJoint(String extension, String codec) throws IOException {
        Path source = new ClickFlash("30", 3).file();
        Path part = folder.resolve("part." + extension);
        Programs.ffmpeg(
                List.of(
                        "-i",
                        source.toString(),
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-c:a",
                        codec,
                        "-ar",
                        "44100",
                        part.toString()));
        Played film = new Played(joined(extension, part, part));
        List<Double> flashes = new ArrayList<>();
        for (Seen seen : film.seen(Played::white)) {
            if (seen.number() == 1) {
                flashes.add(Played.seconds(seen.step()));
            }
        }
        List<Double> clicks = Played.clicks(film.sound());
        assertEquals(4, flashes.size());
        assertEquals(4, clicks.size(), clicks.toString());
        double usual = clicks.get(0) - flashes.get(0);
        for (int i = 1; i < 4; i++) {
            // A step of playing is 4 ms.
            assertEquals(usual, clicks.get(i) - flashes.get(i), 0.006, "flash " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "avi, libx264 -bf 2",
        "avi, libx264 -bf 3 -x264-params open-gop=1",
        "avi, mpeg4 -bf 2",
        "avi, libx264 -bf 0",
        "mpg, libx264 -bf 2",
        "vob, libx264 -bf 3",
        "mpg, mpeg2video -bf 2",
    })
    void picturesWithoutPresentationTimesAreShownInOrder(String extension, String encoding) {
        List<String> arguments =
                new ArrayList<>(List.of("-preset", "ultrafast", "-g", "30", "-c:v"));
        arguments.addAll(Arrays.asList(encoding.split(" ")));
        Path file =
                NumberedVideo.at("30", 90)
                        .encoded(arguments.toArray(String[]::new))
                        .in(extension)
                        .file();
        Played film = new Played(file);
        assertEquals(upTo(90), film.numbers());
        for (int frame : List.of(80, 3, 45, 46, 31, 30, 29, 89)) {
            Rational middle = Rational.of(2L * frame + 1, 60);
            assertEquals(frame, film.numberAt(middle), "at frame " + frame);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "h264, libx264 -bf 2, 24000/1001", "h264, libx264 -bf 0, 50", "hevc, libx265, 30",
        "m4v, mpeg4, 25", "m2v, mpeg2video -bf 2, 24", "m1v, mpeg1video, 24",
    })
    void elementaryStreamsTakeTheirOwnRate(String extension, String encoding, String rate) {
        List<String> arguments =
                new ArrayList<>(List.of("-preset", "ultrafast", "-g", "20", "-c:v"));
        arguments.addAll(Arrays.asList(encoding.split(" ")));
        Path file =
                NumberedVideo.at(rate, 60)
                        .encoded(arguments.toArray(String[]::new))
                        .in(extension)
                        .file();
        Played film = new Played(file);
        Rational fps = Rational.parse(rate);
        assertEquals(fps, film.video().frameRate().framesPerSecond());
        assertEquals(upTo(60), film.numbers());
        double length = film.facts().duration().toDouble();
        assertEquals(60 / fps.toDouble(), length, 1 / fps.toDouble());
        for (int frame : List.of(50, 7, 41, 40, 39)) {
            Rational middle = Rational.of(2L * frame + 1, 2).dividedBy(fps);
            assertEquals(frame, film.numberAt(middle), "at frame " + frame);
        }
    }

    /// Of pictures in two packets only counting from the start tells which is which.
    @Test
    void fieldsInPacketsOfTheirOwnAreCounted() throws IOException {
        Path file = folder.resolve("fields.h264");
        FieldPairs.write(file, 150, 25);
        Played film = new Played(file);
        assertEquals(FrameRate.of(25, 1), film.video().frameRate());
        assertEquals(upTo(150), film.numbers());
        assertEquals(6, film.facts().duration().toDouble(), 0.05);
        for (int frame : List.of(140, 7, 101, 100, 99, 51)) {
            Rational middle = Rational.of(2L * frame + 1, 50);
            assertEquals(frame, film.numberAt(middle), "at frame " + frame);
        }
    }

    /// An audio encoder that was started again: the pictures can still be sought by time.
    @ParameterizedTest
    @CsvSource({"ts, mp2", "flv, libmp3lame"})
    void soundAloneStartsAgain(String extension, String codec) throws IOException {
        Path source = new ClickFlash("30", 6).file();
        Path file = folder.resolve("restart." + extension);
        Programs.ffmpeg(
                List.of(
                        "-i",
                        source.toString(),
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-g",
                        "15",
                        "-c:a",
                        codec,
                        "-ar",
                        "44100",
                        file.toString()));
        AudioMoved.back(file, 3_900, 2_000);
        Played film = new Played(file);
        assertEquals(1, film.decisions(DecisionKind.TIMESTAMP_DISCONTINUITY).size());
        Rational first = film.video().firstPicture().plus(new Rational(1, 60));
        for (int second : List.of(5, 1, 4)) {
            try (var pictures = new LibavMedia().openPictures(file, film.video())) {
                Rational at = first.plus(Rational.of(second));
                assertEquals(1, Played.white(pictures.at(at)), "at " + second);
                assertEquals(0, Played.white(pictures.at(at.plus(new Rational(1, 30)))));
            }
        }
    }

    /// Streams that are not used may fill the end of a file: nothing of the others is missing.
    @Test
    void theEndOfABroadcastMayBelongToOtherStreams() throws IOException {
        Path part = NumberedVideo.at("30", PICTURES).file();
        Path other =
                NumberedVideo.copied(
                        part, "ts", List.of(), "-streamid", "0:500", "-mpegts_service_id", "7");
        Played film = new Played(joined("ts", shifted(part, "ts", "0"), other, other, other));
        assertTrue(film.decisions(DecisionKind.CORRUPT_DATA_SKIPPED).isEmpty());
    }

    /// The header of Matroska says when the last packet ends, whenever the first one begins.
    @Test
    void aLateStartIsNotACutOff() {
        Path file = shifted(NumberedVideo.at("30", PICTURES).file(), "mkv", "10");
        Played film = new Played(file);
        assertEquals(PICTURES / 30.0, film.facts().duration().toDouble(), 0.01);
        assertTrue(film.decisions(DecisionKind.SOURCE_TRUNCATED).isEmpty());
    }

    /// Where there is sound alone, the first picture is shown already.
    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts"})
    void picturesThatBeginAfterTheSoundAreReported(String extension) throws IOException {
        Path file = folder.resolve("late." + extension);
        Programs.ffmpeg(
                List.of(
                        "-itsoffset",
                        "0.7",
                        "-i",
                        NumberedVideo.at("30", PICTURES).file().toString(),
                        "-i",
                        new ClickFlash("30", 3).file().toString(),
                        "-map",
                        "0:v",
                        "-map",
                        "1:a",
                        "-c:v",
                        "copy",
                        "-c:a",
                        "ac3",
                        file.toString()));
        List<Decision> met = new Played(file).decisions(DecisionKind.GAP_FILLED);
        assertEquals(1, met.size(), met.toString());
        assertEquals("video", met.getFirst().facts().get(Fact.STREAM));
        assertEquals(0.7, Double.parseDouble(met.getFirst().facts().get(Fact.SECONDS)), 0.05);
        Path together = new ClickFlash("30", 3).file();
        assertTrue(new Played(together).decisions(DecisionKind.GAP_FILLED).isEmpty());
    }

    @Test
    void aMissingRateIsAssumedAloud() {
        Path file =
                NumberedVideo.at("25", 20).encoded("-c:v", "mjpeg", "-q:v", "3").in("mjpeg").file();
        Played film = new Played(file);
        assertEquals(upTo(20), film.numbers());
        assertEquals(1, film.decisions(DecisionKind.FRAME_RATE_ASSUMED).size());
    }

    /// Ticks of 1/90000, every second one a tick late or early.
    @ParameterizedTest
    @CsvSource({"mp4, 1", "mp4, -1", "mpegts, 1", "mpegts, 2"})
    void aTimestampMayBeATickLate(String muxer, int late) {
        List<Long> ticks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ticks.add(3003L * i + (i % 2 == 1 ? late : 0));
        }
        Path file = folder.resolve("late." + muxer);
        MovieWriter.write(
                file,
                MovieWriter.Film.of(muxer, "libx264", new Rational(1, 90_000), ticks)
                        .encoding(java.util.Map.of("preset", "ultrafast", "g", "24")));
        Played film = new Played(file);
        assertEquals(FrameRate.of(30_000, 1_001), film.video().frameRate());
        for (int frame = 0; frame < 60; frame++) {
            Rational at = Rational.of(1_001L * frame, 30_000);
            try (var pictures = new LibavMedia().openPictures(file, film.video())) {
                assertEquals(frame, BarCodePicture.read(pictures.at(at)));
            }
        }
    }

    @Test
    void picturesSayHowLongAFilmIsNotTheHeader() throws IOException {
        List<Long> ticks = new ArrayList<>();
        for (long i = 0; i < 30; i++) {
            ticks.add(i);
        }
        ticks.addAll(List.of(75L, 150L, 225L));
        Path file = folder.resolve("vfr.mp4");
        MovieWriter.write(
                file,
                MovieWriter.Film.of("mp4", "libx264", new Rational(1, 30), ticks)
                        .encoding(java.util.Map.of("preset", "veryfast", "bf", "2")));
        byte[] bytes = Files.readAllBytes(file);
        int header = indexOf(bytes, "mdhd");
        assertTrue(header > 0);
        // Version 0: flags, two times, ticks per second, duration.
        java.nio.ByteBuffer.wrap(bytes).putInt(header + 4 + 16, 2 * 30);
        Files.write(file, bytes);
        Played film = new Played(file);
        assertEquals(7.53, film.facts().duration().toDouble(), 0.04);
        assertTrue(film.decisions(DecisionKind.SOURCE_TRUNCATED).isEmpty());
    }

    public static int indexOf(byte[] bytes, String type) {
        byte[] wanted = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 0; i + 4 <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + 4, wanted, 0, 4)) {
                return i;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @CsvSource({"ts"})
    void picturesThatChangeTheirSizeSaySo(String extension) throws IOException {
        NumberedVideo wide = NumberedVideo.at("30", 30).in(extension);
        Path tall = wide.sized(180, 320).file();
        Path large = wide.sized(640, 360).file();
        Path file = joined(extension, wide.file(), large, tall);
        Played film = new Played(file);
        assertEquals(90, film.numbers().size());
        assertEquals(2, film.decisions(DecisionKind.RESOLUTION_CHANGED).size());
        try (var pictures = new LibavMedia().openPictures(file, film.video())) {
            pictures.at(new Rational(5, 2));
            assertEquals("180×320", pictures.displaySize().toString());
            pictures.at(new Rational(1, 2));
            assertEquals("320×180", pictures.displaySize().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mkv, -c:a libopus, 60",
        "mkv, -c:a pcm_s16le, 60",
        "mp4, -c:a aac -movflags +faststart, 60",
        "mov, -c:a pcm_s16le -movflags +faststart, 50",
        "avi, -c:a pcm_s16le, 60",
        "flv, -c:a libmp3lame -ar 44100, 60",
    })
    void aFileThatWasCutOffSaysSo(String extension, String sound, int percent) throws IOException {
        Path whole = folder.resolve("whole." + extension);
        List<String> arguments =
                new ArrayList<>(List.of("-i", new ClickFlash("30", 6).file().toString()));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-g", "15"));
        arguments.addAll(Arrays.asList(sound.split(" ")));
        arguments.add(whole.toString());
        Programs.ffmpeg(arguments);
        assertTrue(new Played(whole).decisions(DecisionKind.SOURCE_TRUNCATED).isEmpty());
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut." + extension);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * percent / 100));
        Played film = new Played(cut);
        List<Decision> met = film.decisions(DecisionKind.SOURCE_TRUNCATED);
        assertEquals(1, met.size());
        double end = Double.parseDouble(met.getFirst().facts().get(Fact.END));
        assertTrue(end > 1 && end < 5, met.toString());
        assertEquals(end, film.facts().duration().toDouble(), 0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "mp3, -c:a libmp3lame",
        "flac, -c:a flac",
        "wav, -c:a pcm_s16le",
        "wma, -c:a wmav2"
    })
    void soundThatWasCutOffSaysSo(String extension, String codec) throws IOException {
        Path whole = folder.resolve("whole." + extension);
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "sine=f=440:d=8"));
        arguments.addAll(Arrays.asList(codec.split(" ")));
        arguments.add(whole.toString());
        Programs.ffmpeg(arguments);
        assertTrue(new Played(whole).decisions(DecisionKind.SOURCE_TRUNCATED).isEmpty());
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut." + extension);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        Played film = new Played(cut);
        assertEquals(1, film.decisions(DecisionKind.SOURCE_TRUNCATED).size());
        assertEquals(4, film.facts().duration().toDouble(), 0.6);
    }

    @Test
    void aLongGapInTheVideoIsReportedAndKeepsItsLength() throws IOException {
        Path part = NumberedVideo.at("30", PICTURES).file();
        Path sound = folder.resolve("sound.ts");
        Programs.ffmpeg(
                List.of(
                        "-i",
                        part.toString(),
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=9",
                        "-vf",
                        "setpts=PTS+gte(N\\,31)*5/TB",
                        "-fps_mode",
                        "passthrough",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-c:a",
                        "mp2",
                        sound.toString()));
        Played film = new Played(sound);
        assertEquals(1, film.decisions(DecisionKind.GAP_FILLED).size());
        assertTrue(film.decisions(DecisionKind.TIMESTAMP_DISCONTINUITY).isEmpty());
        assertFalse(film.numbers().isEmpty());
    }
}
