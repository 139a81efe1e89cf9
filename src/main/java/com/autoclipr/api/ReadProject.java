package com.autoclipr.api;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.prepare.ProjectFiles;
import java.util.List;
import java.util.Optional;

/// The result of reading a project.
///
/// @param project present if and only if there are no problems
/// @param problems all problems, each with its JSON pointer, in file order
public record ReadProject(Optional<Project> project, List<Problem> problems) {
    public ReadProject {
        problems = List.copyOf(problems);
    }

    static ReadProject of(ProjectFiles.Loaded loaded) {
        return switch (loaded) {
            case ProjectFiles.Loaded.Valid valid ->
                    new ReadProject(Optional.of(valid.project()), List.of());
            case ProjectFiles.Loaded.Invalid invalid ->
                    new ReadProject(Optional.empty(), invalid.problems());
        };
    }

    public boolean isValid() {
        return project.isPresent();
    }
}
