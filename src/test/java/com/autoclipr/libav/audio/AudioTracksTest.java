package com.autoclipr.libav.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.libav.probe.MediaProbe;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.TrackLabel;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.ToneChannels;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each track of these files has a tone of its own, by which it is known when it is heard.
class AudioTracksTest {
    private static final List<String> PICTURES =
            List.of("-f", "lavfi", "-i", "testsrc=s=32x32:r=10:d=2");

    private static final List<String> CODECS =
            List.of("-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-b:a", "96k");

    @TempDir Path folder;

    @BeforeAll
    static void load() {
        Natives.load();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkv", "mp4", "mov", "ts"})
    void tracksAreFoundByNumberAndByLanguage(String extension) {
        Path file = film(extension, "-metadata:s:a:0 language=eng -metadata:s:a:1 language=fra");
        MediaFacts facts = MediaProbe.probe(file);
        assertEquals(3, facts.audioTracks().size());
        assertHeard(file, facts.audio(Optional.empty()), 0);
        assertHeard(file, facts.audio(Optional.of("0")), 0);
        assertHeard(file, facts.audio(Optional.of("2")), 2);
        for (String french : List.of("fr", "fra", "fre", "FR", "fr-CA", "fr_CA")) {
            assertHeard(file, facts.audio(Optional.of(french)), 1);
        }
        assertHeard(file, facts.audio(Optional.of("all")), 0, 1, 2);
        for (String missing : List.of("3", "de", "999")) {
            assertEquals(List.of(), facts.audio(Optional.of(missing)), missing);
        }
    }

    @Test
    void aTrackSaysWhatItIs() {
        Path file =
                film(
                        "mkv",
                        "-metadata:s:a:1 language=fre -metadata:s:a:1 title=Micro"
                                + " -disposition:a:2 comment");
        List<AudioFacts> tracks = MediaProbe.probe(file).audioTracks();
        TrackLabel label = tracks.get(1).label();
        assertEquals("1 (fre, mono, “Micro”)", label.describe());
        assertEquals(2, tracks.get(1).streamIndex());
        assertEquals(TrackLabel.Role.COMMENTARY, tracks.get(2).label().role());
        assertEquals(2.0, tracks.get(1).duration().toDouble(), 0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "comment, default",
        "visual_impaired, default",
        "default+comment, 0",
        "default+visual_impaired, 0"
    })
    void specialTracksAreTheDefaultOnlyIfThereIsNothingElse(String first, String second) {
        Path file = film("mkv", "-disposition:a:0 " + first + " -disposition:a:1 " + second);
        MediaFacts facts = MediaProbe.probe(file);
        assertEquals(1, facts.audio().orElseThrow().label().track());
        assertHeard(file, facts.audio(Optional.of("0")), 0);
        assertHeard(file, facts.audio(Optional.of("all")), 0, 1, 2);
    }

    @Test
    void soundOfTheProgramThatIsSeenComesFirst() {
        Path file = folder.resolve("programs.ts");
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i"));
        arguments.add("testsrc=s=32x32:r=10:d=2");
        arguments.addAll(List.of("-f", "lavfi", "-i", "testsrc=s=64x64:r=10:d=2"));
        arguments.addAll(ToneChannels.input(3, 2, ""));
        arguments.addAll(
                List.of(
                        "-filter_complex",
                        "[2:a]asplit=3[a][b][c];[a]pan=mono|c0=c0[x];[b]pan=mono|c0=c1[y];"
                                + "[c]pan=mono|c0=c2[z]"));
        arguments.addAll(List.of("-map", "0:v", "-map", "[x]", "-map", "1:v"));
        arguments.addAll(List.of("-map", "[y]", "-map", "[z]"));
        arguments.addAll(List.of("-program", "program_num=1:st=0:st=1"));
        arguments.addAll(List.of("-program", "program_num=2:st=2:st=3:st=4"));
        arguments.addAll(CODECS);
        arguments.add(file.toString());
        Programs.ffmpeg(arguments);
        MediaFacts facts = MediaProbe.probe(file);
        assertEquals(64, facts.video().orElseThrow().codedWidth());
        assertHeard(file, facts.audio(Optional.empty()), 1);
        assertHeard(file, facts.audio(Optional.of("0")), 1);
        assertHeard(file, facts.audio(Optional.of("1")), 2);
        assertHeard(file, facts.audio(Optional.of("2")), 0);
        assertHeard(file, facts.audio(Optional.of("all")), 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"mov, FL, FR", "mov, FR, FL"})
    void monoTracksLabelledLeftAndRightAreOneSound(String extension, String first, String second) {
        Path file = folder.resolve("pair." + extension);
        List<String> arguments = new ArrayList<>(PICTURES);
        arguments.addAll(mono(0, first));
        arguments.addAll(mono(1, second));
        arguments.addAll(List.of("-map", "0", "-map", "1", "-map", "2", "-c:a", "copy"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", file.toString()));
        Programs.ffmpeg(arguments);
        MediaFacts facts = MediaProbe.probe(file);
        HeardAudio sound = HeardAudio.byDefault(file);
        boolean firstIsLeft = first.equals("FL");
        double[] left = firstIsLeft ? sound.leftLevels(2) : sound.rightLevels(2);
        double[] right = firstIsLeft ? sound.rightLevels(2) : sound.leftLevels(2);
        assertEquals(1, left[0], 0.02);
        assertEquals(0, left[1], 0.02);
        assertEquals(0, right[0], 0.02);
        assertEquals(1, right[1], 0.02);
        assertEquals("stereo", fact(facts, DecisionKind.AUDIO_STREAMS_MERGED, Fact.LAYOUT));
        assertHeard(file, facts.audio(Optional.of("1")), 1);
        assertEquals(1, facts.audio(Optional.of("all")).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "iamf"})
    void thePartsOfImmersiveAudioAreOneSound(String extension) {
        Path file = immersive(extension, "ch_layout=5.1(side)");
        MediaFacts facts = MediaProbe.probe(file);
        assertEquals(1, facts.audioTracks().size());
        assertEquals("5.1(side)", facts.audio().orElseThrow().label().layout());
        HeardAudio sound = HeardAudio.byDefault(file);
        double[] left = sound.leftLevels(6);
        double[] right = sound.rightLevels(6);
        double whole = 1 + Math.sqrt(2);
        double[] wantedLeft = {1, 0, Math.sqrt(0.5), 0, Math.sqrt(0.5), 0};
        double[] wantedRight = {0, 1, Math.sqrt(0.5), 0, 0, Math.sqrt(0.5)};
        for (int i = 0; i < 6; i++) {
            assertEquals(wantedLeft[i] / whole, left[i], 0.02, "left " + i);
            assertEquals(wantedRight[i] / whole, right[i], 0.02, "right " + i);
        }
        HeardAudio deep = HeardAudio.of(file, facts.audio().orElseThrow(), Rational.of(7));
        // Every tone is in the same phase at each whole second.
        for (int i = 24_000; i < 48_000; i++) {
            assertEquals(sound.left()[i], deep.left()[i], 0.02, "sample " + i);
            assertEquals(sound.right()[i], deep.right()[i], 0.02, "sample " + i);
        }
        assertEquals("0, 1, 2, 3", fact(facts, DecisionKind.AUDIO_STREAMS_MERGED, Fact.STREAMS));
        assertEquals("LFE", sound.fact(DecisionKind.AUDIO_MIXED_TO_STEREO, Fact.OMITTED));
        assertEquals("", fact(facts, DecisionKind.STREAM_SELECTED, Fact.STREAM));
    }

    @Test
    void ofLayeredImmersiveAudioTheBaseLayerIsUsedAndTheOthersAreReported() {
        Path file = immersive("mp4", "ch_layout=stereo,layer=ch_layout=5.1(side)");
        MediaFacts facts = MediaProbe.probe(file);
        HeardAudio sound = HeardAudio.byDefault(file);
        assertEquals(1, sound.leftLevels(6)[0], 0.02);
        assertEquals(1, sound.rightLevels(6)[1], 0.02);
        assertEquals("1, 2, 3", fact(facts, DecisionKind.AUDIO_LAYERS_IGNORED, Fact.STREAMS));
    }

    /// The six channels of 5.1(side) as two pairs and two single ones.
    private Path immersive(String extension, String layers) {
        Path file = folder.resolve("immersive." + extension);
        List<String> arguments = new ArrayList<>(ToneChannels.input(6, 9, "5.1(side)"));
        arguments.addAll(
                List.of(
                        "-filter_complex",
                        "[0:a]asplit=4[a][b][c][d];[a]pan=stereo|c0=c0|c1=c1[f];"
                                + "[b]pan=stereo|c0=c4|c1=c5[s];[c]pan=mono|c0=c2[m];"
                                + "[d]pan=mono|c0=c3[l]"));
        for (int i = 0; i < 4; i++) {
            arguments.addAll(List.of("-map", "[" + "fsml".charAt(i) + "]"));
            arguments.addAll(List.of("-streamid", i + ":" + i));
        }
        arguments.addAll(
                List.of(
                        "-c:a",
                        "libopus",
                        "-stream_group",
                        "type=iamf_audio_element:id=1:st=0:st=1:st=2:st=3"
                                + ":audio_element_type=channel"
                                + (layers.contains("layer=")
                                        ? ",demixing=parameter_id=998:parameter_rate=48000"
                                        : "")
                                + ",layer="
                                + layers,
                        "-stream_group",
                        "type=iamf_mix_presentation:id=2:stg=0:annotations=en-us=default"
                                + ",submix=parameter_id=100:parameter_rate=48000"
                                + "|element=stg=0:parameter_id=100:annotations=en-us=sound"
                                + "|layout=sound_system=stereo:integrated_loudness=0",
                        file.toString()));
        Programs.ffmpeg(arguments);
        return file;
    }

    /// A film with three tones as three tracks.
    private Path film(String extension, String options) {
        Path file = folder.resolve("film." + extension);
        List<String> arguments = new ArrayList<>(PICTURES);
        for (int track = 0; track < 3; track++) {
            arguments.addAll(mono(track, "mono"));
        }
        arguments.addAll(List.of("-map", "0", "-map", "1", "-map", "2", "-map", "3"));
        arguments.addAll(CODECS);
        arguments.addAll(List.of(options.split(" ")));
        arguments.add(file.toString());
        Programs.ffmpeg(arguments);
        return file;
    }

    /// One channel of three, alone.
    private static List<String> mono(int channel, String layout) {
        String tone =
                "sine=frequency=" + (int) ToneChannels.hertz(channel) + ":r=48000:d=2,volume=4";
        String filter = tone + ",aformat=sample_fmts=s16,channelmap=0:" + layout;
        return List.of("-f", "lavfi", "-i", filter);
    }

    /// Exactly these of three tones are in the mix of some sounds, at full level.
    private static void assertHeard(Path file, List<AudioFacts> sounds, Integer... tracks) {
        float[] sum = new float[0];
        for (AudioFacts sound : sounds) {
            float[] left = HeardAudio.of(file, sound).left();
            float[] before = sum;
            sum = left;
            for (int i = 0; i < before.length; i++) {
                sum[i] += before[i];
            }
        }
        assertTrue(sum.length > 0, "nothing is heard");
        double[] levels = ToneChannels.levels(sum, 3);
        List<Integer> heard = new ArrayList<>();
        IntStream.range(0, 3).filter(i -> levels[i] > 0.9).forEach(heard::add);
        assertEquals(List.of(tracks), heard);
        for (int i = 0; i < 3; i++) {
            assertEquals(heard.contains(i) ? 1 : 0, levels[i], 0.05, "tone " + i);
        }
    }

    private static String fact(MediaFacts facts, DecisionKind kind, Fact fact) {
        return facts.decisions().stream()
                .filter(decision -> decision.kind() == kind)
                .map(Decision::facts)
                .map(all -> all.getOrDefault(fact, ""))
                .findFirst()
                .orElse("");
    }
}
