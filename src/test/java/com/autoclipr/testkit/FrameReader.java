package com.autoclipr.testkit;

import com.autoclipr.testkit.media.BarCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Decodes the pictures of a file with the `ffmpeg` program, each as often as the file holds it.
public final class FrameReader {
    private FrameReader() {}

    /// Hands over the luma of every frame, as stored (`width` bytes a row, no padding); of a
    /// picture in R′G′B′, its grey. Returns how many frames there were.
    public static int luma(Path file, Programs.FrameTaker taker) {
        StreamFacts facts = StreamFacts.of(file, "v:0");
        int bytes = facts.number("width") * facts.number("height");
        String filter =
                facts.text("pix_fmt").startsWith("yuv")
                        ? "extractplanes=y,format=gray"
                        : "format=gray";
        return Programs.ffmpegFrames(arguments(file, filter, "gray"), bytes, taker);
    }

    /// The number that every frame carries as a [BarCode]; -1 where none can be read.
    public static List<Integer> numbers(Path file) {
        StreamFacts facts = StreamFacts.of(file, "v:0");
        int width = facts.number("width");
        int height = facts.number("height");
        List<Integer> numbers = new ArrayList<>();
        luma(
                file,
                (index, luma) -> {
                    OptionalInt number = BarCode.read(luma, width, height);
                    numbers.add(number.orElse(-1));
                });
        return numbers;
    }

    /// How many frames there are.
    public static int count(Path file) {
        return luma(file, (index, luma) -> {});
    }

    /// Frame `index` as planar Y′CbCr 4:4:4 with 8 bits, nothing converted but the chroma's size.
    public static RawPicture yuv444(Path file, int index) {
        return picture(
                file,
                index,
                List.of(),
                "scale=sws_flags=neighbor+accurate_rnd,format=yuv444p",
                "yuv444p");
    }

    /// Frame `index` as R′G′B′, planes in the order G, B, R.
    ///
    /// The conversion goes by the stream's own tags.
    ///
    /// @param decoder arguments of `ffmpeg` that choose another decoder, such as `-c:v libopenh264`
    public static RawPicture rgb(Path file, int index, String... decoder) {
        return picture(
                file,
                index,
                List.of(decoder),
                "scale=sws_flags=bicubic+accurate_rnd+full_chroma_int,format=gbrp",
                "gbrp");
    }

    /// Frame `index` of a file in BT.709, or a picture in R′G′B′ turned into that: planes Y′, Cb,
    /// Cr, 4:2:0 with 8 bits, limited range.
    public static byte[] yuv420(Path file, int index) {
        String filter =
                "select='eq(n,"
                        + index
                        + ")',"
                        + "scale=out_color_matrix=bt709:out_range=tv:sws_flags=bicubic+accurate_rnd,"
                        + "format=yuv420p";
        List<String> arguments = new ArrayList<>(arguments(file, filter, "yuv420p"));
        arguments.addAll(arguments.size() - 1, List.of("-frames:v", "1"));
        return Programs.ffmpegOutput(arguments);
    }

    /// Frame `index` as R′G′B′ (planes G, B, R) as a player shows it: turned by its metadata.
    public static RawPicture upright(Path file, int index) {
        List<String> size =
                Programs.ffmpegOutputLines(
                        List.of(
                                "-i",
                                file.toString(),
                                "-frames:v",
                                "1",
                                "-f",
                                "framecrc",
                                "-c:v",
                                "rawvideo",
                                "-"));
        String[] sides =
                size.stream()
                        .filter(line -> line.startsWith("#dimensions 0: "))
                        .findFirst()
                        .orElseThrow()
                        .substring("#dimensions 0: ".length())
                        .split("x", 2);
        String filter = "select='eq(n," + index + ")',format=gbrp";
        byte[] planes =
                Programs.ffmpegOutput(
                        List.of(
                                "-i",
                                file.toString(),
                                "-vf",
                                filter,
                                "-frames:v",
                                "1",
                                "-f",
                                "rawvideo",
                                "-pix_fmt",
                                "gbrp",
                                "-"));
        return new RawPicture(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), planes);
    }

    private static RawPicture picture(
            Path file, int index, List<String> decoder, String filter, String format) {
        StreamFacts facts = StreamFacts.of(file, "v:0");
        int width = facts.number("width");
        int height = facts.number("height");
        String select = "select='eq(n," + index + ")'," + filter;
        List<String> arguments = new ArrayList<>(decoder);
        arguments.addAll(arguments(file, select, format));
        arguments.addAll(arguments.size() - 1, List.of("-frames:v", "1"));
        byte[] planes = Programs.ffmpegOutput(arguments);
        if (planes.length != 3 * width * height) {
            throw new IllegalStateException(file + " has no frame " + index);
        }
        return new RawPicture(width, height, planes);
    }

    private static List<String> arguments(Path file, String filter, String format) {
        return List.of(
                "-noautorotate",
                "-i",
                file.toString(),
                "-map",
                "0:v:0",
                "-vf",
                filter,
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                "-pix_fmt",
                format,
                "-");
    }
}
