package com.autoclipr.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.value.Fit;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.testkit.Pictures;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.testkit.media.Scene;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Everything that is drawn anew for each frame leaves nothing behind in native memory. Runs in a
/// process of its own, whose Java heap is resident from the start, so that what grows is native.
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {
    private static final PixelSize SIZE = new PixelSize(90, 160);
    private static final int WARM_FRAMES = 1000;
    private static final int FRAMES = 3000;

    /// A leak of one surface of text, eight times as tall as it is seen, would be 100 MB.
    private static final long ALLOWED_GROWTH_KB = 5_000;

    @Test
    void staysFlatOverThousandsOfFrames() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xms128m",
                                "-Xmx128m",
                                "-XX:+AlwaysPreTouch",
                                "-XX:TieredStopAtLevel=1", // C2 may take 20 MB at any moment
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                NativeMemoryTest.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed;
        try (var out = process.getInputStream()) {
            printed = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        assertEquals(0, process.waitFor());
        long grownKb = Long.parseLong(printed);
        assertTrue(grownKb < ALLOWED_GROWTH_KB, "grew by " + grownKb + " kB");
    }

    /// Draws, and prints by how many kilobytes the process grew after it was warm.
    public static void main(String[] arguments) throws IOException {
        RgbaPicture half = Pictures.rgba(100, 100, (x, _) -> new double[] {1, 0, 0, x / 100});
        PaintedMedia media =
                new PaintedMedia()
                        .with(
                                "alpha",
                                FrameRate.of(30, 1),
                                FRAMES,
                                _ -> new RgbaPicture(half.pixels(), 100, 100, false));
        Project project = turningProject();
        OutputFrame frame = new OutputFrame(SIZE.width(), SIZE.height());
        long warmKb = 0;
        try (FrameRenderer renderer =
                new FrameRenderer(project, SIZE, media.sources(), media, 4 << 20)) {
            for (int n = 0; n < FRAMES; n++) {
                if (n == WARM_FRAMES) {
                    warmKb = residentKb();
                }
                renderer.render(Rational.of(n, 100), frame);
            }
        }
        System.out.println(residentKb() - warmKb);
    }

    private static Project turningProject() {
        Scene scene = new Scene(90, 160);
        Transform at = scene.centred();
        Transform turning =
                new Transform(
                        at.position(),
                        at.anchor(),
                        at.scale(),
                        Scene.line(0.0, 3600.0, Rational.of(60)),
                        at.opacity());
        scene.add(scene.video("alpha", Fit.CONTAIN_BLUR, turning));
        scene.add(scene.text("Turning", 16, turning));
        return scene.project();
    }

    private static long residentKb() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
