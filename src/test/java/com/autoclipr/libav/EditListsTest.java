package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.Played.Seen;
import com.autoclipr.libav.audio.EditedAudio;
import com.autoclipr.libav.audio.ExactAudio;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.EditList;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.NumberedVideo;
import com.autoclipr.testkit.media.WaveFile;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Edit lists that say more than where a track begins and ends.
@Tag("slow")
class EditListsTest {
    private static final int ONE = 1 << 16;
    private static final int NONE = -1;

    @TempDir Path folder;

    /// @param lengthMs of the film
    /// @param mediaMs where in the track, or [#NONE]
    /// @param rate 16.16
    private record Edit(int lengthMs, int mediaMs, int rate) {}

    /// Ten seconds of numbered pictures, with a click every half second from 0.25 on.
    private Path film(String extension, Edit... edits) throws IOException {
        return film(extension, 0, edits);
    }

    /// @param movieBytes room for `moov` in front of the samples; 0: it comes behind them
    private Path film(String extension, int movieBytes, Edit... edits) throws IOException {
        Path clicks = folder.resolve("clicks.wav");
        WaveFile.write(
                clicks,
                48_000,
                1,
                480_000,
                index -> {
                    double at = Math.floorMod(index, 24_000) - 12_000;
                    return 0.8 * Math.exp(-at * at / 4_000) * Math.cos(at / 2.5);
                });
        Path file = folder.resolve("film." + extension);
        Programs.ffmpeg(
                List.of(
                        "-i",
                        NumberedVideo.at("30", 300).file().toString(),
                        "-i",
                        clicks.toString(),
                        "-map",
                        "0:v",
                        "-map",
                        "1:a",
                        "-c:v",
                        "copy",
                        "-c:a",
                        extension.equals("mov") ? "pcm_s16le" : "alac",
                        "-moov_size",
                        Integer.toString(movieBytes),
                        file.toString()));
        Files.write(file, edited(Files.readAllBytes(file), edits));
        return file;
    }

