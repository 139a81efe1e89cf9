package com.autoclipr.libav.container;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The content of an image file that is not shown.
///
/// @param count number of images and videos
/// @param kinds their kinds
public record Extras(int count, Set<Extra> kinds) {
    public static final Extras NONE = new Extras(0, Set.of());

    public Extras {
        kinds = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
    }

    /// The decision for the report; empty if everything is shown.
    public Optional<Decision> decision(Path file) {
        if (count == 0) {
            return Optional.empty();
        }
        String names = kinds.stream().map(Extra::token).collect(Collectors.joining(", "));
        return Optional.of(
                Decision.of(DecisionKind.EXTRA_IMAGES_IGNORED)
                        .with(Fact.FILE, file.toString())
                        .with(Fact.COUNT, Integer.toString(count))
                        .with(Fact.KINDS, names));
    }
}
