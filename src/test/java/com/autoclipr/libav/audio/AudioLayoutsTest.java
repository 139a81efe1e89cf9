package com.autoclipr.libav.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.libav.probe.MediaProbe;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.ToneChannels;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a file says of where its channels stand, or does not say: each is heard.
class AudioLayoutsTest {
    /// Fainter than this is not heard.
    private static final double HEARD = 0.002;

    @TempDir Path folder;

    @BeforeAll
    static void load() {
        Natives.load();
    }

    @ParameterizedTest
    @CsvSource({
        "wav, 3, left-right-centre",
        "w64, 4, default-layout",
        "mov, 5, default-layout",
        "caf, 6, default-layout",
        "mkv, 6, default-layout",
        "wav, 7, default-layout",
        "mov, 8, default-layout",
        "mkv, 3, left-right-centre",
        "caf, 12, centre",
        "w64, 16, centre",
        "wav, 64, centre",
    })
    void everyChannelOfAnUnknownLayoutIsHeard(String extension, int channels, String as) {
        Path file = coded(channels, "", extension, "-c:a", "copy");
        HeardAudio sound = HeardAudio.byDefault(file);
        assertAllHeard(sound, channels);
        assertEquals(as, sound.fact(DecisionKind.CHANNEL_LAYOUT_ASSUMED, Fact.TREATED_AS));
        assertEquals(
                Integer.toString(channels),
                sound.fact(DecisionKind.AUDIO_MIXED_TO_STEREO, Fact.CHANNELS));
        assertEquals("", sound.fact(DecisionKind.AUDIO_MIXED_TO_STEREO, Fact.OMITTED));
    }

    @Test
    void ofUnknownChannelsTheFirstTwoStayApart() {
        for (int channels : new int[] {3, 6, 8}) {
            HeardAudio sound =
                    HeardAudio.byDefault(
                            coded(
                                    channels,
                                    "",
                                    "opus",
                                    "-c:a",
                                    "libopus",
                                    "-mapping_family",
                                    "255"));
            assertAllHeard(sound, channels);
            double[] left = sound.leftLevels(channels);
            double[] right = sound.rightLevels(channels);
            assertTrue(left[0] > 0.2 && right[0] < HEARD, channels + " channels");
            assertTrue(left[1] < HEARD && right[1] > 0.2, channels + " channels");
        }
    }

    @ParameterizedTest
    @CsvSource({"opus, 4, ambisonic 1", "mkv, 16, ambisonic 3"})
    void everyChannelOfASoundFieldIsHeard(String extension, int channels, String layout) {
        Path file = coded(channels, layout, extension, "-c:a", "libopus", "-mapping_family", "2");
        HeardAudio sound = HeardAudio.byDefault(file);
        assertAllHeard(sound, channels);
        assertEquals(layout, sound.fact(DecisionKind.AUDIO_MIXED_TO_STEREO, Fact.LAYOUT));
        // What comes from everywhere is as loud on both sides; the second channel is left minus
        // right.
        double[] left = sound.leftLevels(channels);
        double[] right = sound.rightLevels(channels);
        assertEquals(left[0], right[0], 0.01);
        assertTrue(left[0] > 0.3, "level " + left[0]);
    }

    @Test
    void channelsThatAreNumberedOnlyAreHeardBesideThoseWithAPlace() {
        List<Integer> channels = ChannelLayouts.channels("4 channels (FL+FR+UNK+UNK)");
        StereoMatrix matrix =
                StereoMatrix.ofPart(
                        ChannelLayouts.describe(channels), "4 channels (FL+FR+UNK+UNK)");
        assertEquals(8, matrix.weights().length);
        for (int channel = 0; channel < 4; channel++) {
            assertTrue(matrix.weights()[channel] + matrix.weights()[4 + channel] > 0.2);
        }
        assertEquals(StereoMatrix.Assumed.CENTRE, matrix.assumed().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"wav, 6, 5.1, 3", "caf, 8, 7.1, 3", "wav, 12, 7.1.4, 3", "mov, 3, 2.1, 2"})
    void ofAKnownLayoutOnlyTheLowFrequencyChannelIsOmittedAndReported(
            String extension, int channels, String layout, int lowFrequency) {
        HeardAudio sound = HeardAudio.byDefault(coded(channels, layout, extension, "-c:a", "copy"));
        double[] left = sound.leftLevels(channels);
        double[] right = sound.rightLevels(channels);
        for (int channel = 0; channel < channels; channel++) {
            boolean heard = left[channel] + right[channel] > 0.1;
            assertEquals(channel != lowFrequency, heard, "channel " + channel);
        }
        assertEquals("LFE", sound.fact(DecisionKind.AUDIO_MIXED_TO_STEREO, Fact.OMITTED));
        assertEquals(layout, sound.fact(DecisionKind.AUDIO_MIXED_TO_STEREO, Fact.LAYOUT));
    }

    @Test
    void aStreamOfSingleBitsIsHeardFromItsStartAndFromDeepInside() throws IOException {
        Path file = folder.resolve("tone.dsf");
        DsdFile.write(file, ToneChannels.hertz(0), 0.25, 5);
        AudioFacts facts = MediaProbe.probe(file).audio().orElseThrow();
        assertEquals(5, facts.duration().toDouble(), 0.02);
        HeardAudio start = HeardAudio.of(file, facts);
        HeardAudio deep = HeardAudio.of(file, facts, Rational.of(3));
        assertEquals(0.5, start.leftLevels(1)[0], 0.02);
        for (int i = 10_000; i < 60_000; i++) {
            assertEquals(start.left()[i], deep.left()[i], 0.01, "sample " + i);
        }
    }

    private static void assertAllHeard(HeardAudio sound, int channels) {
        double[] left = sound.leftLevels(channels);
        double[] right = sound.rightLevels(channels);
        for (int channel = 0; channel < channels; channel++) {
            double louder = Math.max(left[channel], right[channel]);
            assertTrue(louder > HEARD, "channel " + channel + " has the level " + louder);
        }
    }

    private Path coded(int channels, String layout, String extension, String... options) {
        Path file = folder.resolve("sound-" + channels + "." + extension);
        List<String> arguments = new ArrayList<>(ToneChannels.input(channels, 2, layout));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        Programs.ffmpeg(arguments);
        return file;
    }
}
