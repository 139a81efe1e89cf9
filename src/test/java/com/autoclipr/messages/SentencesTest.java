package com.autoclipr.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every kind has a sentence in both languages, and sentences ask only for facts that there are.
class SentencesTest {
    private static final Pattern FACT =
            Pattern.compile("\\{([A-Za-z]+)(?:\\|size|\\?[^:{}]*:[^:{}]*)?\\}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern USED_KEY = Pattern.compile("\"(ui\\.[a-z.-]*[a-z])\"");
    private static final Pattern CONSTANT =
            Pattern.compile("((?: *///[^\n]*\n)+) *([A-Z_]{3,})(?=[,(;\n ])");

    /// Facts that only reports, events and logs show.
    private static final Set<String> FOR_REPORTS =
            Set.of(
                    "decision.corrupt-data-skipped.stream",
                    "decision.orientation-applied.mirrored",
                    "failure.disk-full.detail",
                    "failure.encoding-failed.path",
                    "failure.encoding-failed.preset",
                    "failure.font-invalid.reason",
                    "failure.font-invalid.seconds",
                    "failure.internal-error.trace",
                    "failure.library-missing.package",
                    "failure.media-corrupt.limit",
                    "failure.media-corrupt.seconds",
                    "failure.media-limit.needed",
                    "failure.out-of-memory.detail",
                    "failure.out-of-memory.path",
                    "failure.out-of-memory.preset",
                    "failure.source-changed.detail",
                    "failure.too-many-open-files.detail",
                    "failure.too-many-open-files.path",
                    "failure.worker-died.detail");

    private static final Properties ENGLISH = load("messages.properties");
    private static final Properties FRENCH = load("messages_fr.properties");

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(Sentences.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }

    /// What is wrong with a set of sentences.
    private static List<String> mistakes(Properties sentences) {
        List<String> wrong = new ArrayList<>();
        declaredFacts()
                .forEach(
                        (key, facts) -> {
                            String sentence = sentences.getProperty(key);
                            if (sentence == null || sentence.isBlank()) {
                                wrong.add("no sentence for " + key);
                                return;
                            }
                            Set<String> used = said(sentences, key);
                            used.removeAll(facts);
                            if (!used.isEmpty()) {
                                wrong.add(key + " uses " + used + ", which it does not have");
                            }
                            boolean needy =
                                    !placeholders(OPTIONAL.matcher(sentence).replaceAll(""))
                                            .isEmpty();
                            if (!key.startsWith("problem.") && needy) {
                                wrong.add(key + " cannot do without its facts");
                            }
                        });
        return wrong;
    }

