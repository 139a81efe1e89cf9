package com.autoclipr.testkit;

import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.testkit.reading.MediaFiles;
import com.autoclipr.testkit.reading.SecondReading;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads every file of some folders twice, exports those that may hold a picture, and writes what
/// came of it as a table.
///
/// Each becomes a clip of three seconds at most: 720p, a 9:16 overlay over the middle, a title. A
/// row says that the file was exported (and read back with another decoder: frame count, times), or
/// why it was not. Run by `tools/media-table`.
public final class MediaTable {
    private static final Rational LONGEST = Rational.of(3);
    private static final Set<String> PICTURES =
            Set.of(
                    "png", "jpg", "jpeg", "gif", "apng", "webp", "avif", "heic", "bmp", "tif",
                    "tiff");

    private static final SecondReading.Told NOT_READ = new SecondReading.Told("", "", List.of());

    private static final String HEAD =
            """
            # Media that was tried

            Made by `tools/media-table FOLDER…`. Each file that may hold a picture becomes a clip of three
            seconds at most, at 720p, with a 9:16 overlay over the middle and a title. "Exported" means that
            the finished file was decoded again, whole, by the `ffmpeg` program, and had the frames that the
            cut asks for, each at its time.

            Every file is also read twice: by this engine, and by the `ffprobe` and `ffmpeg` programs, still
            pictures by `javax.imageio` too. "Agrees" means the same pictures at the same times and of the
            same size, the same sound at the same time and as loud, and ends that differ by less than a frame
            or 20 ms. Differences that a decision explains are marked as reported; others are **bold**. Notes
            list what was adapted on the way, or why there is no clip.
            """;

    private final MediaLibrary library = new LibavMedia();
    private final Path folder;
    private final Path work;

    /// One line of the table.
    ///
    /// @param file name
    /// @param result in a few words
    /// @param reading what a second reading gave
    /// @param notes what was decided or said
    private record Row(String file, String result, SecondReading.Told reading, String notes) {
        Row(String file, String result, String notes) {
            this(file, result, NOT_READ, notes);
        }

        Row with(SecondReading.Told told) {
            String decided = notes.isEmpty() ? String.join(", ", told.decisions()) : notes;
            return new Row(file, result, told, decided);
        }

        String line() {
            return Stream.of(file, result, reading.read(), reading.result(), notes)
                    .map(text -> text.replace("|", "\\|"))
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }
    }

    private MediaTable(Path folder, Path work) {
        this.folder = folder;
        this.work = work;
    }

