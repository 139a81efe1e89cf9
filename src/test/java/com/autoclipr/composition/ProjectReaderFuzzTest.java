package com.autoclipr.composition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.testkit.ProjectGenerator;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Damaged projects never make the reader throw or hang, and what it accepts can be computed with.
class ProjectReaderFuzzTest {
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\":?|-?\\d+(\\.\\d+)?([eE]-?\\d+)?|true|null");

    private static final List<String> STRANGE =
            List.of(
                    "0",
                    "-0.0",
                    "1",
                    "-1",
                    "0.5",
                    "1e308",
                    "-1e308",
                    "1e-400",
                    "1e-2000000000",
                    "1e2000000000",
                    "1e99999999999",
                    "-1e-99999999999",
                    "9223372036854775807",
                    "9223372036854775808",
                    "1000000",
                    "0.000000001",
                    "999999.999999999",
                    "1e6",
                    "true",
                    "null",
                    "[]",
                    "{}",
                    "[[]]",
                    "{\"keyframes\": []}",
                    "{\"x\": 1, \"y\": 2}",
                    "{\"keyframes\": [{\"time\": 0, \"value\": 1}]}",
                    "\"\"",
                    "\"50%\"",
                    "\"-50% + 3\"",
                    "\"1e999%\"",
                    "\"1e-999%\"",
                    "\"100% - 1e9\"",
                    "\"1/0\"",
                    "\"1/3\"",
                    "\"7/999999937\"",
                    "\"123456789012345678/1000000007\"",
                    "\"-1/999999999999999999\"",
                    "\"00:00.000000001\"",
                    "\"999999:59\"",
                    "\"99:99\"",
                    "\"9:16\"",
                    "\"999999999999:1\"",
                    "\"0.000001:0.000001\"",
                    "\"999999.999999:999999.999998\"",
                    "\"free\"",
                    "\"1440p\"",
                    "\"8192x16\"",
                    "\"none\"",
                    "\"center\"",
                    "\"hold\"",
                    "\"cubic-bezier(0,-10,1,10)\"",
                    "\"cubic-bezier(e,e,e,e)\"",
                    "\"cubic-bezier(10e-2,.5,1E0,-.5e1)\"",
                    "\"rgb(0 0 0/.5)\"",
                    "\"rgb(0 0 0/%)\"",
                    "\"#fff\"",
                    "\"\\ud800\"",
                    "\"\\u0000\"",
                    "\"video\"",
                    "\"shape\"",
                    "\"line\"",
                    "\"240\"",
                    "\"119999999/500000\"",
                    "16384",
                    "\"512k\"",
                    "\"999999k\"");

    private static final ProjectSchema SCHEMA = new ProjectSchema();

    private final Random random = new Random(1);

    @Test
    void damagedBytesNeverThrow() {
        for (int round = 0; round < 1_500; round++) {
            byte[] file = bytes(original(round));
            for (int i = random.nextInt(4); i >= 0; i--) {
                file = damage(file);
            }
            read(file);
        }
    }

    @Test
    void strangeValuesNeverThrowAndTheSchemaIsNeverStricter() {
        int accepted = 0;
        for (int round = 0; round < 1_500; round++) {
            String file = original(round);
            for (int i = random.nextInt(2); i >= 0; i--) {
                file = replaceValue(file);
            }
            ReadResult result = read(file.getBytes(UTF_8));
            if (result.project().isPresent()) {
                accepted++;
                computeWith(result.project().get());
                readsBack(result.project().get());
                assertEquals(List.of(), SCHEMA.complaints(file.getBytes(UTF_8)), "round " + round);
            }
        }
        assertTrue(accepted > 300, "accepted " + accepted);
    }

    private String original(int round) {
        return round % 3 == 0
                ? MalformedFiles.GOOD
                : new String(ProjectWriter.write(ProjectGenerator.project(round % 97)), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static ReadResult read(byte[] file) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> ProjectReader.read(file),
                () -> new String(file, UTF_8));
    }

    private static void readsBack(Project project) {
        ReadResult again = ProjectReader.read(ProjectWriter.write(project));
        assertEquals(List.of(), again.problems());
        assertEquals(project, again.project().orElseThrow());
    }

    /// Does with times what an export does: must not overflow.
    private static void computeWith(Project project) {
        FrameRate rate = project.output().frameRate().orElse(FrameRate.of(60_000, 1001));
        long frames = rate.framesIn(project.cut().duration());
        for (long frame : new long[] {0, 1, frames / 2, frames}) {
            Rational time = project.cut().start().plus(rate.timeOfFrame(frame));
            rate.sampleOfFrame(frame, 48_000);
            project.overlay().at(time);
            project.layers().forEach(layer -> layer.range((_, _) -> Optional.empty(), time));
            for (var layer : project.layers()) {
                if (layer instanceof VisualLayer seen) {
                    Rational local = time.minus(layer.span().start());
                    at(seen.transform().opacity(), local);
                    at(seen.transform().rotation(), local);
                }
            }
        }
        project.output().size().pixels(project.overlay().aspectRatio());
    }

    private static void at(Animated<Double> animated, Rational time) {
        assertTrue(Double.isFinite(animated.at(time, Interpolation.NUMBER)));
    }

    private byte[] damage(byte[] file) {
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + random.nextInt(20));
        byte[] slice = Arrays.copyOfRange(file, from, to);
        return switch (random.nextInt(5)) {
            case 0 -> join(Arrays.copyOf(file, from), slice, slice, tail(file, to));
            case 1 -> join(Arrays.copyOf(file, from), tail(file, to));
            case 2 -> Arrays.copyOf(file, Math.max(1, from));
            case 3 -> join(Arrays.copyOf(file, from), noise(), tail(file, to));
            default -> {
                byte[] changed = file.clone();
                changed[from] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(6)];
        random.nextBytes(noise);
        return random.nextBoolean() ? noise : bytes(STRANGE.get(random.nextInt(STRANGE.size())));
    }

    private static byte[] tail(byte[] file, int from) {
        return Arrays.copyOfRange(file, from, file.length);
    }

    private static byte[] join(byte[]... parts) {
        var joined = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private String replaceValue(String file) {
        List<MatchResult> values =
                TOKEN.matcher(file)
                        .results()
                        .filter(token -> !token.group().endsWith(":"))
                        .toList();
        MatchResult value = values.get(random.nextInt(values.size()));
        List<String> alike = STRANGE.stream().filter(alike(value.group())).toList();
        List<String> choice = random.nextInt(6) == 0 ? STRANGE : alike;
        String strange = choice.get(random.nextInt(choice.size()));
        return file.substring(0, value.start()) + strange + file.substring(value.end());
    }

    /// Whether a strange value has a chance where `value` stood.
    private static Predicate<String> alike(String value) {
        if (!value.startsWith("\"")) {
            return Pattern.compile("-?[01]\\.?[05]?|0\\.0+1|1e-400|1000000|\"-?50%.*")
                    .asMatchPredicate();
        }
        if (value.contains("/")) {
            return text -> text.matches("\"[-0-9/:.]+\"");
        }
        if (value.contains("#")) {
            return text -> text.matches("\"(#|rgb).*");
        }
        boolean easing = value.contains("cubic") || value.contains("ease") || value.contains("lin");
        return easing
                ? text -> text.matches("\"(cubic|hold).*")
                : text -> text.matches("\"[a-z%]*\"");
    }
}
