package com.autoclipr.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.media.encoded.EncodedAudio;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.testkit.media.BarCode;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What rendering and mixing rely on, checked for FFmpeg and for the fakes that tests use instead:
/// a fake that is more forgiving than the real library proves nothing.
abstract class MediaLibraryContract {
    static final FrameRate RATE = FrameRate.of(25, 1);
    static final int PICTURES = 30;
    static final int WIDTH = 320;
    static final int HEIGHT = 180;
    static final int SECONDS = 2;
    private static final int SAMPLES = SECONDS * AudioSource.SAMPLE_RATE_HZ;

    /// @param library that reads the file
    /// @param file that the library can read
    record Source(MediaLibrary library, Path file) {
        MediaFacts facts() {
            return library.probe(file);
        }

        PictureSource pictures() {
            return library.openPictures(file, facts().video().orElseThrow());
        }

        AudioSource audio(Rational from) {
            return library.openAudio(file, facts().audio().orElseThrow(), from);
        }
    }

    /// [#PICTURES] pictures at [#RATE] of [#WIDTH] by [#HEIGHT] pixels, each with its number as a
    /// [BarCode].
    abstract Source film();

    /// [#SECONDS] of sound at 48 kHz on two channels: [#sampleAt] on the left, the same or its
    /// negative on the right.
    abstract Source sound();

    /// A library that encodes sound.
    abstract MediaLibrary encoding();

    /// A sample that tells its neighbours apart, as 16 bits keep it.
    static short sampleAt(long index) {
        return (short) (index * 7_919 % 60_001 - 30_000);
    }

    private static float expectedAt(long index) {
        return index < 0 || index >= SAMPLES ? 0 : sampleAt(index) / 32_768f;
    }

