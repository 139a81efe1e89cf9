package com.autoclipr.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every field of two rich projects is changed, one at a time, and all of them are drawn whole: a
/// chunk has another key exactly if its pixels are others, and so has the sound.
///
/// Usually each value is changed in one way, with `-Dautoclipr.acceptance=full` in several.
@Tag("slow")
class ChunkKeyMutationTest {
    private static final List<String> FILES = List.of("rich.json", "rich-sized.json");

    /// Another value here makes the file another kind of thing.
    private static final Pattern NEVER_CHANGED = Pattern.compile(".*/(version|type|shape)");

    /// Changes that cost an encoding although nothing is seen of them, and why that is left so.
    private static final Map<String, String> CAREFUL =
            Map.ofEntries(
                    Map.entry(
                            "/layers/\\d+ changes places",
                            "the order of layers that do not touch each other"),
                    Map.entry(
                            "/overlay/(position|height)/keyframes/\\d+ is gone",
                            "R′G′B′ pictures are made smaller otherwise where anything moves,"
                                    + " ever"),
                    Map.entry(
                            "/layers/\\d+/(width|height|fit).*",
                            "a side of a box that its picture does not reach"),
                    Map.entry(
                            "/layers/4/(align .*|direction is gone)",
                            "another word for where lines begin, for this text"),
                    Map.entry(
                            "/layers/0/audioTrack is gone",
                            "the default track: if it is silent, the report says so"),
                    Map.entry("/layers/2/font/weight .*", "a font file that has one weight only"),
                    Map.entry("/layers/4/width .*", "lines that break where they did"),
                    Map.entry(
                            "/fonts(/\\d+)?(/src becomes .*| is gone)",
                            "a font in which no letter was looked for"),
                    Map.entry(
                            ".*/font/family becomes \"(No Such Family|Mine)\"",
                            "a family that nobody has is the base font"),
                    Map.entry(
                            "/layers/4/volume/keyframes/0/time .*",
                            "the first keyframe, when the value before it is the same"));

    /// Fields of a slice that are always the same, or never differ alone: a canvas of another size
    /// moves what lies on it, another frame rate the times of frames.
    private static final Pattern NEVER_ALONE =
            Pattern.compile(
                    "version|canvas/(width|height)|cut/start|output/(audio|fps)"
                            + "|layers/\\w+/(type|shape|id|effects/[\\w-]+/type)|layers/video/volume"
                            + "|.*/easing");

    /// Of what costs much, usually one in so many is tried.
    private static final int SOME = 5;

    private static final boolean FULL = "full".equals(System.getProperty("autoclipr.acceptance"));
    private static final String SCHEMA = "/com/autoclipr/composition/project.schema.json";
    private static final List<Pair> PAIRS = new ArrayList<>();
    private static final Set<String> UNTRIED = new TreeSet<>();

    /// A part of a project and the same part of its mutant.
    record Pair(Mutant mutant, String part, Look.Part before, Look.Part after) {
        boolean looksTheSame() {
            return before.content().equals(after.content());
        }

        boolean hasTheSameKey() {
            return before.key().equals(after.key());
        }

        boolean isCareful() {
            String change = mutant.pointer() + " " + mutant.change();
            return CAREFUL.keySet().stream().anyMatch(change::matches);
        }

        @Override
        public String toString() {
            return mutant.pointer() + " " + mutant.change() + ", " + part;
        }
    }

    @BeforeAll
    static void drawAll(@TempDir Path folder) throws IOException {
        RichMedia media = new RichMedia(folder);
        Map<String, String> drawn = new HashMap<>();
        Look.Drawn all = (slice, draw) -> Optional.of(drawn.computeIfAbsent(slice, draw));
        Look.Drawn none = (_, _) -> Optional.empty();
        for (String file : FILES) {
            JsonNode json = json(file);
            Project project = read(json).orElseThrow();
            Look before = Look.of(project, media, all);
            Set<String> tried = new TreeSet<>();
            for (Mutant mutant : Mutant.of(json)) {
                Optional<Project> other = read(mutant.json());
                if (other.isPresent() && isTried(mutant, tried)) {
                    boolean same = other.get().equals(project);
                    Look.Drawn slices = FULL || isOneOfSome(mutant) ? all : none;
                    compare(mutant, before, same ? before : Look.of(other.get(), media, slices));
                }
            }
            leaves(json, "", UNTRIED);
            UNTRIED.removeIf(leaf -> tried.contains(leaf + " becomes"));
        }
        UNTRIED.removeIf(leaf -> NEVER_CHANGED.matcher(leaf).matches());
    }

