package com.autoclipr.testkit.hostile;

import com.autoclipr.testkit.TestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Runs damaged files and bombs through the engine and prints a table of what came of them. Run by
/// `tools/hostile-media`; ends with 1 if anything hung, crashed, passed a worker's memory, or ended
/// in a failure that does not blame the file.
public final class HostileMedia {
    private static final Set<String> IMAGES =
            Set.of(
                    "png", "jpg", "jpeg", "gif", "apng", "webp", "avif", "heic", "bmp", "tif",
                    "ppm");
    private static final Set<String> SOUNDS =
            Set.of("mp3", "wav", "flac", "m4a", "aac", "opus", "ogg");
    private static final Set<String> TEXTS = Set.of("json", "lottie", "srt", "ssa", "xml", "tsv");

    /// A worker's limit, and what it may grow by from one look at it to the next.
    private static final long MOST_BYTES = (2L << 30) + (512L << 20);

    private final Trial trial;
    private final Path work;
    private final List<Trial.Result> results = new ArrayList<>();

    private HostileMedia(Path work) {
        this.work = work;
        this.trial = new Trial(Engines.in(TestFolder.path().resolve("hostile")), work);
    }

    /// @param arguments the folder of sound files, how many to make of them, the seed; and
    ///   optionally the only bombs to run, or `none`
    public static void main(String[] arguments) throws IOException {
        Path work = Files.createTempDirectory("hostile-media");
        HostileMedia campaign = new HostileMedia(work);
        campaign.damaged(
                Path.of(arguments[0]).toRealPath(),
                Integer.parseInt(arguments[1]),
                Long.parseLong(arguments[2]));
        List<String> only = List.of(arguments).subList(3, arguments.length);
        campaign.bombs(only);
        System.out.println(table(campaign.results));
        System.exit(campaign.results.stream().allMatch(HostileMedia::good) ? 0 : 1);
    }

    private void damaged(Path folder, int count, long seed) throws IOException {
        List<Path> sources = sources(folder);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            Path source = sources.get(i % sources.size());
            List<Damage> ways = List.of(Damage.values());
            Damage damage = ways.get(random.nextInt(ways.size()));
            byte[] broken = damage.apply(Files.readAllBytes(source), random.split());
            Path file =
                    Files.write(
                            work.resolve(i + "-" + damage + "-" + source.getFileName()), broken);
            report(trial.run(file.getFileName() + "", type(source), file, i % 2 == 0 ? 0 : 0.7));
            Files.delete(file);
        }
    }

    private void bombs(List<String> only) throws IOException {
        for (Bomb bomb : Bomb.all()) {
            if (only.isEmpty() || only.contains(bomb.name())) {
                Path file = work.resolve(bomb.name());
                bomb.maker().write(file);
                report(trial.run(bomb.name(), bomb.type(), file, 0));
                Files.delete(file);
            }
        }
    }

    private void report(Trial.Result result) {
        results.add(result);
        System.out.printf(
                Locale.ROOT,
                "%s %-20s %6.1f s %5d MiB  %s  %s%n",
                good(result) ? "ok " : "BAD",
                result.outcome(),
                result.elapsedMs() / 1000.0,
                result.peakBytes() >> 20,
                result.name(),
                result.said());
    }

    private static boolean good(Trial.Result result) {
        return result.bounded() && result.peakBytes() <= MOST_BYTES;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !TEXTS.contains(extension(file)))
                    .filter(file -> file.toFile().length() > 0)
                    .sorted()
                    .toList();
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String type(Path file) {
        String extension = extension(file);
        if (IMAGES.contains(extension)) {
            return "image";
        }
        return SOUNDS.contains(extension) ? "audio" : "video";
    }

    private static String table(List<Trial.Result> results) {
        Map<String, List<Trial.Result>> byOutcome = new TreeMap<>();
        for (Trial.Result result : results) {
            byOutcome.computeIfAbsent(result.outcome(), o -> new ArrayList<>()).add(result);
        }
        StringBuilder table =
                new StringBuilder("\n| outcome | files | slowest | most memory of a worker |\n");
        table.append("|---|---|---|---|\n");
        byOutcome.forEach((outcome, of) -> table.append(row(outcome, of)));
        return table.append(row("all", results)).toString();
    }

    private static String row(String outcome, List<Trial.Result> results) {
        Trial.Result slowest =
                results.stream()
                        .max(Comparator.comparingLong(Trial.Result::elapsedMs))
                        .orElseThrow();
        long peakBytes = results.stream().mapToLong(Trial.Result::peakBytes).max().orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f s (%s) | %d MiB |%n",
                outcome,
                results.size(),
                slowest.elapsedMs() / 1000.0,
                slowest.name(),
                peakBytes >> 20);
    }
}
