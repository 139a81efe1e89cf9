package com.autoclipr.testkit.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever is thrown away or spoilt on purpose is seen by the second reading.
@Tag("slow")
class SabotageTest {
    private static final MediaLibrary LIBRARY = new LibavMedia();
    private static final Sabotage NONE = Sabotage.none(LIBRARY);
    private static final int OUT_HZ = 48_000;
    private static final Rational FRAME = Rational.of(1, 25);
    private static final Rational TWO_FRAMES = Rational.of(2, 25);
    private static final Rational HALF = Rational.of(1);

    private static final Path FILM =
            new MadeMedia(
                            "sabotaged.mp4",
                            "96x64 25 2",
                            "44100 2",
                            "-pix_fmt yuv420p -c:v libx264 -preset ultrafast -bf 2 -colorspace bt709"
                                    + " -c:a aac")
                    .file();

    private static final Path STILL =
            MadeMedia.pictures(
                            "sabotaged.png",
                            "96x64 25 0.04",
                            "-pix_fmt rgb24 -frames:v 1 -update 1")
                    .file();

    private static Set<DifferenceKind> seen(Sabotage sabotage, Path file) {
        Set<DifferenceKind> kinds = new TreeSet<>();
        SecondReading.of(sabotage, file, Limits.USUAL)
                .unexplained()
                .forEach(difference -> kinds.add(difference.kind()));
        return kinds;
    }

    private static void assertSeen(DifferenceKind kind, Sabotage sabotage, Path file) {
        Set<DifferenceKind> seen = seen(sabotage, file);
        assertTrue(seen.contains(kind), "seen is only " + seen);
    }

    @Test
    void nothingIsSeenWhereNothingIsSpoilt() {
        assertEquals(Set.of(), seen(NONE, FILM));
        assertEquals(Set.of(), seen(NONE, STILL));
    }

    @Test
    void everySecondPictureIsMissed() {
        Sabotage halved =
                NONE.times(
                        time ->
                                TWO_FRAMES.times(
                                        time.plus(Rational.of(1, 1000))
                                                .dividedBy(TWO_FRAMES)
                                                .floor()));
        assertSeen(DifferenceKind.PICTURE_COUNT, halved, FILM);
    }

    @Test
    void aSinglePictureIsMissed() {
        Rational lost = FRAME.times(20);
        Sabotage one =
                NONE.times(
                        time ->
                                time.compareTo(lost) >= 0 && time.compareTo(lost.plus(FRAME)) < 0
                                        ? lost.minus(FRAME)
                                        : time);
        assertSeen(DifferenceKind.PICTURE_COUNT, one, FILM);
    }

    @Test
    void theSecondHalfIsMissed() {
        assertSeen(DifferenceKind.PICTURE_COUNT, NONE.times(time -> time.min(HALF)), FILM);
        Sabotage silent = NONE.samples((i, right, sample) -> i > OUT_HZ ? 0 : sample);
        assertSeen(DifferenceKind.SOUND_LEVEL, silent, FILM);
    }

    @Test
    void lateAndEarlyPicturesAreSeen() {
        Rational off = Rational.of(30, 1000);
        assertSeen(DifferenceKind.PICTURE_TIME, NONE.times(time -> time.plus(off)), FILM);
        assertSeen(
                DifferenceKind.PICTURE_TIME,
                NONE.times(time -> time.minus(off).max(Rational.ZERO)),
                FILM);
    }

    @Test
    void picturesThatTradePlacesAreSeen() {
        Sabotage swapped =
                NONE.times(
                        time -> {
                            long n = time.plus(Rational.of(1, 1000)).dividedBy(FRAME).floor();
                            return FRAME.times(n >= 10 && n < 30 ? 39 - n : n);
                        });
        assertSeen(DifferenceKind.PICTURE_CONTENT, swapped, FILM);
    }

    @Test
    void aWrongLengthIsSeen() {
        Sabotage longer = NONE.facts(facts -> lasting(facts, Rational.of(5)));
        assertEquals(
                Set.of(DifferenceKind.PICTURE_END, DifferenceKind.SOUND_END), seen(longer, FILM));
        Sabotage shorter = NONE.facts(facts -> lasting(facts, Rational.of(19, 10)));
        assertSeen(DifferenceKind.PICTURE_END, shorter, FILM);
    }

    @Test
    void soundThatIsLateIsSeen() {
        assertSeen(DifferenceKind.SOUND_SHIFT, NONE.late(30 * OUT_HZ / 1000), FILM);
        assertSeen(DifferenceKind.SOUND_SHIFT, NONE.late(8 * OUT_HZ / 1000), FILM);
    }

    @Test
    void aMutedSideIsSeen() {
        assertSeen(
                DifferenceKind.SOUND_LEVEL,
                NONE.samples((i, right, sample) -> right ? 0 : sample),
                FILM);
    }

