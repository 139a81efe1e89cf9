package com.autoclipr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;

/// The same export by two builds of this program, in turn, so that a machine whose speed drifts
/// does so for both. Run by `tools/compare-commits`.
public final class CommitComparison {
    private static final long LONGEST_CANCEL_SECONDS = 10;

    private final Path folder;
    private final Path project;

    private CommitComparison(Path folder, Path project) {
        this.folder = folder;
        this.project = project;
    }

    /// A build that is compared.
    ///
    /// @param letter also the name of its folder, in lower case
    /// @param commit as people name it
    private record Side(String letter, String commit) {
        String title() {
            return letter + ": " + commit;
        }
    }

    /// One export.
    ///
    /// @param digest SHA-256 of the file
    private record Made(ProcessCost cost, long sizeBytes, String digest) {}

    private record Round(Made a, Made b) {}

    /// @param arguments a folder with the builds in `a` and `b`, where this may write; the project;
    ///   rounds; what A and B are called
    public static void main(String[] arguments) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(CommitComparison::endChildren));
        CommitComparison comparison =
                new CommitComparison(Path.of(arguments[0]), Path.of(arguments[1]));
        int rounds = Integer.parseInt(arguments[2]);
        try {
            System.out.println(
                    comparison.measure(
                            new Side("A", arguments[3]), new Side("B", arguments[4]), rounds));
        } catch (IOException e) {
            System.err.println("compare-commits: " + e.getMessage());
            System.exit(1);
        }
    }

    /// An export that is cut short clears up behind itself: the folder that it writes into must
    /// still be there.
    private static void endChildren() {
        ProcessHandle.current()
                .children()
                .forEach(
                        child -> {
                            child.destroy();
                            try {
                                child.onExit().get(LONGEST_CANCEL_SECONDS, TimeUnit.SECONDS);
                            } catch (InterruptedException
                                    | ExecutionException
                                    | TimeoutException e) {
                                child.destroyForcibly();
                            }
                        });
    }

    private String measure(Side sideA, Side sideB, int rounds)
            throws IOException, InterruptedException {
        // Not measured: unpacks natives, and has the sources in the system's cache.
        export(sideA);
        export(sideB);
        List<Round> all = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Round one = new Round(export(sideA), export(sideB));
            System.err.printf(
                    Locale.ROOT,
                    "round %d of %d: A %.2f s of processor time, B %.2f s%n",
                    round,
                    rounds,
                    one.a.cost.cpuMs() / 1000.0,
                    one.b.cost.cpuMs() / 1000.0);
            all.add(one);
        }
        return String.join(
                "\n",
                "| median of %d | %s | %s | B ÷ A |"
                        .formatted(rounds, sideA.title(), sideB.title()),
                "|---|---|---|---|",
                line("CPU s", "%.2f", all, made -> made.cost.cpuMs() / 1000.0),
                line("wall s", "%.2f", all, made -> made.cost.wallMs() / 1000.0),
                line("peak MiB", "%.0f", all, made -> made.cost.peakBytes() / 0x1p20),
                line("output bytes", "%.0f", all, made -> made.sizeBytes),
                "",
                sameness(all));
    }

    private Made export(Side side) throws IOException, InterruptedException {
        String name = side.letter.toLowerCase(Locale.ROOT);
        Path output = folder.resolve(name + ".mp4");
        ProcessBuilder builder =
                new ProcessBuilder(
                        folder.resolve(name).resolve("autoclipr").toString(),
                        "export",
                        project.toString(),
                        "-o",
                        output.toString(),
                        "--overwrite",
                        "--no-cache");
        builder.environment().put("AUTOCLIPR_CACHE", folder.resolve("cache-" + name).toString());
        try {
            ProcessCost cost = ProcessCost.of(builder, folder.resolve("errors.txt"));
            return new Made(cost, Files.size(output), digest(output));
        } catch (IOException e) {
            throw new IOException(side.title() + ": " + e.getMessage(), e);
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String line(
            String what, String form, List<Round> all, ToDoubleFunction<Made> figure) {
        ToDoubleFunction<Round> ofA = round -> figure.applyAsDouble(round.a);
        ToDoubleFunction<Round> ofB = round -> figure.applyAsDouble(round.b);
        return String.format(
                Locale.ROOT,
                "| %s | " + form + " | " + form + " | %.3f |",
                what,
                Median.of(all, ofA),
                Median.of(all, ofB),
                Median.ofRatios(all, ofB, ofA));
    }

    private static String sameness(List<Round> all) {
        Set<String> ofA = new HashSet<>();
        Set<String> ofB = new HashSet<>();
        for (Round round : all) {
            ofA.add(round.a.digest);
            ofB.add(round.b.digest);
        }
        if (ofA.size() > 1 || ofB.size() > 1) {
            return "The output bytes differ from round to round: A made %d files, B %d."
                    .formatted(ofA.size(), ofB.size());
        }
        return ofA.equals(ofB) ? "The output bytes are the same." : "The output bytes differ.";
    }
}
