/// The failure vocabulary: kinds with a stable token, facts, and one exception that carries both.
/// It never holds text for people; `cli` and `server` turn kinds into sentences. Start reading at
/// [com.autoclipr.failure.FailureKind].
@NullMarked
package com.autoclipr.failure;

import org.jspecify.annotations.NullMarked;
