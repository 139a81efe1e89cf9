package com.autoclipr.composition.json;

import com.autoclipr.composition.Problem;
import com.autoclipr.composition.ProblemKind;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What reading one project file collects beside the project itself. For one thread.
final class Diagnostics {
    /// More problems than anybody reads; what comes after is left out, and one more problem says
    /// so.
    static final int MAX_PROBLEMS = 1_000;

    /// Longest excerpt of a file that a fact carries, characters.
    private static final int EXCERPT = 80;

    /// @param order of the place, which sorts
    private record Placed<T>(int order, T what) {}

    /// A time of the file.
    ///
    /// @param place where it stands
    /// @param seconds its value
    record Time(JsonLocation place, Rational seconds) {}

    private final List<Placed<Problem>> problems = new ArrayList<>();
    private final List<Placed<SourceReference>> sources = new ArrayList<>();
    private final Map<String, JsonLocation> layersById = new LinkedHashMap<>();
    private final List<Time> times = new ArrayList<>();
    private int leftOut;

    void problem(ProblemKind kind, JsonLocation place, String... namesAndValues) {
        if (problems.size() >= MAX_PROBLEMS) {
            leftOut++;
            return;
        }
        for (int i = 1; i < namesAndValues.length; i += 2) {
            namesAndValues[i] = excerpt(namesAndValues[i]);
        }
        problems.add(
                new Placed<>(place.order(), Problem.of(kind, place.pointer(), namesAndValues)));
    }

    /// The known name that was probably meant. Nobody looks for one any more when the problem that
    /// would carry it is left out: that is what bounds the work.
    Optional<String> nearest(String name, Collection<String> known) {
        return problems.size() >= MAX_PROBLEMS ? Optional.empty() : NearestName.of(name, known);
    }

    void source(JsonLocation place, String src, SourceReference.Kind kind) {
        sources.add(new Placed<>(place.order(), new SourceReference(place.pointer(), src, kind)));
    }

    void time(JsonLocation place, Rational seconds) {
        times.add(new Time(place, seconds));
    }

    /// Remembers that the layer at `layer` is called `id`.
    void layerId(JsonLocation place, String id, JsonLocation layer) {
        JsonLocation first = layersById.putIfAbsent(id, layer);
        if (first != null) {
            problem(ProblemKind.DUPLICATE_ID, place, "id", id, "first", first.pointer());
        }
    }

    int problemCount() {
        return problems.size() + leftOut;
    }

    List<Time> times() {
        return times;
    }

    /// Problems in the order of the file.
    List<Problem> problems() {
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

    List<SourceReference> sources() {
        return sorted(sources);
    }

    /// Names of layers, by their pointer.
    Map<String, String> layerIds() {
        Map<String, String> ids = new LinkedHashMap<>();
        layersById.forEach((id, place) -> ids.put(place.pointer(), id));
        return ids;
    }

    /// At most [#EXCERPT] characters of a text, without control characters.
    private static String excerpt(String text) {
        String start = text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
        return start.replaceAll("\\p{Cntrl}|\\p{Cs}", " ");
    }

    private static <T> List<T> sorted(List<Placed<T>> placed) {
        return placed.stream()
                .sorted(Comparator.comparingInt(Placed::order))
                .map(Placed::what)
                .toList();
    }
}
