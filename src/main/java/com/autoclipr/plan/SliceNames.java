package com.autoclipr.plan;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The names of a project's layers and files in the [Slice] behind a key.
///
/// What is stored under a key may be used by another project, in which the layer has another index
/// or the file another name. So it is stored with names that follow from the key: layers by their
/// index in the slice, files by their content.
///
/// @param layers JSON pointers of the slice's layers, in their order
/// @param inSlice names of files in the slice, by `src` and by path
/// @param inProject the `src` of a file, by its name in the slice
public record SliceNames(
        List<String> layers, Map<String, String> inSlice, Map<String, String> inProject) {
    public SliceNames {
        layers = List.copyOf(layers);
        inSlice = Map.copyOf(inSlice);
        inProject = Map.copyOf(inProject);
    }

    /// Decisions in their stored form, without those about other layers and files.
    public List<Decision> toStored(List<Decision> decisions) {
        return decisions.stream().map(this::toStored).flatMap(Optional::stream).toList();
    }

    /// Stored decisions with the names of this project's layers and files.
    public List<Decision> fromStored(List<Decision> stored) {
        return stored.stream().map(this::fromStored).flatMap(Optional::stream).toList();
    }

    private Optional<Decision> toStored(Decision decision) {
        return renamed(decision, Fact.LAYER, this::place)
                .flatMap(
                        met ->
                                renamed(
                                        met,
                                        Fact.FILE,
                                        file -> Optional.ofNullable(inSlice.get(file))));
    }

    private Optional<Decision> fromStored(Decision stored) {
        return renamed(stored, Fact.LAYER, this::pointer)
                .flatMap(
                        met ->
                                renamed(
                                        met,
                                        Fact.FILE,
                                        file -> Optional.ofNullable(inProject.get(file))));
    }

    /// The decision with one of its facts renamed; empty if the fact has a value without a new
    /// name.
    private static Optional<Decision> renamed(
            Decision decision, Fact fact, Function<String, Optional<String>> rename) {
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
