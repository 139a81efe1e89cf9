package com.autoclipr.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Compares texts with the ones kept under `src/test/resources/goldens`, line by line. A number
/// with `~` in front may differ by one; all else has to be the same. `UPDATE_GOLDENS=1` rewrites
/// what is kept; where one differs, the actual text stays under `target/goldens`.
public final class GoldenText {
    private static final Path KEPT = Path.of("src", "test", "resources", "goldens");
    private static final Path LEFT = Path.of("target", "goldens");
    private static final int SHOWN_LINES = 12;

    private GoldenText() {}

    /// @param name such as `endtoend/mix.dump`
    public static void assertMatches(String name, String text) throws IOException {
        Path golden = KEPT.resolve(name);
        boolean update = "1".equals(System.getenv("UPDATE_GOLDENS"));
        String expected = Files.exists(golden) ? Files.readString(golden) : "";
        List<String> differences = differences(expected, text);
        if (differences.isEmpty()) {
            Files.deleteIfExists(LEFT.resolve(name));
            return; // within the tolerance nothing is rewritten
        }
        if (update) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
            return;
        }
        Path left = LEFT.resolve(name);
        Files.createDirectories(left.getParent());
        Files.writeString(left, text);
        fail(
                "%d lines differ; diff %s %s (UPDATE_GOLDENS=1 rewrites it):%n%s"
                        .formatted(
                                differences.size(),
                                golden,
                                left,
                                String.join(
                                        "\n", differences.stream().limit(SHOWN_LINES).toList())));
    }

    /// Lines that differ, the kept one with `-` and the actual one with `+` in front.
    public static List<String> differences(String expected, String actual) {
        List<String> kept = expected.lines().toList();
        List<String> found = actual.lines().toList();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(kept.size(), found.size()); i++) {
            String one = i < kept.size() ? kept.get(i) : "(nothing)";
            String two = i < found.size() ? found.get(i) : "(nothing)";
            if (!isSame(one, two)) {
                differences.add("- " + one + "\n+ " + two);
            }
        }
        return differences;
    }

    private static boolean isSame(String kept, String found) {
        String[] one = kept.split(" ", -1);
        String[] two = found.split(" ", -1);
        if (one.length != two.length) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            boolean near =
                    isRough(one[i])
                            && isRough(two[i])
                            && Math.abs(roughly(one[i]) - roughly(two[i])) <= 1;
            if (!near && !one[i].equals(two[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRough(String word) {
        return word.matches("~-?\\d+");
    }

    private static int roughly(String word) {
        return Integer.parseInt(word.substring(1));
    }
}
