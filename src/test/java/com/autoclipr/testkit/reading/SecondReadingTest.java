package com.autoclipr.testkit.reading;

import static com.autoclipr.testkit.reading.MadeMedia.film;
import static com.autoclipr.testkit.reading.MadeMedia.pictures;
import static com.autoclipr.testkit.reading.MadeMedia.sound;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.MediaLibrary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What this engine reads from a file is what others read from it, or a decision says why not.
@Tag("slow")
class SecondReadingTest {
    /// Folders of further files, separated like the folders of a class path.
    private static final String FOLDERS = "AUTOCLIPR_MEDIA";

    private static final MediaLibrary LIBRARY = new LibavMedia();
    private static final String X264 = "-pix_fmt yuv420p -c:v libx264 -preset ultrafast";
    private static final String PLAIN = "96x64 25 1.2";

    /// Known differences. Remove an entry when it is fixed.
    private static final Set<String> DIFFERENT = Set.of();

    private static List<MadeMedia> films() {
        String x264Aac = X264 + " -bf 2 -c:a aac";
        return List.of(
                film("plain.mp4", x264Aac),
                film("fragmented.mp4", x264Aac + " -movflags frag_keyframe+empty_moov+delay_moov"),
                film("alac.mov", X264 + " -c:a alac"),
                film("pcm.mov", "-pix_fmt yuv422p10le -c:v prores_ks -c:a pcm_s24le"),
                film("cut inside a group.mp4", "-ss 0.5 " + x264Aac + " -g 50"),
                film("late sound.mkv", X264 + " -c:a libopus -af adelay=200:all=1"),
                film("plain.mkv", x264Aac),
                film("vp9.webm", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus"),
                film("vp8.webm", "-c:v libvpx -deadline realtime -c:a vorbis -strict -2"),
                film("mpeg4.avi", "-c:v mpeg4 -bf 0 -c:a libmp3lame"),
                film("x264.avi", X264 + " -bf 0 -c:a pcm_s16le"),
                film("x264.ts", x264Aac),
                film("mpeg2.ts", "-c:v mpeg2video -bf 2 -c:a mp2 -ar 48000"),
                film("mpeg2.mpg", "-c:v mpeg2video -bf 2 -c:a mp2 -ar 48000"),
                film("x264.flv", x264Aac),
                film("wmv2.asf", "-c:v wmv2 -c:a wmav2"),
                film("mpeg2.mxf", "-c:v mpeg2video -c:a pcm_s16le -ar 48000"),
                film("pcm.nut", "-c:v mpeg4 -c:a pcm_s16le"),
                film("mpeg4.nut", "-c:v mpeg4 -c:a libmp3lame"),
                film("h263.3gp", "-s 176x144 -c:v h263 -c:a aac -ar 8000 -ac 1"));
    }

    private static List<MadeMedia> movingPictures() {
        return List.of(
                pictures("turned.mp4", PLAIN, X264 + " -bf 2 -movflags faststart"),
                pictures("23.976.mp4", "96x64 24000/1001 1.5", X264 + " -bf 3"),
                pictures("59.94.mkv", "96x64 60000/1001 1", X264 + " -bf 3"),
                pictures("12.5.webm", "97x65 25/2 2", "-c:v libvpx -deadline realtime"),
                pictures("odd.mkv", "97x65 30 1", "-pix_fmt yuv444p -c:v ffv1"),
                pictures("wide.mp4", PLAIN, X264 + " -aspect 3"),
                pictures("uneven.mp4", PLAIN, "-vf select='mod(n,5)' -fps_mode vfr " + X264),
                pictures("uneven.mkv", PLAIN, "-vf select='mod(n,3)' -fps_mode vfr " + X264),
                pictures(
                        "ten bits.mp4",
                        PLAIN,
                        "-pix_fmt yuv420p10le -c:v libx265 -preset ultrafast"),
                pictures("full.mp4", PLAIN, "-vf scale=out_range=full -color_range pc " + X264),
                pictures(
                        "fields.ts",
                        "96x64 50 1",
                        "-vf tinterlace=4 -flags +ildct+ilme -c:v mpeg2video"),
                pictures("plain.ivf", PLAIN, "-c:v libvpx -deadline realtime"),
                pictures("plain.y4m", PLAIN, "-pix_fmt yuv420p"),
                pictures("alpha.mov", PLAIN, "-vf format=rgba,colorchannelmixer=aa=0.5 -c:v qtrle"),
                pictures("mjpeg.avi", PLAIN, "-pix_fmt yuvj420p -c:v mjpeg"),
                pictures("two colours.nut", "320x180 30 0.2", "-pix_fmt monow -c:v rawvideo"),
                pictures("plain.gif", "96x64 10 1", "-f gif"),
                pictures("plain.apng", "96x64 10 1", "-f apng"),
                pictures("animated.webp", "96x64 10 1", "-c:v libwebp_anim -lossless 1"));
    }

    private static List<MadeMedia> rawPictures() {
        return List.of(
                pictures("plain.h264", "96x64 30 1", X264),
                pictures("plain.hevc", "96x64 30 1", "-c:v libx265 -preset ultrafast"),
                pictures("plain.m2v", "96x64 24 1", "-c:v mpeg2video -bf 2"),
                pictures("plain.mjpeg", PLAIN, "-pix_fmt yuvj420p -c:v mjpeg -f mjpeg"));
    }

    private static List<MadeMedia> stills() {
        String one = "96x64 25 0.04";
        List<MadeMedia> stills = new ArrayList<>();
        for (String end : List.of("png", "bmp", "tiff", "ppm", "pam", "qoi", "tga")) {
            stills.add(pictures("still." + end, one, "-pix_fmt rgb24 -frames:v 1 -update 1"));
        }
        stills.set(1, pictures("still.bmp", one, "-pix_fmt bgr24 -frames:v 1 -update 1"));
        stills.add(pictures("odd.jpg", "97x65 25 0.04", "-frames:v 1 -update 1 -q:v 2"));
        stills.add(pictures("deep.png", one, "-frames:v 1 -update 1 -pix_fmt rgb48be"));
        stills.add(pictures("grey.png", one, "-frames:v 1 -update 1 -pix_fmt gray"));
        stills.add(pictures("grey.pgm", one, "-frames:v 1 -update 1 -pix_fmt gray"));
        stills.add(pictures("still.webp", one, "-frames:v 1 -c:v libwebp -lossless 1"));
        stills.add(
                pictures(
                        "clear.png",
                        one,
                        "-vf format=rgba,colorchannelmixer=aa=0.4 -frames:v 1 -update 1"));
        return stills;
    }

    private static List<MadeMedia> sounds() {
        return List.of(
                sound("mono 8 kHz.wav", "8000 1", "-c:a pcm_u8"),
                sound("96 kHz.w64", "96000 2", "-c:a pcm_f32le"),
                sound("plain.mp3", "44100 2", "-c:a libmp3lame"),
                sound("adts.aac", "44100 2", "-c:a aac"),
                sound("11 kHz.m4a", "11025 1", "-c:a aac"),
                sound("plain.flac", "44100 2", "-c:a flac"),
                sound("plain.opus", "48000 2", "-c:a libopus"),
                sound("plain.oga", "44100 2", "-c:a vorbis -strict -2"),
                sound("plain.aiff", "22050 2", "-c:a pcm_s16be"),
                sound("plain.caf", "44100 2", "-c:a pcm_s24be"),
                sound("plain.au", "16000 1", "-c:a pcm_mulaw"),
                sound("plain.ac3", "48000 2", "-c:a ac3"),
                sound("plain.eac3", "48000 2", "-c:a eac3"),
                sound("plain.dts", "48000 2", "-c:a dca -strict -2"),
                sound("plain.thd", "48000 2", "-c:a truehd -strict -2"),
                sound("plain.wv", "44100 2", "-c:a wavpack"),
                sound("plain.tta", "44100 2", "-c:a tta"),
                sound("five one.flac", "48000 6", "-c:a flac -channel_layout 5.1"),
                sound("quad.wav", "48000 4", "-c:a pcm_s16le -channel_layout quad"));
    }

    static Stream<MadeMedia> media() {
        return Stream.of(films(), movingPictures(), rawPictures(), stills(), sounds())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("media")
    void madeMediaIsReadAlike(MadeMedia media) {
        Verdict verdict = SecondReading.of(LIBRARY, media.file(), Limits.USUAL);
        if (DIFFERENT.contains(media.name())) {
            assertNotEquals(List.of(), verdict.unexplained(), "is on the list, and is read alike");
        } else {
            assertEquals(List.of(), verdict.unexplained(), verdict.inShort());
            assertTrue(
                    verdict.theirs().refused().isEmpty() || media.name().equals("animated.webp"),
                    verdict.inShort());
        }
    }

    @TestFactory
    Stream<DynamicTest> givenMediaIsReadAlike() throws IOException {
        String folders = System.getenv(FOLDERS);
        List<DynamicTest> tests = new ArrayList<>();
        for (String folder : folders == null ? new String[0] : folders.split(File.pathSeparator)) {
            Path root = Path.of(folder);
            for (Path file : MediaFiles.below(root)) {
                tests.add(
                        DynamicTest.dynamicTest(
                                root.relativize(file).toString(), () -> given(file)));
            }
        }
        return tests.stream();
    }

    private static void given(Path file) {
        Verdict verdict = SecondReading.of(LIBRARY, file, Limits.SHORT);
        assertEquals(List.of(), verdict.unexplained(), file + ": " + verdict.inShort());
    }
}
