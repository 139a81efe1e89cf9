package com.autoclipr.libav.container;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What of a picture file is not shown.
///
/// @param count how many pictures and films
/// @param kinds what they are
public record Extras(int count, Set<Extra> kinds) {
    public static final Extras NONE = new Extras(0, Set.of());

    public Extras {
        kinds = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
    }

    /// For the report; empty if everything is shown.
    public Optional<Decision> decision(Path file) {
        if (count == 0) {
            return Optional.empty();
        }
        String names = kinds.stream().map(Extra::token).collect(Collectors.joining(", "));
        return Optional.of(
                Decision.of(
                        DecisionKind.EXTRA_IMAGES_IGNORED,
                        "file",
                        file.toString(),
                        "count",
                        Integer.toString(count),
                        "kinds",
                        names));
    }
}
