package com.autoclipr.export;

import com.autoclipr.composition.json.Problem;
import java.util.List;

/// How something that was asked of the controller ended, failures apart (those are thrown).
///
/// @param <T> what it gives when the project is valid
public sealed interface ExportOutcome<T> {
    record Done<T>(T value) implements ExportOutcome<T> {}

    /// The project file is not valid.
    ///
    /// @param problems all of them
    record Rejected<T>(List<Problem> problems) implements ExportOutcome<T> {}
}
