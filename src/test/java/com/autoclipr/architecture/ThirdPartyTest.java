package com.autoclipr.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// THIRD-PARTY.md lists what is bundled with the program. The licence plugin writes its table into
/// `target/third-party` during `test-compile`; `UPDATE_GOLDENS=1` copies it into the document.
class ThirdPartyTest {
    private static final Path DOCUMENT = Path.of("THIRD-PARTY.md");
    private static final Path GENERATED = Path.of("target", "third-party", "dependencies.md");
    private static final Path BUNDLED = Path.of("target", "lib");
    private static final String START = "<!-- dependencies -->\n";
    private static final String END = "<!-- end of dependencies -->\n";
    private static final Pattern ROW = Pattern.compile("\\| `[^:]+:([^`]+)` \\| (\\S+) \\| .+ \\|");
    private static final Pattern OPTION =
            Pattern.compile("--enable-(lib\\w+|openssl|zlib|vulkan|cuda|cuvid|nvenc)(?=\\s|$)");
    private static final Pattern OWN_LIBRARY =
            Pattern.compile("(libjni)?(lib)?(av|sw)[a-z]+\\b.*|ffmpeg.*|ffprobe.*");

    private static String table(String document) {
        int start = document.indexOf(START);
        int end = document.indexOf(END);
        assertTrue(start >= 0 && end > start, DOCUMENT + " has no place for the table");
        return document.substring(start + START.length(), end);
    }

    @Test
    void theTableIsThatOfThePom() throws IOException {
        assertTrue(Files.exists(GENERATED), "mvn generate-test-resources makes " + GENERATED);
        String generated = Files.readString(GENERATED).strip() + "\n";
        String document = Files.readString(DOCUMENT);
        if ("1".equals(System.getenv("UPDATE_GOLDENS"))) {
            Files.writeString(
                    DOCUMENT, document.replace(START + table(document), START + generated));
            return;
        }
        assertEquals(generated, table(document), "UPDATE_GOLDENS=1 writes the table anew");
    }

    /// The plugin is asked for the libraries of the class path; these are its files.
    @Test
    void everyBundledFileHasARow() throws IOException {
        List<String> rows =
                ROW.matcher(table(Files.readString(DOCUMENT)))
                        .results()
                        .map(row -> row.group(1).replace("-PLATFORM", "-") + "-" + row.group(2))
                        .toList();
        List<String> missing = new ArrayList<>();
        TreeSet<String> unused = new TreeSet<>(rows);
        for (String file : bundled()) {
            List<String> found = rows.stream().filter(row -> plain(file).startsWith(row)).toList();
            if (found.isEmpty()) {
                missing.add(file);
            }
            found.forEach(unused::remove);
        }
        assertEquals(List.of(), missing, "bundled and not listed");
        assertTrue(unused.isEmpty(), "listed and not bundled: " + unused);
    }

    /// Without the platform in an artifact's name.
    private static String plain(String file) {
        return file.replaceFirst("-(linux|macos|windows)-(x64|arm64)-", "--");
    }

    private static List<String> bundled() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLED)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".jar"))
                            .toList();
            assertFalse(names.isEmpty(), "nothing is in " + BUNDLED);
            return names;
        }
    }

    /// Every library that FFmpeg was built with has a row.
    @Tag("slow")
    @Test
    void everyLibraryInFfmpegIsListed() throws IOException {
        String build = String.join("\n", Programs.ffmpegOutputLines(List.of("-buildconf")));
        String document = Files.readString(DOCUMENT);
        List<String> options =
                OPTION.matcher(build).results().map(found -> found.group()).distinct().toList();
        assertTrue(options.size() > 10, build);
        assertEquals(
                List.of(),
                options.stream().filter(option -> !document.contains("`" + option + "`")).toList());
        assertEquals(build.contains("--enable-gpl"), options.contains("--enable-libx264"));
    }

    @Test
    void everyOtherFileBesideFfmpegsLibrariesIsListed() throws IOException {
        String document = Files.readString(DOCUMENT);
        List<String> missing = new ArrayList<>();
        int own = 0;
        for (String jar : bundled()) {
            if (!jar.startsWith("ffmpeg-")) {
                continue;
            }
            try (ZipFile zip = new ZipFile(BUNDLED.resolve(jar).toFile())) {
                for (String name : zip.stream().map(entry -> entry.getName()).toList()) {
                    String file = name.replaceAll(".*/", "");
                    boolean library = name.matches("org/bytedeco/ffmpeg/[^/]+-[^/]+/[^/]+");
                    if (library && OWN_LIBRARY.matcher(file).matches()) {
                        own++;
                    } else if (library
                            && !document.contains("`" + file.replaceAll("\\..*", "") + "`")) {
                        missing.add(name);
                    }
                }
            }
        }
        assertTrue(own > 6, "FFmpeg's own libraries are not found");
        assertEquals(List.of(), missing);
    }
}