    /// @param arguments the file to write, and the folders
    public static void main(String[] arguments) throws IOException {
        Path work = Files.createTempDirectory("media-table");
        StringBuilder text = new StringBuilder(HEAD);
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            MediaTable table = new MediaTable(Path.of(argument).toRealPath(), work);
            text.append(table.heading());
            for (Path file : table.files()) {
                String line = table.row(file).line();
                System.out.println(line);
                text.append(line).append('\n');
            }
        }
        Files.writeString(Path.of(arguments[0]), text);
    }

    private String heading() {
        return """

               ## %s

               | file | result | read | second reading | notes |
               |---|---|---|---|---|
               """
                .formatted(folder.getFileName());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Row row(Path file) throws IOException {
        Row row = tried(file);
        boolean read = !MediaFiles.isTextOrArchive(file);
        return read ? row.with(SecondReading.tell(library, file)) : row;
    }

    private Row tried(Path file) throws IOException {
        String name = folder.relativize(file).toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Set<String> streams = streams(file);
        if (!streams.contains("video")) {
            if (streams.contains("audio")) {
                return new Row(name, "sound only", "");
            }
            if (streams.contains("subtitle")) {
                return new Row(name, "skipped", "subtitles");
            }
            if (MediaFiles.isTextOrArchive(file)) {
                return new Row(name, "skipped", "no media: text or an archive");
            }
        }
        return export(file, name, PICTURES.contains(extension) ? "image" : "video");
    }

    private Row export(Path file, String name, String type) throws IOException {
        Rational duration = duration(file, type);
        String title =
                """
                {"type": "text", "text": "A title", "position": {"x": "50%", "y": "15%"},
                 "font": {"size": 72, "weight": 800}, "box": {"color": "#00000080", "padding": 20}}
                """;
        Path project =
                TestProject.canvas(1920, 1080)
                        .cut(Rational.ZERO, duration)
                        .layer(type, file)
                        .layer(title)
                        .in(work);
        Path output = work.resolve("out.mp4");
        Path report = work.resolve("report.json");
        Files.deleteIfExists(output);
        Autoclipr.Result result =
                Autoclipr.run(
                        "export",
                        project.toString(),
                        "-o",
                        output.toString(),
                        "--report",
                        report.toString(),
                        "--resolution",
                        "720p",
                        "--preset",
                        "veryfast",
                        "--progress",
                        "json",
                        "--no-cache");
        if (result.exitCode() != 0) {
            return new Row(name, "refused: " + failure(result), sentence(result, file));
        }
        JsonNode made = JsonMapper.shared().readTree(Files.readString(report));
        return new Row(name, exported(output, made, duration), notes(made));
    }

    private static String exported(Path output, JsonNode made, Rational duration) {
        Rational fps = Rational.parse(made.path("output").path("fps").asString());
        int expected = Math.toIntExact(duration.times(fps).ceil());
        int frames = FrameReader.count(output);
        List<Rational> times = StreamFacts.presentationTimes(output, "v:0");
        for (int n = 0; n < times.size(); n++) {
            if (!times.get(n).equals(Rational.of(n).dividedBy(fps))) {
                return "WRONG: frame " + n + " is at " + times.get(n);
            }
        }
        if (frames != expected) {
            return "WRONG: " + frames + " frames instead of " + expected;
        }
        return "exported, %d frames at %s".formatted(frames, fps);
    }

    private static String notes(JsonNode made) {
        List<String> notes = new ArrayList<>();
        for (JsonNode decision : made.path("decisions")) {
            String kind = decision.path("kind").asString();
            if (!notes.contains(kind)) {
                notes.add(kind);
            }
        }
        return String.join(", ", notes);
    }

    /// The token of the failure, from the last event.
    private static String failure(Autoclipr.Result result) {
        for (String line : result.out().lines().toList().reversed()) {
            JsonNode event = JsonMapper.shared().readTree(line);
            if (event.path("event").asString("").equals("failure")) {
                return event.path("kind").asString();
            }
        }
        return "exit code " + result.exitCode();
    }

    /// What was said, without this machine's folders.
    private String sentence(Autoclipr.Result result, Path file) {
        String said = String.join(" ", result.err().strip().lines().toList());
        return said.replace(file.toString(), folder.relativize(file).toString())
                .replace(work + "/", "")
                .replace(folder + "/", "");
    }

    private static Rational duration(Path file, String type) {
        if (type.equals("image")) {
            return LONGEST;
        }
        try {
            List<String> lines =
                    Programs.ffprobe(
                            List.of(
                                    "-show_entries",
                                    "format=duration",
                                    "-of",
                                    "csv=p=0",
                                    file.toString()));
            Rational duration = Rational.parse(lines.getFirst());
            return duration.signum() > 0 ? duration.min(LONGEST) : LONGEST;
        } catch (IllegalStateException | NumberFormatException e) {
            return LONGEST;
        }
    }

    /// Kinds of streams that `ffprobe` sees; none where it cannot read the file. Cover art is no
    /// video.
    private static Set<String> streams(Path file) {
        try {
            return Set.copyOf(
                    Programs.ffprobe(
                                    List.of(
                                            "-show_entries",
                                            "stream=codec_type:stream_disposition=attached_pic",
                                            "-of",
                                            "csv=p=0",
                                            file.toString()))
                            .stream()
                            .filter(line -> !line.equals("video,1"))
                            .map(line -> line.split(",", -1)[0])
                            .toList());
        } catch (IllegalStateException e) {
            return Set.of();
        }
    }
}
