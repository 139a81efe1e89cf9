package com.autoclipr.testkit.reading;

import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.TestFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// One run of the `ffmpeg` program over a file, which decodes pictures and sound together, so that
/// both are on one clock. Owns a folder with what it wrote; closed by its creator.
public final class ProgramRun implements AutoCloseable {
    private static final String PICTURES = "pictures.raw";
    private static final String SOUND = "sound.raw";
    private static final String WORDS = "words.txt";

    private final Path folder;
    private List<String> lines = List.of();
    private List<String> soundLines = List.of();

    /// What is asked of the program.
    ///
    /// @param picture the stream; empty for none
    /// @param anyPicture whether the program chooses which picture it takes, tiles put together
    /// @param decoder the picture decoder, where it is not the program's usual one; else empty
    /// @param planes whether pictures have a plane of luma
    /// @param alpha whether pictures are laid on black
    /// @param ownTime whether times are those of the tracks, before any edit list
    record Order(
            OptionalInt picture,
            boolean anyPicture,
            OptionalInt sound,
            String decoder,
            boolean planes,
            boolean alpha,
            boolean ownTime,
            Limits limits) {
        /// Whether lightness is taken as it is stored, from the plane of luma.
        boolean luma() {
            return planes && !alpha;
        }
    }

    private ProgramRun(Path folder) {
        this.folder = folder;
    }

    static ProgramRun of(Path file, Order order) {
        try {
            ProgramRun run = new ProgramRun(Files.createTempDirectory(TestFolder.path(), "read"));
            run.start(file, order);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ffmpeg ran", e);
        }
    }

    private void start(Path file, Order order) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-v", "info", "-nostats"));
        if (order.ownTime) {
            arguments.addAll(List.of("-copyts", "-ignore_editlist", "1"));
        }
        if (!order.decoder.isEmpty()) {
            arguments.addAll(List.of("-c:v", order.decoder));
        }
        arguments.addAll(List.of("-i", file.toAbsolutePath().toString()));
        if (order.picture.isPresent()) {
            arguments.addAll(pictures(order));
        }
        if (order.sound.isPresent()) {
            arguments.addAll(sound(order));
        }
        Process process =
                Programs.builder("ffmpeg", arguments)
                        .directory(folder.toFile())
                        .redirectError(folder.resolve(WORDS).toFile())
                        .start();
        process.getOutputStream().close();
        soundLines =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        process.waitFor();
        lines =
                new String(Files.readAllBytes(folder.resolve(WORDS)), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
    }

    private static List<String> pictures(Order order) {
        List<String> arguments = new ArrayList<>();
        if (!order.anyPicture) {
            arguments.addAll(List.of("-map", "0:" + order.picture.getAsInt()));
        } else {
            arguments.addAll(List.of("-an", "-sn", "-dn"));
        }
        // Pictures of two colours, or of a palette, would keep them when they are made smaller.
        String prepared =
                order.alpha
                        ? "format=gbrap,premultiply=inplace=1,format=gbrp,"
                        : order.planes
                                ? "extractplanes=y,setparams=colorspace=bt709,"
                                : "format=gbrp,";
        String filter =
                "showinfo=checksum=0:udu_sei_as_ascii=1,%sscale=64:64:flags=area,scale=%d:%d:flags=area%s,format=gray"
                        .formatted(
                                prepared,
                                GridPrint.SIDE,
                                GridPrint.SIDE,
                                order.luma() ? "" : ":out_range=full");
        arguments.addAll(List.of("-vf", filter, "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-frames:v", String.valueOf(order.limits.pictures())));
        arguments.addAll(List.of("-t", order.limits.pictureSeconds().toDecimal(3)));
        arguments.addAll(List.of("-f", "rawvideo", PICTURES));
        return arguments;
    }

    private static List<String> sound(Order order) {
        String filter =
                "astats=metadata=1:reset=1:length=0.01:measure_perchannel=none"
                        + ":measure_overall=Number_of_samples,ametadata=print:file=-";
        return List.of(
                "-map",
                "0:" + order.sound.getAsInt(),
                "-af",
                filter,
                "-t",
                order.limits.soundSeconds().toDecimal(3),
                "-c:a",
                "pcm_f32le",
                "-f",
                "f32le",
                SOUND);
    }

    /// What the program said while it worked.
    public List<String> lines() {
        return lines;
    }

    /// A line for the time of each piece of sound, and one for its length.
    public List<String> soundLines() {
        return soundLines;
    }

    /// The last thing that it said.
    String lastWord() {
        return lines.isEmpty() ? "" : lines.getLast().strip().toLowerCase(Locale.ROOT);
    }

    /// The prints of all pictures, one after the other.
    byte[] prints() throws IOException {
        Path file = folder.resolve(PICTURES);
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    /// Interleaved samples as 32-bit floating-point numbers, little-endian; it may not exist.
    public Path soundFile() {
        return folder.resolve(SOUND);
    }

    @Override
    public void close() {
        try {
            for (String name : List.of(PICTURES, SOUND, WORDS)) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
