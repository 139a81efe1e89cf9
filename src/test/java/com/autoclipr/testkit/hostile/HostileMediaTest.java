package com.autoclipr.testkit.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.TestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sample of what `tools/hostile-media` runs in full.
@Tag("slow")
class HostileMediaTest {
    @TempDir Path folder;

    private Trial trial() {
        return new Trial(Engines.in(TestFolder.path().resolve("hostile")), folder);
    }

    private Trial.Result blown(String name) throws IOException {
        Bomb bomb =
                Bomb.all().stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
        Path file = folder.resolve(name);
        bomb.maker().write(file);
        return trial().run(name, bomb.type(), file, 0);
    }

    @Test
    void bombsAreRefusedForWhatTheyAskFor() throws IOException {
        Map<String, String> expected =
                new TreeMap<>(
                        Map.of(
                                "size.png", "media-limit",
                                "tracks.mp4", "media-limit",
                                "million-a-second.y4m", "media-limit",
                                "channels.wav", "media-limit",
                                "doubling.ttf", "media-limit",
                                "noise.ttf", "font-invalid",
                                "same-bytes.mp4", "media-corrupt",
                                "sound.ttf", "success"));
        Map<String, String> actual = new TreeMap<>();
        for (String name : expected.keySet()) {
            Trial.Result result = blown(name);
            actual.put(name, result.outcome());
            if (result.outcome().equals("media-limit")) {
                assertTrue(result.said().contains("limit="), result.said());
                assertTrue(result.said().contains("actual="), result.said());
            }
        }
        assertEquals(expected, actual);
    }

    @Test
    void damagedFilesEndInAClipOrBlame() throws IOException {
        byte[] film = Plain.film("mp4", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac");
        SplittableRandom random = new SplittableRandom(11);
        for (Damage damage : Damage.values()) {
            Path file = folder.resolve(damage + ".mp4");
            Files.write(file, damage.apply(film, random.split()));
            Trial.Result result = trial().run(file.toString(), "video", file, 0.3);
            assertTrue(result.bounded(), result.toString());
        }
    }
}
