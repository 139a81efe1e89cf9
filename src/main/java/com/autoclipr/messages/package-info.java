/// Sentences in English and French for failures, problems and decisions. It decides nothing and
/// prints nothing. Start reading at [Sentences].
@NullMarked
package com.autoclipr.messages;

import org.jspecify.annotations.NullMarked;
