package com.autoclipr.testkit.media;

import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.TestFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A video in which every frame carries its number as a [BarCode], from 0 on.
///
/// @param rate frames per second as FFmpeg reads it, such as `30000/1001`; what a frame lasts
///   before `retiming`
/// @param frames how many
/// @param width pixels, even
/// @param height pixels, even
/// @param encoding arguments of `ffmpeg` for the output: codec, group of pictures, offsets
/// @param retiming a filter that gives frames other timestamps; empty for none
/// @param extension of the file, which chooses the container
public record NumberedVideo(
        String rate,
        int frames,
        int width,
        int height,
        List<String> encoding,
        String retiming,
        String extension) {
    private static final List<String> H264 =
            List.of(
                    "-c:v",
                    "libx264",
                    "-preset",
                    "ultrafast",
                    "-crf",
                    "16",
                    "-g",
                    "250",
                    "-bf",
                    "2",
                    "-sc_threshold",
                    "0",
                    "-pix_fmt",
                    "yuv420p");

    /// 320×180, H.264 with one key frame in 250 and two B-frames, in MP4.
    public static NumberedVideo at(String rate, int frames) {
        return new NumberedVideo(rate, frames, 320, 180, H264, "", "mp4");
    }

    /// Another encoding, by arguments of `ffmpeg`, instead of the usual H.264.
    public NumberedVideo encoded(String... arguments) {
        return new NumberedVideo(
                rate, frames, width, height, List.of(arguments), retiming, extension);
    }

    /// Arguments of `ffmpeg` besides those that there are.
    public NumberedVideo with(String... arguments) {
        List<String> more = new ArrayList<>(encoding);
        more.addAll(Arrays.asList(arguments));
        return new NumberedVideo(rate, frames, width, height, more, retiming, extension);
    }

    /// Another container, by its usual extension.
    public NumberedVideo in(String otherExtension) {
        return new NumberedVideo(rate, frames, width, height, encoding, retiming, otherExtension);
    }

    public NumberedVideo sized(int otherWidth, int otherHeight) {
        return new NumberedVideo(
                rate, frames, otherWidth, otherHeight, encoding, retiming, extension);
    }

    /// Frames that last irregularly: 20 to 57 ms, as the seed decides, and half a second at every
    /// 40th.
    public NumberedVideo variable(int seed) {
        String jitter =
                "settb=1/1000,setpts='floor(N/40)*500+N*38+mod(N*N*7919+N*%d,19)'"
                        .formatted(104_729 + 2 * seed);
        return new NumberedVideo(rate, frames, width, height, encoding, jitter, extension);
    }

    /// The file, made unless it is there.
    public Path file() {
        return TestFolder.cached("numbered", extension, toString(), this::make);
    }

    /// A copy of the packets of another file, as `arguments` say: for edit lists, offsets and other
    /// containers.
    ///
    /// @param before arguments in front of the input, such as `-ss`
    public static Path copied(Path source, String extension, List<String> before, String... after) {
        String recipe = source.getFileName() + " " + before + Arrays.toString(after);
        return TestFolder.cached(
                "copied",
                extension,
                recipe,
                file -> {
                    List<String> arguments = new ArrayList<>(before);
                    arguments.addAll(List.of("-i", source.toString(), "-c", "copy"));
                    arguments.addAll(Arrays.asList(after));
                    arguments.add(file.toString());
                    Programs.ffmpeg(arguments);
                });
    }

    private void make(Path file) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-f",
                                "rawvideo",
                                "-pix_fmt",
                                "yuv420p",
                                "-s",
                                width + "x" + height,
                                "-r",
                                rate,
                                "-i",
                                "-"));
        if (!retiming.isEmpty()) {
            arguments.addAll(List.of("-vf", retiming, "-fps_mode", "passthrough"));
            arguments.addAll(List.of("-enc_time_base", "1/1000"));
        }
        arguments.addAll(encoding);
        arguments.add(file.toString());
        Programs.ffmpeg(arguments, this::writeFrames);
    }

    private void writeFrames(OutputStream out) throws IOException {
        byte[] luma = new byte[width * height];
        byte[] chroma = new byte[width * height / 2];
        Arrays.fill(chroma, (byte) 128);
        for (int number = 0; number < frames; number++) {
            BarCode.draw(luma, width, height, number);
            out.write(luma);
            out.write(chroma);
        }
    }
}