    private static int number(Picture picture) {
        Plane plane = ((YuvPicture) picture).luma();
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            System.arraycopy(plane.samples(), y * plane.stride(), luma, y * WIDTH, WIDTH);
        }
        return BarCode.read(luma, WIDTH, HEIGHT).orElse(-1);
    }

    @Test
    void theFactsAreThoseOfTheFilm() {
        MediaFacts facts = film().facts();
        VideoFacts video = facts.video().orElseThrow();
        assertEquals(RATE.timeOfFrame(PICTURES), facts.duration());
        assertEquals(RATE, video.frameRate());
        assertEquals(new DisplaySize(WIDTH, HEIGHT), video.displaySize());
        assertFalse(facts.audio().isPresent());
    }

    @Test
    void aPictureIsShownFromItsTimeUntilTheNext() {
        try (PictureSource pictures = film().pictures()) {
            for (int n = 0; n < PICTURES; n++) {
                Rational start = RATE.timeOfFrame(n);
                Rational middle = start.plus(RATE.frameDuration().dividedBy(Rational.of(2)));
                Rational end = RATE.timeOfFrame(n + 1).minus(Rational.of(3, 1_000));
                assertEquals(n, number(pictures.at(start)));
                assertEquals(n, number(pictures.at(middle)));
                assertEquals(n, number(pictures.at(end)));
            }
        }
    }

    @Test
    void beforeTheFirstPictureItIsTheFirstAndAfterTheLastTheLast() {
        try (PictureSource pictures = film().pictures()) {
            assertEquals(0, number(pictures.at(Rational.of(-1, 2))));
            assertEquals(PICTURES - 1, number(pictures.at(Rational.of(3))));
            assertEquals(0, number(pictures.at(Rational.of(-7))));
        }
    }

    /// A time that was rounded in the container is still that of its picture.
    @Test
    void aTickBeforeAPictureShowsItAlready() {
        Source film = film();
        VideoFacts video = film.facts().video().orElseThrow();
        Rational grace = video.timeBase().min(Rational.of(1, 1_000));
        try (PictureSource pictures = film.pictures()) {
            for (int n : new int[] {1, 7, PICTURES - 1}) {
                assertEquals(n, number(pictures.at(RATE.timeOfFrame(n).minus(grace))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theAnswerDependsOnTheTimeAlone(long seed) {
        List<Integer> order = new ArrayList<>();
        for (int n = 0; n < PICTURES; n++) {
            order.add(n);
        }
        Collections.shuffle(order, new Random(seed));
        try (PictureSource pictures = film().pictures()) {
            for (int n : order) {
                assertEquals(n, number(pictures.at(RATE.timeOfFrame(n))), order.toString());
            }
        }
    }

    @Test
    void theSamePictureIsTheSameObjectAndAnotherIsNot() {
        try (PictureSource pictures = film().pictures()) {
            Picture first = pictures.at(RATE.timeOfFrame(4));
            assertSame(first, pictures.at(RATE.timeOfFrame(4).plus(Rational.of(1, 50))));
            assertNotSame(first, pictures.at(RATE.timeOfFrame(5)));
        }
    }

    @Test
    void theSizeIsThatOfThePictureAndNothingHadToBeDecided() {
        try (PictureSource pictures = film().pictures()) {
            Picture picture = pictures.at(Rational.ZERO);
            assertEquals(WIDTH, picture.width());
            assertEquals(HEIGHT, picture.height());
            assertEquals(new DisplaySize(WIDTH, HEIGHT), pictures.displaySize());
            assertEquals(List.of(), pictures.decisions());
        }
    }

    /// Two sources of one file do not disturb each other.
    @Test
    void sourcesOfOneFileAreIndependent() {
        Source film = film();
        try (PictureSource one = film.pictures();
                PictureSource two = film.pictures()) {
            for (int n = 0; n < 10; n++) {
                assertEquals(n, number(one.at(RATE.timeOfFrame(n))));
                assertEquals(20 - n, number(two.at(RATE.timeOfFrame(20 - n))));
            }
        }
    }

    private static void assertSamples(long first, float[] left, float[] right, int count) {
        for (int i = 0; i < count; i++) {
            long index = first + i;
            assertEquals(expectedAt(index), left[i], () -> "left at " + index);
            assertEquals(Math.abs(left[i]), Math.abs(right[i]), () -> "right at " + index);
        }
    }

    /// Half a sample rounds up.
    @ParameterizedTest
    @ValueSource(strings = {"0", "1/3", "1/48000", "1/96000", "1/96001", "99999/100000", "3/2"})
    void sampleZeroIsTheOneAtTheTimeOfOpening(String time) {
        Rational from = Rational.parse(time);
        float[] left = new float[2_000];
        float[] right = new float[2_000];
        try (AudioSource audio = sound().audio(from)) {
            audio.read(left, right, 2_000);
        }
        assertSamples(from.times(AudioSource.SAMPLE_RATE_HZ).round(), left, right, 2_000);
    }

    @Test
    void whereTheSourceHasNoSoundItIsSilent() {
        int count = SAMPLES + 2 * 4_800;
        float[] left = new float[count];
        float[] right = new float[count];
        Arrays.fill(left, 9);
        Arrays.fill(right, 9);
        try (AudioSource audio = sound().audio(Rational.of(-1, 10))) {
            audio.read(left, right, count);
        }
        assertSamples(-4_800, left, right, count);
    }

    @Test
    void blocksOfAnySizeJoinWithoutAGap() {
        try (AudioSource audio = sound().audio(Rational.ZERO)) {
            long done = 0;
            for (int size = 1; done < SAMPLES; size = size * 3 % 5_003) {
                float[] left = new float[size];
                float[] right = new float[size];
                audio.read(left, right, size);
                assertSamples(done, left, right, size);
                done += size;
            }
        }
    }

    @Test
    void itHasEndedOnlyWhenAllIsRead() {
        float[] side = new float[SAMPLES];
        try (AudioSource audio = sound().audio(Rational.ZERO)) {
            assertFalse(audio.ended());
            audio.read(side, side.clone(), SAMPLES - 1);
            assertFalse(audio.ended());
            audio.read(side, side.clone(), 1);
            assertTrue(audio.ended());
            assertEquals(List.of(), audio.decisions());
        }
        try (AudioSource past = sound().audio(Rational.of(SECONDS + 1))) {
            assertTrue(past.ended());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_024, 5_000})
    void anEncodedTrackHasTheSamplesThatWentIn(int samples) {
        float[] side = new float[samples];
        try (AudioEncoder encoder = encoding().openAudioEncoder(new AudioEncoding(192_000))) {
            encoder.encode(side, side.clone(), samples);
            encoder.encode(side, side.clone(), samples);
            EncodedAudio track = encoder.finish();
            assertEquals(2L * samples, track.samples());
            assertEquals(192_000, track.bitrateBps());
        }
    }

    @Test
    void aFingerprintStaysTheSame() {
        assertEquals(film().library().fingerprint(), film().library().fingerprint());
        assertFalse(film().library().fingerprint().isBlank());
    }
}
