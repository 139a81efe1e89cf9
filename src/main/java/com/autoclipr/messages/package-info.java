/// Sentences in English and French for failures, problems and decisions. It never decides anything,
/// and prints nothing. Start reading at [Sentences].
@NullMarked
package com.autoclipr.messages;

import org.jspecify.annotations.NullMarked;
