package com.autoclipr.reliability;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A place where one export after another is broken: its own caches, sources, project and
/// destination. Where the system lets it, store and destination are small disks of their own, so
/// that they can be filled. Owns the folder.
final class Lane implements AutoCloseable {
    static final int SECONDS = 8;
    private static final String DISK_SIZE = "24m";
    private static final int BALLAST_BYTES = 1 << 16;

    private final Path folder;
    private final Path undisturbed;
    private final boolean disks;

    /// @param folder exists, is empty
    Lane(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(chunks());
        Files.createDirectories(destinationFolder());
        undisturbed = Files.createDirectories(folder.resolve("undisturbed"));
        disks = mount(chunks()) && mount(destinationFolder());
        Files.copy(Footage.lively("30", SECONDS + 1), source());
        writeProject();
    }

    private void writeProject() throws IOException {
        Path made =
                TestProject.canvas(640, 360)
                        .overlay("{\"width\": 180, \"position\": {\"x\": \"40%\", \"y\": \"50%\"}}")
                        .cut(Rational.of(1, 3), Rational.of(SECONDS))
                        .layer("video", source())
                        .layer(
                                "{\"type\": \"text\", \"text\": \"Nothing is lost\","
                                        + " \"position\": {\"x\": \"40%\", \"y\": \"30%\"},"
                                        + " \"font\": {\"size\": 24, \"color\": \"#ffffff\"}}")
                        .in(folder);
        Files.move(made, project());
    }

    private static boolean mount(Path point) throws IOException, InterruptedException {
        return command(
                "mount", "-t", "tmpfs", "-o", "size=" + DISK_SIZE, "tmpfs", point.toString());
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    /// Whether disks can be filled here.
    boolean disks() {
        return disks;
    }

    Path cache() {
        return folder.resolve("cache");
    }

    /// Where the program keeps its chunks.
    Path chunks() {
        return cache().resolve("chunks");
    }

    Path destinationFolder() {
        return folder.resolve("out");
    }

    Path destination() {
        return destinationFolder().resolve("clip.mp4");
    }

    private Path source() {
        return folder.resolve("source.mp4");
    }

    private Path project() {
        return folder.resolve("project.json");
    }

    RunningExport start() throws IOException {
        List<String> arguments =
                List.of(
                        "export",
                        project().toString(),
                        "-o",
                        destination().toString(),
                        "--resolution",
                        "180x320",
                        "--preset",
                        "ultrafast",
                        "--workers",
                        "2",
                        "--progress",
                        "json");
        return new RunningExport(arguments, cache(), folder.resolve("errors.txt"));
    }

    /// What the last export wrote on standard error.
    String errors() throws IOException {
        return Files.readString(folder.resolve("errors.txt"));
    }

    /// Whether the store is whole, by the program's own word.
    boolean storeIsWhole() {
        ProcessBuilder builder = Autoclipr.builder(List.of("cache", "verify"));
        builder.environment().put("AUTOCLIPR_CACHE", cache().toString());
        try {
            Process process =
                    builder.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Keeps the chunks that the store has now, as those of an undisturbed export.
    void keepChunks() throws IOException {
        copy(chunks(), undisturbed, Integer.MAX_VALUE);
    }

    /// Nothing at the destination, and only `count` chunks of an undisturbed export in the store.
    void reset(int count) throws IOException {
        mend();
        empty(chunks());
        empty(destinationFolder());
        copy(undisturbed, chunks(), count);
    }

    /// Takes back what a fault did to the surroundings.
    void mend() throws IOException {
        Files.deleteIfExists(ballast(chunks()));
        Files.deleteIfExists(ballast(destinationFolder()));
        Path hidden = hiddenSource();
        if (Files.exists(hidden)) {
            Files.move(hidden, source());
        }
    }

    private Path hiddenSource() {
        return folder.resolve("hidden.mp4");
    }

    private static Path ballast(Path disk) {
        return disk.resolve("ballast");
    }

    void hideSource() throws IOException {
        if (Files.exists(source())) {
            Files.move(source(), hiddenSource());
        }
    }

    /// Takes all free space of the disk on which `point` is.
    void fill(Path point) throws IOException {
        try (FileChannel ballast =
                FileChannel.open(
                        ballast(point), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(BALLAST_BYTES);
            for (long written = 0; written < 1L << 30; written += BALLAST_BYTES) {
                zeros.clear();
                ballast.write(zeros);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    /// Changes a few bytes of a stored chunk.
    ///
    /// @return false if there is none
    boolean corrupt(long seed) throws IOException {
        List<Path> files = storedFiles(path -> path.toString().endsWith(".chunk"));
        if (files.isEmpty()) {
            return false;
        }
        Random random = new Random(seed);
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        }
        Files.write(file, bytes, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        return true;
    }

    /// What a power cut does to files that were being written: a part of them is left, or nothing.
    void loseUnfinished(long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> unfinished =
                storedFiles(
                        path -> !path.toString().endsWith(".chunk") && Files.isRegularFile(path));
        for (Path file : unfinished) {
            long size = Files.size(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(size == 0 ? 0 : random.nextLong(size + 1));
            }
        }
    }

    private List<Path> storedFiles(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(chunks())) {
            return all.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        }
    }

    /// Everything below the destination's folder but the clip itself.
    List<String> leftovers() throws IOException {
        try (Stream<Path> all = Files.list(destinationFolder())) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("clip.mp4") && !name.equals("ballast"))
                    .sorted()
                    .toList();
        }
    }

    /// Copies chunks (with all that lies beside them), at most `count` of them.
    private static void copy(Path from, Path to, int count) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<String> chosen =
                files.stream()
                        .map(path -> path.getFileName().toString())
                        .filter(name -> name.endsWith(".chunk"))
                        .limit(count)
                        .toList();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (chosen.stream().anyMatch(name::startsWith)) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (disks) {
                command("umount", chunks().toString());
                command("umount", destinationFolder().toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        empty(folder);
        Files.deleteIfExists(folder);
    }
}
