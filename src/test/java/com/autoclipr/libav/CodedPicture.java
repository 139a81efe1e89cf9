package com.autoclipr.libav;

import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.pictures.HeifWriter;
import com.autoclipr.testkit.Programs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/// One coded picture, as an item of a HEIF or AVIF needs it.
///
/// @param type of its item
/// @param configuration the whole `hvcC` or `av1C` box
public record CodedPicture(String type, byte[] data, byte[] configuration, int width, int height) {
    /// @param avif AV1, else HEVC
    /// @param filter what FFmpeg makes of nothing, such as `color=red`
    public static CodedPicture of(
            Path folder, boolean avif, String filter, String pixelFormat, String range)
            throws IOException {
        Path file = Files.createTempFile(folder, "coded", ".mp4");
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", filter));
        arguments.addAll(List.of("-frames:v", "1", "-pix_fmt", pixelFormat));
        arguments.addAll(List.of("-vf", "scale=out_range=" + range, "-color_range", range));
        arguments.addAll(
                avif
                        ? List.of("-c:v", "libaom-av1", "-cpu-used", "8", "-crf", "10")
                        : List.of(
                                "-c:v",
                                "libx265",
                                "-preset",
                                "ultrafast",
                                "-x265-params",
                                "log-level=0:bframes=0:crf=5:range=" + range(range)));
        arguments.add(file.toString());
        Programs.ffmpeg(arguments);
        byte[] mp4 = Files.readAllBytes(file);
        String name = avif ? "av1C" : "hvcC";
        int at = new String(mp4, StandardCharsets.ISO_8859_1).indexOf(name);
        int size = ByteBuffer.wrap(mp4).getInt(at - 4);
        byte[] configuration = Arrays.copyOfRange(mp4, at - 4, at - 4 + size);
        try (InputFile input = InputFile.open(file)) {
            AVPacket packet = input.read();
            byte[] data = new byte[packet == null ? 0 : packet.size()];
            if (packet != null) {
                packet.data().get(data);
            }
            int width = input.stream(0).codecpar().width();
            int height = input.stream(0).codecpar().height();
            return new CodedPicture(avif ? "av01" : "hvc1", data, configuration, width, height);
        }
    }

    private static String range(String range) {
        return range.equals("tv") ? "limited" : "full";
    }

    /// Puts it into a file.
    ///
    /// @return the item's number
    public int into(HeifWriter heif, byte[]... properties) {
        List<byte[]> all = new ArrayList<>(List.of(HeifWriter.size(width, height), configuration));
        all.addAll(List.of(properties));
        return heif.item(type, data, all.toArray(byte[][]::new));
    }
}
