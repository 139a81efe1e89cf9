package com.autoclipr.composition.json;

import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What is collected while a project file is read: problems, source files, times. For one thread.
public final class Diagnostics {
    /// Problems beyond this many are left out, and one more problem says so.
    public static final int MAX_PROBLEMS = 1_000;

    /// Longest excerpt of a file that a fact carries, characters.
    private static final int EXCERPT = 80;

    /// @param order of the location, for sorting
    private record Placed<T>(int order, T what) {}

    /// A time of the file.
    ///
    /// @param location of the value
    /// @param seconds its value
    public record Time(JsonLocation location, Rational seconds) {}

    private final List<Placed<Problem>> problems = new ArrayList<>();
    private final List<Placed<SourceReference>> sources = new ArrayList<>();
    private final Map<String, JsonLocation> layersById = new LinkedHashMap<>();
    private final List<Time> times = new ArrayList<>();
    private int leftOut;

    public void problem(ProblemKind kind, JsonLocation location, String... namesAndValues) {
        if (problems.size() >= MAX_PROBLEMS) {
            leftOut++;
            return;
        }
        for (int i = 1; i < namesAndValues.length; i += 2) {
            namesAndValues[i] = excerpt(namesAndValues[i]);
        }
        problems.add(
                new Placed<>(
                        location.order(), Problem.of(kind, location.pointer(), namesAndValues)));
    }

    /// The known name that was probably meant. Not looked for when the problem that would carry it
    /// is left out, which bounds the work.
    public Optional<String> nearest(String name, Collection<String> known) {
        return problems.size() >= MAX_PROBLEMS ? Optional.empty() : NearestName.of(name, known);
    }

    public void source(JsonLocation location, String src, SourceReference.Kind kind) {
        sources.add(
                new Placed<>(location.order(), new SourceReference(location.pointer(), src, kind)));
    }

    public void time(JsonLocation location, Rational seconds) {
        times.add(new Time(location, seconds));
    }

    /// Remembers the id of a layer.
    ///
    /// @param location of the id, in the layer
    public void layerId(JsonLocation location, String id) {
        JsonLocation layer = Objects.requireNonNull(location.parent());
        JsonLocation first = layersById.putIfAbsent(id, layer);
        if (first != null) {
            problem(ProblemKind.DUPLICATE_ID, location, "id", id, "first", first.pointer());
        }
    }

    public int problemCount() {
        return problems.size() + leftOut;
    }

    public List<Time> times() {
        return times;
    }

    /// Problems in the order of the file.
    public List<Problem> problems() {
        List<Problem> sorted = new ArrayList<>(sorted(problems));
        if (leftOut > 0) {
            sorted.add(
                    Problem.of(
                            ProblemKind.TOO_MANY,
                            "",
                            "what",
                            "problems",
                            "limit",
                            Integer.toString(MAX_PROBLEMS)));
        }
        return sorted;
    }

    public List<SourceReference> sources() {
        return sorted(sources);
    }

    /// At most [#EXCERPT] characters of a text, without control characters.
    private static String excerpt(String text) {
        String start = text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
        return start.replaceAll("\\p{Cntrl}|\\p{Cs}", " ");
    }

    private static <T> List<T> sorted(List<Placed<T>> placed) {
        return placed.stream()
                // Not Comparator.comparingInt, whose lambda is made anew at every start.
                .sorted((one, other) -> Integer.compare(one.order, other.order))
                .map(Placed::what)
                .toList();
    }
}
