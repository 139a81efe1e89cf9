package com.autoclipr.testkit.media;

import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.TestFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Small videos with the oddities of real footage. What they should look like is asked of the
/// `ffmpeg` program, or stands in the name of the maker.
public final class Footage {
    private static final String QUADRANTS =
            "color=0x202020:s=320x180:r=25,drawbox=x=iw/2:y=0:w=iw/2:h=ih/2:c=0xe0e0e0:t=fill,"
                    + "drawbox=x=0:y=ih/2:w=iw/2:h=ih/2:c=0x606060:t=fill,"
                    + "drawbox=x=iw/2:y=ih/2:w=iw/2:h=ih/2:c=0xa0a0a0:t=fill";
    private static final List<String> NEARLY_LOSSLESS =
            List.of("-c:v", "libx264", "-preset", "ultrafast", "-qp", "4", "-pix_fmt", "yuv420p");

    private Footage() {}

    /// Four grey quadrants, and a display matrix that turns or mirrors them.
    ///
    /// @param displayRotation degrees anticlockwise, as FFmpeg's option takes it
    /// @param mirrored whether the display matrix mirrors left to right as well
    public static Path turned(int displayRotation, boolean mirrored) {
        Path plain = generated("quadrants", QUADRANTS, "mp4", 1, NEARLY_LOSSLESS);
        List<String> before =
                new ArrayList<>(List.of("-display_rotation", Integer.toString(displayRotation)));
        if (mirrored) {
            before.add("-display_hflip");
        }
        return NumberedVideo.copied(plain, "mp4", before);
    }

    /// A round disc on pixels that are twice as wide as they are high: 160×180 stored, 320×180
    /// shown.
    public static Path widePixels() {
        String disc =
                "color=black:s=320x180:r=25,format=gray,"
                        + "geq=lum='if(lt(hypot(X-160,Y-90),50),235,16)',scale=160:180,setsar=2";
        return generated("wide-pixels", disc, "mp4", 1, NEARLY_LOSSLESS);
    }

    /// A bar that moves fast, woven from two fields, top field first: MPEG-2 in a transport stream.
    public static Path interlaced() {
        String bar =
                "color=black:s=320x192:r=50,format=yuv420p,"
                        + "geq=lum='if(between(mod(X-N*6,320),100,140),235,16)':cb=128:cr=128,"
                        + "tinterlace=interleave_top,fieldorder=tff";
        return generated(
                "interlaced",
                bar,
                "ts",
                2,
                List.of(
                        "-c:v",
                        "mpeg2video",
                        "-q:v",
                        "3",
                        "-flags",
                        "+ildct+ilme",
                        "-alternate_scan",
                        "1"));
    }

    /// White with alpha 0 on the left third, 128 in the middle, 255 on the right.
    ///
    /// @param kind `webm` (VP9), `mov` (ProRes 4444), `apng` or `webp`
    public static Path transparent(String kind) {
        String thirds =
                "color=white:s=318x180:r=25,format=rgba,"
                        + "geq=r=255:g=255:b=255:a='if(lt(X,106),0,if(lt(X,212),128,255))'";
        List<String> encoding =
                switch (kind) {
                    case "webm" ->
                            List.of(
                                    "-c:v",
                                    "libvpx-vp9",
                                    "-pix_fmt",
                                    "yuva420p",
                                    "-deadline",
                                    "realtime",
                                    "-cpu-used",
                                    "8",
                                    "-crf",
                                    "10",
                                    "-b:v",
                                    "0");
                    case "mov" ->
                            List.of(
                                    "-c:v",
                                    "prores_ks",
                                    "-profile:v",
                                    "4444",
                                    "-pix_fmt",
                                    "yuva444p10le");
                    case "apng" -> List.of("-c:v", "apng", "-plays", "0");
                    case "webp" -> List.of("-c:v", "libwebp_anim", "-lossless", "1");
                    default -> throw new IllegalArgumentException("no recipe for " + kind);
                };
        return generated("transparent", thirds, kind, 1, encoding);
    }

    /// A flat grey of 10 bits, tagged as HDR.
    ///
    /// @param transfer `smpte2084` (PQ) or `arib-std-b67` (HLG)
    /// @param code luma, 64 to 940
    public static Path hdrGrey(String transfer, int code) {
        String grey =
                "color=black:s=320x180:r=25,format=yuv420p10le,geq=lum=%d:cb=512:cr=512,"
                                .formatted(code)
                        + tags("tv", "bt2020", transfer, "bt2020nc");
        return generated(
                "hdr",
                grey,
                "mp4",
                1,
                List.of(
                        "-c:v",
                        "libx265",
                        "-preset",
                        "ultrafast",
                        "-tag:v",
                        "hvc1",
                        "-x265-params",
                        "log-level=1:qp=4",
                        "-pix_fmt",
                        "yuv420p10le"));
    }

    /// SMPTE colour bars for high definition, 1280×720, BT.709 limited.
    public static Path colourBars() {
        return generated(
                "bars",
                "smptehdbars=s=1280x720:r=25,format=yuv444p,"
                        + tags("tv", "bt709", "bt709", "bt709"),
                "mp4",
                1,
                List.of(
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-qp",
                        "2",
                        "-pix_fmt",
                        "yuv444p",
                        "-colorspace",
                        "bt709",
                        "-color_primaries",
                        "bt709",
                        "-color_trc",
                        "bt709",
                        "-color_range",
                        "tv"));
    }

    /// Moving detail with sound, as a stand-in for real footage: 640×360.
    public static Path lively(String rate, int seconds) {
        return TestFolder.cached(
                "lively",
                "mp4",
                rate + " " + seconds,
                file ->
                        Programs.ffmpeg(
                                List.of(
                                        "-f",
                                        "lavfi",
                                        "-i",
                                        "testsrc2=s=640x360:r=" + rate,
                                        "-f",
                                        "lavfi",
                                        "-i",
                                        "sine=f=330:r=44100",
                                        "-t",
                                        Integer.toString(seconds),
                                        "-c:v",
                                        "libx264",
                                        "-preset",
                                        "ultrafast",
                                        "-crf",
                                        "20",
                                        "-g",
                                        "250",
                                        "-pix_fmt",
                                        "yuv420p",
                                        "-c:a",
                                        "aac",
                                        "-b:a",
                                        "96k",
                                        file.toString())));
    }

    /// A filter that says what the samples mean, without changing them.
    public static String tags(String range, String primaries, String transfer, String matrix) {
        return "setparams=range=%s:color_primaries=%s:color_trc=%s:colorspace=%s"
                .formatted(range, primaries, transfer, matrix);
    }

    private static Path generated(
            String name, String graph, String extension, int seconds, List<String> encoding) {
        return TestFolder.cached(
                name,
                extension,
                graph + seconds + encoding,
                file -> {
                    List<String> arguments =
                            new ArrayList<>(
                                    List.of(
                                            "-f",
                                            "lavfi",
                                            "-i",
                                            graph,
                                            "-t",
                                            Integer.toString(seconds)));
                    arguments.addAll(encoding);
                    arguments.add(file.toString());
                    Programs.ffmpeg(arguments);
                });
    }
}
