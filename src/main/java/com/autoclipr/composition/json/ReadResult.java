package com.autoclipr.composition.json;

import com.autoclipr.composition.Problem;
import com.autoclipr.composition.Project;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What reading a project file gave.
///
/// @param project present exactly if there is no problem
/// @param problems everything that is wrong, in the order of the file
/// @param sources files that it names, in the order of the file; listed even when other parts are
///   wrong, so that missing files can be reported together with the problems
/// @param layerIds the names (`id`) that people gave to layers, by the layer's pointer; they are no
///   part of the project because they change nothing in the picture
public record ReadResult(
        Optional<Project> project,
        List<Problem> problems,
        List<SourceReference> sources,
        Map<String, String> layerIds) {
    public ReadResult {
        problems = List.copyOf(problems);
        sources = List.copyOf(sources);
        layerIds = Collections.unmodifiableMap(new LinkedHashMap<>(layerIds));
        if (project.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("a project, or problems");
        }
    }
}
