package com.autoclipr.plan;

import com.autoclipr.failure.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What layers and files of a project are called in the [Slice] that a key stands for.
///
/// Whatever is stored under a key may be used by another project, in which a layer stands elsewhere
/// or a file has another name. So it is stored with the names that the key itself vouches for:
/// layers by their place in the slice, files by their content.
///
/// @param layers JSON pointers of the slice's layers, in their order
/// @param inSlice names of files in the slice, by `src` and by path
/// @param inProject the `src` of a file, by its name in the slice
public record SliceNames(
        List<String> layers, Map<String, String> inSlice, Map<String, String> inProject) {
    private static final String LAYER = "layer";
    private static final String FILE = "file";

    public SliceNames {
        layers = List.copyOf(layers);
        inSlice = Map.copyOf(inSlice);
        inProject = Map.copyOf(inProject);
    }

    /// Decisions as they are stored; those about other layers and files are left out.
    public List<Decision> toStored(List<Decision> decisions) {
        return decisions.stream().map(this::toStored).flatMap(Optional::stream).toList();
    }

    /// Decisions that were stored, about this project's layers and files.
    public List<Decision> fromStored(List<Decision> stored) {
        return stored.stream().map(this::fromStored).flatMap(Optional::stream).toList();
    }

    private Optional<Decision> toStored(Decision decision) {
        return renamed(decision, LAYER, this::place)
                .flatMap(met -> renamed(met, FILE, file -> Optional.ofNullable(inSlice.get(file))));
    }

    private Optional<Decision> fromStored(Decision stored) {
        return renamed(stored, LAYER, this::pointer)
                .flatMap(
                        met ->
                                renamed(
                                        met,
                                        FILE,
                                        file -> Optional.ofNullable(inProject.get(file))));
    }

    /// The decision with one fact, if it has that, under another name; empty if there is no such
    /// name.
    private static Optional<Decision> renamed(
            Decision decision, String fact, Function<String, Optional<String>> rename) {
        String value = decision.facts().get(fact);
        return value == null
                ? Optional.of(decision)
                : rename.apply(value).map(name -> decision.with(fact, name));
    }

    private Optional<String> place(String pointer) {
        int place = layers.indexOf(pointer);
        return place < 0 ? Optional.empty() : Optional.of(Integer.toString(place));
    }

    private Optional<String> pointer(String place) {
        try {
            int number = Integer.parseInt(place);
            return number >= 0 && number < layers.size()
                    ? Optional.of(layers.get(number))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // not what this class wrote
        }
    }
}
