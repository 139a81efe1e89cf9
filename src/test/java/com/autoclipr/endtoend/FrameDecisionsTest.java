package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.ColourFiles;
import com.autoclipr.testkit.media.IccWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who looks at a frame reads of it what the export would say.
@Tag("slow")
class FrameDecisionsTest {
    @TempDir private Path folder;

    private Path cutGif() throws IOException {
        Path whole = folder.resolve("whole.gif");
        Programs.ffmpeg(
                List.of("-f", "lavfi", "-i", "testsrc=s=64x48:r=10", "-t", "1", whole.toString()));
        byte[] bytes = Files.readAllBytes(whole);
        return Files.write(folder.resolve("cut.gif"), Arrays.copyOf(bytes, bytes.length * 7 / 10));
    }

    /// A JPEG of whose profile the second half is missing.
    private Path halfProfiled() throws IOException {
        ColourFiles files = new ColourFiles(folder);
        Path plain = files.converted("plain.jpg", files.png("plain.png", 8));
        byte[] first = ColourFiles.iccSegments(IccWriter.displayP3())[0];
        return files.jpeg("half.jpg", Files.readAllBytes(plain), first);
    }

    private static String layer(Path image, int start) {
        return "{\"type\": \"image\", \"src\": \"%s\", \"start\": %d, \"duration\": 1}"
                .formatted(image, start);
    }

    private String frame(Path project, String time) {
        Autoclipr.Result result =
                Autoclipr.run(
                        "frame",
                        project.toString(),
                        "--time",
                        time,
                        "--resolution",
                        "360x640",
                        "--overwrite",
                        "-o",
                        folder.resolve("frame.png").toString());
        assertEquals(0, result.exitCode(), result::err);
        return result.err();
    }

    @Test
    void whatIsSeenOfASourceIsSaidWhereItIsShown() throws IOException {
        Path project =
                TestProject.canvas(640, 480)
                        .layer(layer(cutGif(), 0))
                        .layer(layer(halfProfiled(), 1))
                        .in(folder);
        String first = frame(project, "0.5");
        assertTrue(first.contains("cut.gif"), first);
        assertFalse(first.contains("half.jpg"), first);
        String second = frame(project, "1.5");
        assertTrue(second.contains("half.jpg"), second);
        assertFalse(second.contains("cut.gif"), second);
        assertEquals(1, second.lines().filter(line -> line.contains("half.jpg")).count(), second);
    }
}
