package com.autoclipr.composition;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.composition.json.SourceReference;
import java.util.List;
import java.util.Optional;

/// What reading a project file gave.
///
/// @param project present if and only if there are no problems
/// @param problems everything that is wrong, in the order of the file
/// @param sources files that it names, in the order of the file; listed even when other parts are
///   wrong, so that missing files can be reported together with the problems
public record ReadResult(
        Optional<Project> project, List<Problem> problems, List<SourceReference> sources) {
    public ReadResult {
        problems = List.copyOf(problems);
        sources = List.copyOf(sources);
        if (project.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("a project, or problems");
        }
    }
}