    @Test
    void holesAreSeen() {
        assertSeen(
                DifferenceKind.SOUND_HOLE,
                NONE.samples((i, right, sample) -> i % OUT_HZ > OUT_HZ - 240 ? 0 : sample),
                FILM);
    }

    @Test
    void aChannelThatIsLeftOutIsSeen() {
        String inTurn =
                "between(t,0,0.5)*(random(0)-0.5)|between(t,0.5,1)*(random(1)-0.5)"
                        + "|between(t,1,1.5)*(random(2)-0.5)";
        Path three =
                MadeMedia.sound(
                                "three.flac",
                                "",
                                "-f lavfi -i aevalsrc='" + inTurn + "':d=1.5:s=48000:c=3.0")
                        .file();
        assertEquals(Set.of(), seen(NONE, three));
        Sabotage twoOnly = NONE.samples((i, right, sample) -> i > OUT_HZ ? 0 : sample);
        assertSeen(DifferenceKind.CHANNEL_UNHEARD, twoOnly, three);
        Sabotage nothing = NONE.samples((i, right, sample) -> 0);
        assertSeen(DifferenceKind.SOUND_LEVEL, nothing, three);
    }

    @Test
    void aFlatStillIsSeen() {
        Sabotage flat = NONE.each(picture -> rgba(picture, (r, g, b) -> new int[] {0, 128, 0}));
        assertSeen(DifferenceKind.STILL_FLAT, flat, STILL);
    }

    @Test
    void wrongColoursAreSeen() {
        Sabotage swapped = NONE.each(picture -> rgba(picture, (r, g, b) -> new int[] {b, g, r}));
        assertSeen(DifferenceKind.STILL_COLOUR, swapped, STILL);
    }

    @Test
    void wrongColoursOfFilmsAreSeen() {
        Sabotage swapped = NONE.each(SabotageTest::withRedForBlue);
        assertEquals(Set.of(DifferenceKind.PICTURE_COLOUR), seen(swapped, FILM));
    }

    @Test
    void anotherSizeIsSeen() {
        Sabotage cropped = NONE.each(SabotageTest::upperHalf);
        assertSeen(DifferenceKind.PICTURE_SIZE, cropped, STILL);
        assertSeen(DifferenceKind.PICTURE_CONTENT, cropped, STILL);
    }

    @Test
    void onlyTheRightDecisionIsAnExcuse() {
        Difference fewer = new Difference(DifferenceKind.PICTURE_COUNT, "1 picture, not 2");
        Difference shorter = new Difference(DifferenceKind.PICTURE_END, "1 s, not 2 s");
        List<Decision> damage = List.of(Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED));
        List<Decision> rate = List.of(Decision.of(DecisionKind.FRAME_RATE_CONFORMED));
        assertTrue(Excuses.accepts(fewer, damage));
        assertFalse(Excuses.accepts(fewer, rate));
        assertFalse(Excuses.accepts(fewer, List.of()));
        assertFalse(Excuses.accepts(shorter, damage));
    }

    private static MediaFacts lasting(MediaFacts facts, Rational end) {
        MediaFacts longer = SpoiltFacts.with(facts, "duration", end);
        MediaFacts video =
                SpoiltFacts.with(
                        longer,
                        "video",
                        facts.video().map(v -> SpoiltFacts.with(v, "duration", end)));
        return SpoiltFacts.with(
                video, "audio", facts.audio().map(a -> SpoiltFacts.with(a, "duration", end)));
    }

    private interface Paint {
        int[] of(int red, int green, int blue);
    }

    private static Picture rgba(Picture picture, Paint paint) {
        RgbaPicture rgba = (RgbaPicture) picture;
        byte[] pixels = rgba.pixels().clone();
        for (int i = 0; i < pixels.length; i += 4) {
            int[] painted = paint.of(pixels[i] & 0xff, pixels[i + 1] & 0xff, pixels[i + 2] & 0xff);
            for (int c = 0; c < painted.length; c++) {
                pixels[i + c] = (byte) painted[c];
            }
        }
        return new RgbaPicture(pixels, rgba.width(), rgba.height(), rgba.opaque());
    }

    private static Picture upperHalf(Picture picture) {
        return switch (picture) {
            case RgbaPicture rgba ->
                    new RgbaPicture(rgba.pixels(), rgba.width(), rgba.height() / 2, rgba.opaque());
            case YuvPicture yuv -> yuv;
        };
    }

    private static Picture withRedForBlue(Picture picture) {
        return switch (picture) {
            case RgbaPicture rgba -> rgba;
            case YuvPicture yuv ->
                    new YuvPicture(
                            yuv.luma(),
                            yuv.cr(),
                            yuv.cb(),
                            yuv.chromaOffsetX(),
                            yuv.chromaOffsetY(),
                            yuv.chromaStepX(),
                            yuv.chromaStepY(),
                            yuv.matrix(),
                            yuv.fullRange());
        };
    }
}
