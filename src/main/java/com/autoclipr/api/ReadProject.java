package com.autoclipr.api;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.prepare.ProjectFiles;
import java.util.List;
import java.util.Optional;

/// What reading a project gave.
///
/// @param project present exactly if there is no problem
/// @param problems everything that is wrong, each with its JSON pointer, in the order of the file
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
