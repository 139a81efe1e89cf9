package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.ClickFlash;
import com.autoclipr.testkit.media.NumberedVideo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

/// Recordings as they are written while they last: their first packets may have no decoding times,
/// a fragment or the end may be missing, a time may be one that nothing can have.
@Tag("slow")
class LiveRecordingsTest {
    private static final int FRAGMENT_FRAMES = 12;

    @TempDir Path folder;

    /// Three seconds in fragments of 0.4 s.
    private Path fragmented(boolean sound) {
        Path file = folder.resolve("fragments.mp4");
        List<String> arguments =
                new ArrayList<>(List.of("-i", NumberedVideo.at("30", 90).file().toString()));
        if (sound) {
            arguments.addAll(List.of("-i", new ClickFlash("30", 3).file().toString()));
            arguments.addAll(List.of("-map", "0:v", "-map", "1:a", "-c:a", "aac"));
        }
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-bf", "0"));
        arguments.addAll(List.of("-g", "" + FRAGMENT_FRAMES, "-keyint_min", "12"));
        arguments.addAll(List.of("-movflags", "frag_keyframe+empty_moov", file.toString()));
        Programs.ffmpeg(arguments);
        return file;
    }

    /// The file without the fragments `first` to `end`, exclusive.
    private static void remove(Path file, int first, int end) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int fragment = -1;
        for (int at = 0; at < bytes.limit(); at += bytes.getInt(at)) {
            String type = new String(bytes.array(), at + 4, 4, StandardCharsets.US_ASCII);
            fragment += type.equals("moof") ? 1 : 0;
            boolean part = type.equals("moof") || type.equals("mdat");
            if (!part || fragment < first || fragment >= end) {
                kept.write(bytes.array(), at, bytes.getInt(at));
            }
        }
        Files.write(file, kept.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aShortFragmentThatIsMissingIsReported(boolean sound) throws IOException {
        Path file = fragmented(sound);
        assertTrue(pictureGaps(new Played(file)).isEmpty());
        remove(file, 3, 4);
        List<Decision> met = pictureGaps(new Played(file));
        assertEquals(1, met.size(), met.toString());
        assertEquals(1.2, Double.parseDouble(met.getFirst().facts().get(Fact.AT)), 0.05);
        assertEquals(0.4, Double.parseDouble(met.getFirst().facts().get(Fact.SECONDS)), 0.01);
    }

    private static List<Decision> pictureGaps(Played film) {
        return film.decisions(DecisionKind.GAP_FILLED).stream()
                .filter(met -> "video".equals(met.facts().get(Fact.STREAM)))
                .toList();
    }

    /// Screen recordings hold a picture while nothing moves.
    @Test
    void pausesOfARecordingAreNoGaps() {
        Path file =
                NumberedVideo.at("30", 90)
                        .variable(7)
                        .with("-movflags", "frag_keyframe+empty_moov", "-g", "12")
                        .file();
        assertTrue(pictureGaps(new Played(file)).isEmpty());
    }

    /// A time of a hundred years and more is none; the pictures are where they are due.
    @Test
    void aTimeThatNothingCanHaveIsReported() throws IOException {
        Path file = fragmented(false);
        byte[] bytes = Files.readAllBytes(file);
        int at = 0;
        for (int fragment = 0; fragment <= 7; fragment++) {
            at = indexOf(bytes, "tfdt", at) + 4;
        }
        // Version 1: flags, then 64 bits.
        ByteBuffer.wrap(bytes).putLong(at + 4, 15_360L * 3_000_000_000L);
        Files.write(file, bytes);
        Played film = new Played(file);
        assertEquals(IntStream.range(0, 90).boxed().toList(), film.numbers());
        List<Decision> met = film.decisions(DecisionKind.TIMESTAMPS_CORRECTED);
        assertEquals(1, met.size(), met.toString());
        assertEquals("6", met.getFirst().facts().get(Fact.COUNT));
        assertEquals(2.8, Double.parseDouble(met.getFirst().facts().get(Fact.AT)), 0.1);
    }

    /// A broadcast says nowhere how long it is; but its last packet is not all there.
    @ParameterizedTest
    @ValueSource(strings = {"ts", "m2ts"})
    void aBroadcastThatWasCutOffWithinAPacketSaysSo(String extension) throws IOException {
        Path whole = NumberedVideo.at("30", 60).in(extension).file();
        assertTrue(new Played(whole).decisions(DecisionKind.SOURCE_TRUNCATED).isEmpty());
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut." + extension);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 1_000));
        assertEquals(1, new Played(cut).decisions(DecisionKind.SOURCE_TRUNCATED).size());
    }

    /// Deeply reordered pictures have no decoding times at first.
    @ParameterizedTest
    @CsvSource({"mkv, 10", "mkv, 15", "mkv, 25", "nut, 12", "nut, 30"})
    void theFirstPicturesOfAStreamAreInPlace(String extension, int rate) throws IOException {
        Path source =
                NumberedVideo.at("" + rate, 40)
                        .with("-bf", "3", "-x264-params", "b-pyramid=normal:bframes=3:b-adapt=0")
                        .file();
        Path live = folder.resolve("live." + extension);
        String muxer = extension.equals("mkv") ? "matroska" : extension;
        // A pipe cannot be gone back in to write how long it was.
        Files.write(
                live,
                Programs.ffmpegOutput(
                        List.of("-i", source.toString(), "-c", "copy", "-f", muxer, "-")));
        Played film = new Played(live);
        assertEquals(IntStream.range(0, 40).boxed().toList(), film.numbers());
        assertEquals(40.0 / rate, film.facts().duration().toDouble(), 0.002);
        assertTrue(film.decisions(DecisionKind.TIMESTAMPS_CORRECTED).isEmpty());
        assertTrue(film.decisions(DecisionKind.TIMESTAMP_DISCONTINUITY).isEmpty());
    }

    private static int indexOf(byte[] bytes, String type, int from) {
        for (int at = from; at + 4 <= bytes.length; at++) {
            if (new String(bytes, at, 4, StandardCharsets.US_ASCII).equals(type)) {
                return at;
            }
        }
        throw new IllegalStateException("there is no " + type);
    }
}