    /// Puts the edits in the place of every track's own; `moov` is the last box, or room was left
    /// behind it, so nothing else moves. The first picture of the track is shown at its media time,
    /// whatever it is.
    private static byte[] edited(byte[] file, Edit... edits) throws IOException {
        byte[] bytes = file;
        int at = TimelinesTest.indexOf(bytes, "elst");
        int found = 0;
        while (at >= 0) {
            ByteBuffer old = ByteBuffer.wrap(bytes);
            int size = old.getInt(at - 4);
            int first = old.getInt(at + 16);
            int ticks = ticksPerSecond(bytes, at);
            ByteBuffer list = ByteBuffer.allocate(16 + 12 * edits.length);
            list.putInt(list.capacity())
                    .put("ELST".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            list.putInt(0).putInt(edits.length);
            for (Edit edit : edits) {
                long media = (long) edit.mediaMs * ticks / 1_000 + Math.max(0, first);
                list.putInt(edit.lengthMs).putInt(edit.mediaMs == NONE ? -1 : (int) media);
                list.putInt(edit.rate);
            }
            byte[] wider = replaced(bytes, at - 4, size, list.array());
            int more = list.capacity() - size;
            for (String around : List.of("moov", "trak", "edts")) {
                ByteBuffer box = ByteBuffer.wrap(wider);
                int start = lastBefore(wider, around, at);
                box.putInt(start, box.getInt(start) + more);
            }
            bytes = wider;
            at = TimelinesTest.indexOf(bytes, "elst");
            found++;
        }
        assertEquals(2, found);
        if (TimelinesTest.indexOf(bytes, "moov") < TimelinesTest.indexOf(bytes, "mdat")) {
            bytes = settled(bytes, bytes.length - file.length);
        }
        for (int i = 0; i + 4 < bytes.length; i++) {
            if (bytes[i] == 'E'
                    && bytes[i + 1] == 'L'
                    && bytes[i + 2] == 'S'
                    && bytes[i + 3] == 'T') {
                System.arraycopy(
                        "elst".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        0,
                        bytes,
                        i,
                        4);
            }
        }
        return bytes;
    }

    /// Takes what `moov` has grown by out of the room behind it.
    private static byte[] settled(byte[] bytes, int grown) {
        ByteBuffer boxes = ByteBuffer.wrap(bytes);
        int movie = TimelinesTest.indexOf(bytes, "moov") - 4;
        int room = movie + boxes.getInt(movie);
        assertEquals(
                0, TimelinesTest.indexOf(Arrays.copyOfRange(bytes, room + 4, room + 8), "free"));
        boxes.putInt(room, boxes.getInt(room) - grown);
        return replaced(bytes, room + 8, grown, new byte[0]);
    }

    private static byte[] replaced(byte[] bytes, int at, int size, byte[] with) {
        byte[] result = new byte[bytes.length - size + with.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(with, 0, result, at, with.length);
        System.arraycopy(bytes, at + size, result, at + with.length, bytes.length - at - size);
        return result;
    }

    private static int lastBefore(byte[] bytes, String type, int end) {
        for (int i = end; i >= 4; i--) {
            if (TimelinesTest.indexOf(Arrays.copyOfRange(bytes, i, i + 4), type) == 0) {
                return i - 4;
            }
        }
        throw new IllegalStateException("no " + type);
    }

    /// Of the `mdhd` behind an edit list.
    private static int ticksPerSecond(byte[] bytes, int after) {
        int header =
                after
                        + TimelinesTest.indexOf(
                                Arrays.copyOfRange(bytes, after, bytes.length), "mdhd");
        return ByteBuffer.wrap(bytes).getInt(header + 16);
    }

    private static List<Integer> range(int from, int count) {
        return java.util.stream.IntStream.range(from, from + count).boxed().toList();
    }

    private static List<Integer> all(List<Integer> first, List<Integer> second) {
        List<Integer> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static void assertClicks(List<Double> wanted, Played film) {
        List<Double> heard = Played.clicks(film.sound());
        assertEquals(wanted.size(), heard.size(), heard.toString());
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(wanted.get(i), heard.get(i), 0.001, heard.toString());
        }
    }

    /// Cut off in the middle: the list still says ten seconds.
    @Test
    void aFileWithEditsThatWasCutOffSaysSo() throws IOException {
        Path whole = film("mov", 60_000, new Edit(4_000, 0, ONE), new Edit(4_000, 5_000, ONE));
        assertTrue(new Played(whole).decisions(DecisionKind.SOURCE_TRUNCATED).isEmpty());
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.mov");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * 3 / 5));
        Played film = new Played(cut);
        assertEquals(8, film.facts().duration().toDouble(), 0.05);
        assertEquals(1, film.decisions(DecisionKind.SOURCE_TRUNCATED).size());
    }

    /// Editors leave edits that last no time; only the last one means the rest of the track.
    @Test
    void anEditOfNoLengthShowsNothing() throws IOException {
        Path file = film("mp4", new Edit(0, 0, ONE), new Edit(3_000, 2_000, ONE));
        Played film = new Played(file);
        assertEquals(3, film.facts().duration().toDouble(), 0.05);
        assertEquals(60, film.numbers().getFirst());
        assertEquals(90, film.numbers().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mov", "mp4"})
    void partsInAnotherOrder(String extension) throws IOException {
        Played film =
                new Played(
                        film(
                                extension,
                                new Edit(1_000, 6_000, ONE),
                                new Edit(1_000, 1_000, ONE),
                                new Edit(1_000, 8_100, ONE)));
        assertEquals(new Rational(3, 1), film.facts().duration());
        assertEquals(90, film.numbers().size());
        assertEquals(180, film.numberAt(new Rational(1, 60)));
        assertEquals(209, film.numberAt(new Rational(99, 100)));
        assertEquals(30, film.numberAt(new Rational(101, 100)));
        assertEquals(272, film.numberAt(new Rational(299, 100)));
        assertClicks(List.of(0.25, 0.75, 1.25, 1.75, 2.15, 2.65), film);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mov", "mp4"})
    void nothingIsShownInAnEmptyPart(String extension) throws IOException {
        Played film =
                new Played(
                        film(
                                extension,
                                new Edit(1_000, 0, ONE),
                                new Edit(1_000, NONE, ONE),
                                new Edit(1_000, 1_000, ONE)));
        List<Integer> numbers = film.numbers();
        assertEquals(61, numbers.size());
        assertEquals(all(range(0, 30), List.of(Played.NONE)), numbers.subList(0, 31));
        assertEquals(range(30, 30), numbers.subList(31, 61));
        assertClicks(List.of(0.25, 0.75, 2.25, 2.75), film);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mov", "mp4"})
    void aRateHoldsOrChangesTheSpeed(String extension) throws IOException {
        Played film =
                new Played(
                        film(
                                extension,
                                new Edit(1_000, 1_000, 0),
                                new Edit(1_000, 1_000, 2 * ONE),
                                new Edit(1_000, 3_000, ONE)));
        List<Seen> seen = film.seen(Played::number);
        assertEquals(30, seen.getFirst().number());
        assertEquals(240, seen.get(1).step(), 5);
        assertEquals(60, film.numberAt(new Rational(151, 100)));
        assertEquals(90, film.numberAt(new Rational(201, 100)));
        assertClicks(List.of(2.25, 2.75), film);
        assertEquals(2, film.decisions(DecisionKind.EDIT_RATE_APPLIED).size());
    }

    /// In ticks of which a prime number is a second.
    @Test
    void timesBeyondExactArithmeticAreDamage() throws IOException {
        int overAnHour = (int) 4_294_967_290L;
        Edit edit = new Edit(overAnHour, 1_000, ONE);
        Path file = film("mov", edit, new Edit(overAnHour, 6_000, ONE), edit);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(TimelinesTest.indexOf(bytes, "mvhd") + 16, 999_983);
        Files.write(file, bytes);
        LibavMedia media = new LibavMedia();
        VideoFacts facts = media.probe(file).video().orElseThrow();
        try (PictureSource pictures = media.openPictures(file, facts)) {
            Failure failure =
                    assertThrows(FailureException.class, () -> pictures.at(Rational.of(12_000)))
                            .failure();
            assertEquals(FailureKind.MEDIA_CORRUPT, failure.kind());
            assertEquals("timestamps", failure.fact(Fact.DETAIL));
            assertEquals(file.toString(), failure.fact(Fact.FILE));
        }
    }

    @Test
    void soundBeyondExactArithmeticIsDamage() {
        Rational far = Rational.of(1L << 62);
        EditList.Edit edit = new EditList.Edit(Rational.ZERO, Rational.of(9), far, Rational.ONE);
        EditList edits = new EditList(Rational.ZERO, List.of(edit));
        AudioSource track =
                new EditedAudio(
                        edits,
                        _ -> {
                            throw new AssertionError("opened at no time");
                        },
                        new Rational(1, 3));
        try (AudioSource sound = new ExactAudio(Path.of("film.mov"), track)) {
            float[] side = new float[10];
            Failure failure =
                    assertThrows(FailureException.class, () -> sound.read(side, side, 10))
                            .failure();
            assertEquals(FailureKind.MEDIA_CORRUPT, failure.kind());
            assertEquals("film.mov", failure.fact(Fact.FILE));
        }
    }

    @Test
    void aPlainListStaysWithTheDemuxer() throws IOException {
        Played film =
                new Played(film("mov", new Edit(2_000, NONE, ONE), new Edit(3_000, 2_000, ONE)));
        assertTrue(film.video().clock().edits().isEmpty());
        assertEquals(60, film.numberAt(new Rational(1, 60)));
    }
}
