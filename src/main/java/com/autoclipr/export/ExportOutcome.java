package com.autoclipr.export;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.util.List;

/// How something that was asked of the controller ended, failures apart (those are thrown).
///
/// @param <T> what it gives when the project is valid
public sealed interface ExportOutcome<T> {
    /// The value.
    ///
    /// @throws com.autoclipr.failure.FailureException PROJECT_INVALID if the project is not valid
    T orThrow();

    record Done<T>(T value) implements ExportOutcome<T> {
        @Override
        public T orThrow() {
            return value;
        }
    }

    /// The project file is not valid.
    ///
    /// @param problems all of them
    record Rejected<T>(List<Problem> problems) implements ExportOutcome<T> {
        public Rejected {
            problems = List.copyOf(problems);
        }

        @Override
        public T orThrow() {
            throw Failure.of(FailureKind.PROJECT_INVALID, "pointer", problems.getFirst().pointer())
                    .asException();
        }
    }
}
