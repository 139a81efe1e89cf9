package com.autoclipr.export;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.util.List;

/// The outcome of a request to the controller, except for failures, which are thrown.
///
/// @param <T> type of the result for a valid project
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
            throw Failure.of(FailureKind.PROJECT_INVALID)
                    .with(Fact.POINTER, problems.getFirst().pointer())
                    .asException();
        }
    }
}
