package com.autoclipr.benchmarks;

import com.autoclipr.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whole exports against libx264 alone on the same finished frames (the floor) and, where there is
/// one, against an expert's single FFmpeg command; in turn, so that a machine whose speed drifts
/// does so for all. Run by `tools/bench`.
public final class ExportBenchmark {
    private static final List<String> ENCODING =
            List.of(
                    "-c:v",
                    "libx264",
                    "-preset",
                    "medium",
                    "-crf",
                    "23",
                    "-pix_fmt",
                    "yuv420p",
                    "-c:a",
                    "aac",
                    "-b:a",
                    "192k",
                    "-movflags",
                    "+faststart");

    private final BenchMaterial material;
    private final Path folder;
    private final int rounds;

    private ExportBenchmark(BenchMaterial material, Path folder, int rounds) {
        this.material = material;
        this.folder = folder;
        this.rounds = rounds;
    }

    /// One round of a work.
    private record Round(ProcessCost ours, ProcessCost floor, Optional<ProcessCost> expert) {}

    /// @param arguments folder of the material, rounds, and which works (1 to 4; none: all)
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BenchMaterial material = BenchMaterial.in(Path.of(arguments[0]));
        int rounds = Integer.parseInt(arguments[1]);
        List<BenchWork> works =
                List.of(
                        BenchWork.crop(material),
                        BenchWork.reframe(material),
                        BenchWork.layers(material),
                        BenchWork.words1440(material));
        System.out.println(
                "| work | CPU ÷ floor | wall ÷ floor | CPU ÷ expert | CPU s, ours / floor / expert"
                        + " | peak MiB, ours / floor | MB, ours / floor | SSIM, ours / floor | XPSNR"
                        + " dB, ours / floor |\n|---|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < works.size(); i++) {
            if (arguments.length < 3 || arguments[2].contains(Integer.toString(i + 1))) {
                Path folder = Files.createTempDirectory("bench");
                try {
                    System.out.println(
                            new ExportBenchmark(material, folder, rounds).measure(works.get(i)));
                } finally {
                    remove(folder);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private String measure(BenchWork work) throws IOException, InterruptedException {
        Path project = work.in(folder);
        Path frames = folder.resolve("frames.y4m");
        FinalFrames.write(project, frames);
        Path sound = folder.resolve("sound.wav");
        Programs.ffmpeg(
                List.of("-i", material.source().toString(), "-t", "20", "-vn", sound.toString()));
        List<Round> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Round one =
                    new Round(
                            cost(ours(project)),
                            cost(floor(frames, sound)),
                            work.expert().isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(cost(expert(work.expert().get()))));
            System.err.println(work.name() + ": " + one);
            all.add(one);
        }
        return line(work, all, frames);
    }

    private ProcessCost cost(ProcessBuilder builder) throws IOException, InterruptedException {
        return ProcessCost.of(builder, folder.resolve("errors.txt"));
    }

    private Path output(String name) {
        return folder.resolve(name + ".mp4");
    }

    private ProcessBuilder ours(Path project) {
        return new ProcessBuilder(
                "./autoclipr",
                "export",
                project.toString(),
                "-o",
                output("ours").toString(),
                "--overwrite",
                "--no-cache");
    }

    private ProcessBuilder floor(Path frames, Path sound) {
        List<String> arguments =
                new ArrayList<>(List.of("-i", frames.toString(), "-i", sound.toString()));
        arguments.addAll(ENCODING);
        arguments.add(output("floor").toString());
        return Programs.builder("ffmpeg", arguments);
    }

    private ProcessBuilder expert(String graph) {
        Path file = BenchMaterial.write(folder.resolve("graph.txt"), graph);
        List<String> arguments = new ArrayList<>(List.of("-i", material.source().toString()));
        for (Path still : List.of(material.box(), material.logo())) {
            arguments.addAll(
                    List.of("-loop", "1", "-framerate", "30", "-t", "20", "-i", still.toString()));
        }
        arguments.addAll(
                List.of(
                        "-/filter_complex",
                        file.toString(),
                        "-map",
                        "[vout]",
                        "-map",
                        "0:a",
                        "-t",
                        "20"));
        arguments.addAll(ENCODING);
        arguments.add(output("expert").toString());
        return Programs.builder("ffmpeg", arguments);
    }

    private String line(BenchWork work, List<Round> all, Path frames) throws IOException {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f (limit %.2f) | %.3f | %s | %.1f / %.1f / %s | %d / %d | %.2f / %.2f |"
                        + " %s / %s | %s / %s |",
                work.name(),
                Median.ofRatios(all, round -> round.ours().cpuMs(), round -> round.floor().cpuMs()),
                work.limit(),
                Median.ofRatios(
                        all, round -> round.ours().wallMs(), round -> round.floor().wallMs()),
                work.expert().isEmpty()
                        ? "–"
                        : "%.3f"
                                .formatted(
                                        Median.ofRatios(
                                                all,
                                                round -> round.ours().cpuMs(),
                                                ExportBenchmark::expertMs)),
                Median.of(all, round -> round.ours().cpuMs() / 1000.0),
                Median.of(all, round -> round.floor().cpuMs() / 1000.0),
                work.expert().isEmpty()
                        ? "–"
                        : "%.1f".formatted(Median.of(all, round -> expertMs(round) / 1000.0)),
                (long) Median.of(all, round -> round.ours().peakBytes()) >> 20,
                (long) Median.of(all, round -> round.floor().peakBytes()) >> 20,
                Files.size(output("ours")) / 1e6,
                Files.size(output("floor")) / 1e6,
                quality("ssim", "All:", output("ours"), frames),
                quality("ssim", "All:", output("floor"), frames),
                quality("xpsnr", "y: ", output("ours"), frames),
                quality("xpsnr", "y: ", output("floor"), frames));
    }

    private static double expertMs(Round round) {
        return round.expert().map(ProcessCost::cpuMs).orElse(0L);
    }

    /// A figure that a filter of `ffmpeg` prints at the end. Both inputs are given the same tags
    /// first: FFmpeg converts one of them otherwise.
    private static String quality(String filter, String before, Path file, Path frames)
            throws IOException {
        String tags =
                "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,settb=AVTB";
        String graph = "[0:v]%s[a];[1:v]%s[b];[a][b]%s".formatted(tags, tags, filter);
        List<String> words =
                Programs.ffmpegWords(
                        List.of(
                                "-i",
                                file.toString(),
                                "-i",
                                frames.toString(),
                                "-lavfi",
                                graph,
                                "-f",
                                "null",
                                "-"));
        return words.stream()
                .filter(line -> line.contains(before))
                .reduce((first, last) -> last)
                .map(line -> line.substring(line.indexOf(before) + before.length()).split("\\s")[0])
                .orElseThrow(() -> new IOException("no figure in " + words));
    }
}
