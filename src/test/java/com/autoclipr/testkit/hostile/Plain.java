package com.autoclipr.testkit.hostile;

import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.TestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Small, sound files to make bombs of.
final class Plain {
    private static final List<String> SOURCE =
            List.of("-f", "lavfi", "-i", "testsrc2=size=64x64:rate=25");

    private Plain() {}

    /// A picture of 64 × 64.
    ///
    /// @param encoding arguments of `ffmpeg` that say how
    static byte[] picture(String extension, String... encoding) throws IOException {
        List<String> arguments = new ArrayList<>(SOURCE);
        arguments.addAll(List.of("-frames:v", "1"));
        return made(arguments, extension, encoding);
    }

    /// A second of 64 × 64 at 25 pictures per second, with sound if the container has any.
    static byte[] film(String extension, String... encoding) throws IOException {
        List<String> arguments = new ArrayList<>(SOURCE);
        arguments.addAll(List.of("-f", "lavfi", "-i", "sine", "-t", "1"));
        return made(arguments, extension, encoding);
    }

    private static byte[] made(List<String> input, String extension, String... encoding)
            throws IOException {
        List<String> arguments = new ArrayList<>(input);
        arguments.addAll(List.of(encoding));
        Path file =
                TestFolder.cached(
                        "plain",
                        extension,
                        String.join(" ", arguments),
                        made -> {
                            List<String> all = new ArrayList<>(arguments);
                            all.addAll(List.of("-y", made.toString()));
                            Programs.ffmpeg(all);
                        });
        return Files.readAllBytes(file);
    }
}
