package com.autoclipr.testkit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the bundled `ffmpeg` and `ffprobe` programs to their end. A program that fails is an
/// [IllegalStateException] with its last words.
public final class Programs {
    private static final int PIPE_BUFFER_BYTES = 1 << 20;

    /// Writes what a program reads from its standard input.
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /// Takes one frame of raw video. The array is reused for the next one.
    @FunctionalInterface
    public interface FrameTaker {
        void take(int index, byte[] frame);
    }

    private Programs() {}

    /// Runs `ffmpeg` with nothing on its standard input.
    public static void ffmpeg(List<String> arguments) {
        ffmpeg(arguments, out -> {});
    }

    /// Runs `ffmpeg`, which reads what `input` writes.
    public static void ffmpeg(List<String> arguments, Writer input) {
        run("ffmpeg", arguments, input, InputStream::readAllBytes);
    }

    /// Runs `ffmpeg` and returns what it writes to its standard output.
    public static byte[] ffmpegOutput(List<String> arguments) {
        return run("ffmpeg", arguments, out -> {}, InputStream::readAllBytes);
    }

    /// Runs `ffmpeg` and returns the lines that it writes to its standard output.
    public static List<String> ffmpegOutputLines(List<String> arguments) {
        return new String(ffmpegOutput(arguments), StandardCharsets.UTF_8).lines().toList();
    }

    /// Runs `ffmpeg` and hands over its standard output frame by frame; returns how many there
    /// were.
    ///
    /// @param frameBytes bytes of one frame
    public static int ffmpegFrames(List<String> arguments, int frameBytes, FrameTaker taker) {
        return run(
                "ffmpeg",
                arguments,
                out -> {},
                in -> {
                    BufferedInputStream frames = new BufferedInputStream(in, PIPE_BUFFER_BYTES);
                    byte[] frame = new byte[frameBytes];
                    int count = 0;
                    while (true) {
                        int read = frames.readNBytes(frame, 0, frameBytes);
                        if (read == 0) {
                            return count;
                        }
                        if (read < frameBytes) {
                            throw new IOException("the last frame has " + read + " bytes only");
                        }
                        taker.take(count++, frame);
                    }
                });
    }

    /// Runs `ffprobe` and returns the lines that it prints.
    public static List<String> ffprobe(List<String> arguments) {
        byte[] output = run("ffprobe", arguments, out -> {}, InputStream::readAllBytes);
        return new String(output, StandardCharsets.UTF_8).lines().toList();
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    private static <T> T run(
            String program, List<String> arguments, Writer input, Reader<T> output) {
        Path words = null;
        Process process = null;
        try {
            words = Files.createTempFile(TestFolder.path(), program, ".log");
            process = start(program, arguments, words);
            Process running = process;
            Thread feeder = Thread.ofVirtual().start(() -> feed(running, input));
            T result = output.read(process.getInputStream());
            int exitCode = process.waitFor();
            feeder.join();
            if (exitCode != 0) {
                throw new IllegalStateException(
                        program + " " + arguments + " ended with " + exitCode + ": " + tail(words));
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(program + " " + arguments + ": " + tail(words), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program + " ran", e);
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
            delete(words);
        }
    }

    /// A program that is not started yet.
    ///
    /// @param program `ffmpeg` or `ffprobe`
    public static ProcessBuilder builder(String program, List<String> arguments) {
        try {
            ProgramBundle bundle = ProgramBundle.unpackedBelow(TestFolder.path());
            List<String> command = new ArrayList<>();
            command.add(bundle.program(program));
            command.addAll(List.of("-v", "error", "-hide_banner"));
            if (program.equals("ffmpeg")) {
                command.add("-y");
            }
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(bundle.environment());
            return builder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(String program, List<String> arguments, Path words)
            throws IOException {
        return builder(program, arguments).redirectError(words.toFile()).start();
    }

    /// Runs `ffmpeg` and returns the lines that it says while it works.
    public static List<String> ffmpegWords(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-v", "info", "-nostats"));
        all.addAll(arguments);
        try {
            Process process = builder("ffmpeg", all).redirectErrorStream(true).start();
            process.getOutputStream().close();
            List<String> words =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ffmpeg " + arguments + ": " + words);
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ffmpeg ran", e);
        }
    }

    private static void feed(Process process, Writer input) {
        try (OutputStream out =
                new BufferedOutputStream(process.getOutputStream(), PIPE_BUFFER_BYTES)) {
            input.write(out);
        } catch (IOException e) {
            // The program ended before it read everything; its exit code shows whether that is an
            // error.
            process.descendants().forEach(ProcessHandle::destroy);
        }
    }

    private static String tail(@org.jspecify.annotations.Nullable Path words) {
        try {
            String text = words == null ? "" : Files.readString(words, StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - 2_000));
        } catch (IOException e) {
            return "(its words cannot be read: " + e.getMessage() + ")";
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path words) {
        try {
            if (words != null) {
                Files.deleteIfExists(words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