    /// Usually another value for every value there is, and some of the other changes.
    private static boolean isTried(Mutant mutant, Set<String> tried) {
        boolean becomes = mutant.kind().equals("becomes");
        return (tried.add(mutant.pointer() + " " + mutant.kind())
                        && (becomes || isOneOfSome(mutant)))
                || FULL;
    }

    /// By what the mutant is, so that a new field of the format leaves the choice among the others
    /// as it was.
    private static boolean isOneOfSome(Mutant mutant) {
        return Math.floorMod((mutant.pointer() + mutant.change()).hashCode(), SOME) == 0;
    }

    private static void leaves(JsonNode node, String at, Set<String> into) {
        if (node.isObject()) {
            node.propertyNames().forEach(name -> leaves(node.get(name), at + "/" + name, into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), at + "/" + i, into);
            }
        } else {
            into.add(at);
        }
    }

    @Test
    void theFilesUseEveryFieldOfTheFormat() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(bytes(SCHEMA));
        SchemaFields fields = new SchemaFields(schema);
        for (String file : FILES) {
            fields.use(json(file));
        }
        assertEquals(Set.of(), fields.unused());
    }

    @Test
    void everyValueWasChanged() {
        assertEquals(Set.of(), UNTRIED);
        assertTrue(PAIRS.stream().filter(pair -> !pair.looksTheSame()).count() > 500);
    }

    @Test
    void noChangeOfAPixelOrSampleKeepsItsKey() {
        assertNone(pair -> !pair.looksTheSame() && pair.hasTheSameKey());
    }

    @Test
    void noKeyChangesWithoutNeed() {
        assertNone(pair -> pair.looksTheSame() && !pair.hasTheSameKey() && !pair.isCareful());
    }

    /// What the key is made of comes out as what it stands for: nothing that counts is left out.
    @Test
    void aSliceLooksAndSoundsLikeWhatItWasCutFrom() {
        assertNone(
                pair ->
                        pair.after.contentOfSlice().stream()
                                .anyMatch(seen -> !seen.equals(pair.after.content())));
    }

    /// For every field that keys are made of there is a change here that no key would show without
    /// it: if the field were left out, [#noChangeOfAPixelOrSampleKeepsItsKey()] would fail.
    @Test
    void aFieldLeftOutOfTheKeyIsMissed() {
        Set<String> all = new TreeSet<>();
        Set<String> missed = new TreeSet<>();
        for (Pair pair : PAIRS) {
            SliceFields before = SliceFields.of(pair.before.slice());
            SliceFields after = SliceFields.of(pair.after.slice());
            all.addAll(before.names());
            if (!pair.looksTheSame()) {
                Set<String> different = before.differingFrom(after);
                if (different.size() == 1) {
                    missed.addAll(different);
                }
            }
        }
        all.removeAll(missed);
        all.removeIf(field -> NEVER_ALONE.matcher(field).matches());
        assertEquals(Set.of(), all);
    }

    private static void assertNone(Predicate<Pair> wrong) {
        List<String> found = PAIRS.stream().filter(wrong).map(Pair::toString).toList();
        assertEquals(List.of(), found);
    }

    private static void compare(Mutant mutant, Look before, Look after) {
        for (Map.Entry<Long, Look.Part> second : before.seconds().entrySet()) {
            Look.Part now = after.seconds().get(second.getKey());
            if (now != null) {
                PAIRS.add(new Pair(mutant, "second " + second.getKey(), second.getValue(), now));
            }
        }
        PAIRS.add(new Pair(mutant, "sound", before.sound(), after.sound()));
    }

    private static JsonNode json(String file) throws IOException {
        return JsonMapper.shared().readTree(bytes(file));
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = ChunkKeyMutationTest.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static Optional<Project> read(JsonNode json) {
        return ProjectReader.read(json.toString().getBytes(StandardCharsets.UTF_8)).project();
    }
}
