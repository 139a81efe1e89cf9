/// Failures and decisions: kinds with a stable token, their named facts, and one exception that
/// carries a failure. It never holds text for users; `messages` turns kinds into sentences. Start
/// reading at [com.autoclipr.failure.FailureKind].
@NullMarked
package com.autoclipr.failure;

import org.jspecify.annotations.NullMarked;