    private static Set<String> placeholders(String sentence) {
        return FACT.matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The facts that a sentence names, or that have words: `failure.media-corrupt.detail.tiles`.
    private static Set<String> said(Properties sentences, String key) {
        Set<String> names = placeholders(sentences.getProperty(key));
        for (String other : sentences.stringPropertyNames()) {
            if (other.startsWith(key + ".")) {
                names.add(other.substring(key.length() + 1).replaceAll("\\..*", ""));
                names.addAll(placeholders(sentences.getProperty(other)));
            }
        }
        return names;
    }

    /// Key of the sentence → its facts: those that a kind declares, or for problems the names in
    /// backticks beside it.
    private static Map<String, Set<String>> declaredFacts() {
        Map<String, Set<String>> facts = new TreeMap<>();
        facts.putAll(documented("composition/json/ProblemKind", "problem."));
        for (FailureKind kind : FailureKind.values()) {
            facts.put("failure." + kind.token(), tokens(kind.facts()));
        }
        for (DecisionKind kind : DecisionKind.values()) {
            facts.put("decision." + kind.token(), tokens(kind.facts()));
        }
        return facts;
    }

    private static Set<String> tokens(List<Fact> facts) {
        return facts.stream().map(Fact::token).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> documented(String type, String group) {
        Map<String, Set<String>> facts = new TreeMap<>();
        Matcher constants =
                CONSTANT.matcher(source("src/main/java/com/autoclipr/" + type + ".java"));
        while (constants.find()) {
            String key = group + constants.group(2).toLowerCase(Locale.ROOT).replace('_', '-');
            facts.put(
                    key,
                    Pattern.compile("`([^`]+)`")
                            .matcher(constants.group(1))
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return facts;
    }

    private static String source(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyKindHasASentenceInBothLanguages() {
        assertEquals(List.of(), mistakes(ENGLISH));
        assertEquals(List.of(), mistakes(FRENCH));
        assertEquals(ENGLISH.stringPropertyNames(), FRENCH.stringPropertyNames());
        int kinds =
                ProblemKind.values().length
                        + FailureKind.values().length
                        + DecisionKind.values().length;
        assertEquals(kinds, declaredFacts().size());
    }

    @Test
    void everyDeclaredFactIsSaidOrIsForReports() {
        Set<String> unsaid = new TreeSet<>();
        declaredFacts()
                .forEach(
                        (key, facts) -> {
                            if (!key.startsWith("problem.")) {
                                facts.removeAll(said(ENGLISH, key));
                                facts.forEach(fact -> unsaid.add(key + "." + fact));
                            }
                        });
        assertEquals(FOR_REPORTS, unsaid);
    }

    @Test
    void aSentenceThatIsMissingOrAsksForTooMuchIsSeen() {
        Properties missing = (Properties) ENGLISH.clone();
        missing.remove("failure.disk-full");
        assertEquals(List.of("no sentence for failure.disk-full"), mistakes(missing));
        Properties greedy = (Properties) ENGLISH.clone();
        greedy.setProperty("decision.letterboxed", "There are bars[ of {colour}].");
        assertEquals(1, mistakes(greedy).size());
        Properties needy = (Properties) ENGLISH.clone();
        needy.setProperty("failure.disk-full", "The disk of {path} is full.");
        assertEquals(1, mistakes(needy).size());
    }

    @Test
    void factsThatAreNotKnownNeverShow() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Sentences sentences = Sentences.in(locale);
            List<String> all = new ArrayList<>();
            for (ProblemKind kind : ProblemKind.values()) {
                all.add(sentences.of(Problem.of(kind, "")));
            }
            for (FailureKind kind : FailureKind.values()) {
                all.add(sentences.of(Failure.of(kind)));
            }
            for (DecisionKind kind : DecisionKind.values()) {
                all.add(sentences.of(Decision.of(kind)));
            }
            for (String sentence : all) {
                assertFalse(sentence.matches(".*(\\{[a-zA-Z]|\\[|]|  |null).*"), sentence);
                assertTrue(sentence.endsWith("."), sentence);
            }
        }
    }

    @Test
    void factsAreFilledIn() {
        Problem problem =
                Problem.of(ProblemKind.UNKNOWN_FIELD, "/a", "field", "colour", "nearest", "color");
        assertEquals(
                "There is no field “colour” here. Did you mean “color”?",
                Sentences.in(Locale.UK).of(problem));
        assertEquals(
                "Le champ « colour » n’existe pas ici. Vouliez-vous dire « color » ?",
                Sentences.in(Locale.CANADA_FRENCH).of(problem).replace(' ', ' '));
        assertEquals(
                "There is no field “colour” here.",
                Sentences.in(Locale.JAPAN)
                        .of(Problem.of(ProblemKind.UNKNOWN_FIELD, "/a", "field", "colour")));
    }

    @Test
    void namesFromClosedListsHaveWords() {
        Problem type =
                Problem.of(ProblemKind.WRONG_TYPE, "/a", "expected", "number", "actual", "list");
        assertEquals("This must be a number, not a list [ ].", Sentences.in(Locale.US).of(type));
        Problem form =
                Problem.of(ProblemKind.WRONG_FORM, "/a", "expected", "path", "actual", "list");
        assertEquals("“list” is not the path of a file.", Sentences.in(Locale.US).of(form));
    }

    @Test
    void factsAreNotTemplates() {
        Failure failure =
                Failure.of(FailureKind.MEDIA_CORRUPT)
                        .with(Fact.FILE, "[{detail}] $1 \\.mp4")
                        .with(Fact.DETAIL, "x");
        assertTrue(Sentences.in(Locale.US).of(failure).contains("“[{detail}] $1 \\.mp4”"));
    }

    @Test
    void sizesAreReadable() {
        Failure failure =
                Failure.of(FailureKind.OUTPUT_TOO_LARGE)
                        .with(Fact.LIMIT, "4294967296")
                        .with(Fact.ACTUAL, "5100273664");
        assertTrue(Sentences.in(Locale.US).of(failure).contains("4.8 GiB, at most 4.0 GiB"));
        assertTrue(Sentences.in(Locale.FRANCE).of(failure).contains("4,8 Gio"));
    }

    @Test
    void everyNameThatTheReaderGivesHasWords() throws IOException {
        Set<String> expected = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/com/autoclipr/composition"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Pattern.compile(
                                "(?:wrongType|wrongForm)\\(\\s*\\w+,\\s*\"([a-z-]+)\""
                                        + "|\"expected\",\\s*\"([a-z-]+)\"|new"
                                        + " TextType\\([^,]+,\\s*\"([a-z-]+)\"|new"
                                        + " NotationType<>\\(\\s*\"([a-z-]+)\"|new"
                                        + " OneOrTwoType\\(\\s*Definition\\.of\\(\\s*\"([a-z-]+)\"")
                        .matcher(source(file.toString()))
                        .results()
                        .forEach(
                                found ->
                                        expected.add(
                                                Stream.of(1, 2, 3, 4, 5)
                                                        .map(found::group)
                                                        .filter(Objects::nonNull)
                                                        .findFirst()
                                                        .orElseThrow()));
            }
        }
        assertTrue(expected.size() > 15, expected.toString());
        expected.removeIf(name -> ENGLISH.containsKey("problem.expected." + name));
        assertEquals(Set.of(), expected);
    }

