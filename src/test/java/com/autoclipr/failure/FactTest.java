package com.autoclipr.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Failures and decisions have only facts that their kinds declare. Sources are read for kinds that
/// are named where facts are added; an assertion, which the tests enable, finds the others.
class FactTest {
    private static final Pattern OF =
            Pattern.compile("\\.of\\(\\s*(Failure|Decision)Kind\\.([A-Z_]+)\\b");
    private static final Pattern WITH = Pattern.compile("\\.with\\(\\s*Fact\\.([A-Z_]+)");

    /// `KIND FACT` for every undeclared fact that is added in the statement that makes a failure or
    /// decision.
    private static Set<String> undeclared(String source) {
        Set<String> found = new TreeSet<>();
        List<MatchResult> made = OF.matcher(source).results().toList();
        for (int i = 0; i < made.size(); i++) {
            int next = i + 1 < made.size() ? made.get(i + 1).start() : source.length();
            int end = source.indexOf(';', made.get(i).end());
            String rest = source.substring(made.get(i).end(), end < 0 ? next : Math.min(end, next));
            boolean failure = made.get(i).group(1).equals("Failure");
            String kind = made.get(i).group(2);
            WITH.matcher(rest)
                    .results()
                    .map(with -> Fact.valueOf(with.group(1)))
                    .filter(fact -> !allows(failure, kind, fact))
                    .forEach(fact -> found.add(kind + " " + fact.name()));
        }
        return found;
    }

    private static boolean allows(boolean failure, String kind, Fact fact) {
        return failure
                ? FailureKind.valueOf(kind).allows(Set.of(fact))
                : DecisionKind.valueOf(kind).allows(Set.of(fact));
    }

    private static List<String> sources() {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return sources;
    }

    @Test
    void kindsDeclareTheFactsThatAreAddedToThem() {
        Set<String> found = new TreeSet<>();
        long made = 0;
        for (String source : sources()) {
            found.addAll(undeclared(source));
            made += OF.matcher(source).results().count();
        }
        assertTrue(made > 100, "made: " + made);
        assertEquals(Set.of(), found);
    }

    @Test
    void anUndeclaredFactIsFoundInASource() {
        String source =
                "a ? Failure.of(FailureKind.USAGE).with(Fact.DETAIL, b(c)).with(\nFact.FPS, d)"
                        + " : Decision.of(DecisionKind.LONG_EXPORT).with(Fact.CROP, e);"
                        + " x.with(Fact.RATE, y);";
        assertEquals(Set.of("USAGE FPS", "LONG_EXPORT CROP"), undeclared(source));
    }

    @Test
    void anUndeclaredFactIsRefusedWhileTesting() {
        Failure cancelled = Failure.of(FailureKind.CANCELLED);
        assertThrows(AssertionError.class, () -> cancelled.with(Fact.FPS, "25"));
        assertEquals("1", cancelled.with(Fact.CHUNK, "1").fact(Fact.CHUNK));
        Decision interlaced = Decision.of(DecisionKind.DEINTERLACED);
        assertThrows(AssertionError.class, () -> interlaced.with(Fact.FPS, "25"));
    }

    @Test
    void everyFactIsDeclared() {
        Set<Fact> declared = EnumSet.copyOf(FailureKind.COMMON);
        declared.addAll(DecisionKind.COMMON);
        Arrays.stream(FailureKind.values()).map(FailureKind::facts).forEach(declared::addAll);
        Arrays.stream(DecisionKind.values()).map(DecisionKind::facts).forEach(declared::addAll);
        assertEquals(EnumSet.allOf(Fact.class), declared);
    }

    @Test
    void everyFactIsAdded() {
        String all = String.join("", sources());
        Set<Fact> added = EnumSet.noneOf(Fact.class);
        Pattern.compile("\\bFact\\.([A-Z_]+),(?! Fact\\.| *\n *Fact\\.)\\s")
                .matcher(all)
                .results()
                .forEach(found -> added.add(Fact.valueOf(found.group(1))));
        assertEquals(EnumSet.allOf(Fact.class), added);
    }

    @Test
    void tokensAreTheNames() {
        for (Fact fact : Fact.values()) {
            String words = fact.token().replaceAll("(?=[A-Z])", "_");
            assertEquals(fact.name(), words.toUpperCase(Locale.ROOT));
            assertEquals(Optional.of(fact), Fact.ofToken(fact.token()));
        }
        assertEquals(Optional.empty(), Fact.ofToken("colour"));
    }

    @Test
    void factsAreWrittenAsTokensInTheirOrder() {
        Failure failure =
                Failure.of(FailureKind.FILE_MISSING)
                        .with(Fact.LAYER_ID, "title")
                        .with(Fact.DETAIL, "gone");
        assertEquals("{layerId=title, detail=gone}", failure.facts().toString());
        assertEquals(Map.of(Fact.LAYER_ID, "title", Fact.DETAIL, "gone"), failure.facts());
    }
}
