package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.autoclipr.testkit.Autoclipr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mistyped destination never destroys a file.
@Tag("slow")
class RefusedDestinationsTest {
    private static final String PROJECT =
            """
            { "version": 1, "canvas": { "width": 160, "height": 90 }, "cut": { "start": 0, "end": 1 },
              "layers": [], "output": { "resolution": "90x160", "fps": 10 } }
            """;

    @TempDir private Path folder;
    private Path project = Path.of("");

    @BeforeEach
    void writeProject() throws IOException {
        project = Files.writeString(folder.resolve("p.json"), PROJECT);
    }

    @Test
    void theProjectIsNotReplacedByItsExport() throws IOException {
        assertRefused("--overwrite", "-o", project.toString());
        assertEquals(PROJECT, Files.readString(project));
    }

    @Test
    void aLinkToTheProjectIsTheProject() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.mp4"), project);
        assertRefused("--overwrite", "-o", link.toString());
        assertEquals(PROJECT, Files.readString(project));
    }

    @Test
    void aReportReplacesReportsOnly() throws IOException {
        Path out = folder.resolve("out.mp4");
        assertRefused("-o", out.toString(), "--report", project.toString());
        assertRefused("-o", out.toString(), "--report", out.toString());
        assertRefused("-o", out.toString(), "--report", folder.resolve("no/r.json").toString());
        assertEquals(PROJECT, Files.readString(project));
        assertFalse(Files.exists(out));
    }

    private void assertRefused(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "export";
        arguments[1] = project.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        Autoclipr.Result result = Autoclipr.run(arguments);
        assertEquals(2, result.exitCode(), result::err);
    }
}