    @Test
    void everyLimitHasWords() {
        Set<String> limits = new TreeSet<>();
        for (String room : List.of("libav", "render/skia", "export")) {
            Path folder = Path.of("src/main/java/com/autoclipr", room);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Pattern.compile(
                                    "(?:MediaLimits\\.|[^.\\w])(?:require|exceeded)\\(\\s*(?:file|path|input\\.path\\(\\)|Path\\.of\\(file\\)),\\s*\"([a-z-]+)\"")
                            .matcher(source(file.toString()))
                            .results()
                            .forEach(found -> limits.add(found.group(1)));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        assertTrue(limits.size() > 10, limits.toString());
        limits.removeIf(name -> ENGLISH.containsKey("failure.media-limit.detail." + name));
        assertEquals(Set.of(), limits);
    }

    /// What is said of a media file that is refused. One that ends in a space is continued with a
    /// name from a closed list.
    @Test
    void everyDetailOfAMediaFileHasWords() throws IOException {
        Set<String> details = new TreeSet<>();
        Pattern detail =
                Pattern.compile(
                        "FailureKind\\.(MEDIA_CORRUPT|MEDIA_UNSUPPORTED)"
                                + "(?:,\\s*[\\w.()]+,|\\)\\s*\\.with\\(\\s*Fact\\.DETAIL,)\\s*\"([^\"]+)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/com/autoclipr"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                detail.matcher(source(file.toString()))
                        .results()
                        .forEach(
                                found ->
                                        details.add(
                                                found.group(1).toLowerCase(Locale.ROOT)
                                                        + ".detail."
                                                        + found.group(2)));
            }
        }
        assertTrue(details.size() > 10, details.toString());
        details.removeIf(
                name -> {
                    String key = "failure." + name.replace('_', '-');
                    return key.endsWith(" ")
                            ? ENGLISH.stringPropertyNames().stream()
                                    .anyMatch(k -> k.startsWith(key))
                            : ENGLISH.containsKey(key);
                });
        assertEquals(Set.of(), details);
    }

    @Test
    void anOverlaySticksOutOnlyWhereItDoes() {
        Problem problem = Problem.of(ProblemKind.OVERLAY_OUTSIDE_CANVAS, "/overlay", "right", "20");
        assertEquals(
                "The overlay is not inside the canvas: it sticks out, on the right by 20 px.",
                Sentences.in(Locale.UK).of(problem));
    }

    @Test
    void everyTextThatCommandsSayIsThere() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/com/autoclipr/cli"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                USED_KEY.matcher(source(file.toString()))
                        .results()
                        .forEach(key -> keys.add(key.group(1)));
            }
        }
        Arrays.stream(ExportState.values()).forEach(state -> keys.add("ui.stage." + state.token()));
        Stream.of("decoding", "drawing", "encoding", "audio")
                .forEach(kind -> keys.add("ui.slowest." + kind));
        assertTrue(keys.size() > 10);
        keys.removeAll(ENGLISH.stringPropertyNames());
        assertEquals(Set.of(), keys);
        assertEquals(
                "a.json is valid.", Sentences.in(Locale.ROOT).text("ui.valid", "file", "a.json"));
    }
}
