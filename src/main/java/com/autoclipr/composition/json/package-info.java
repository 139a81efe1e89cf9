/// The project as JSON: the strict reader that reports every problem at once, the writer of the one
/// normal form, and the short notations for times, lengths, colours. It never opens a file, never
/// guesses what was meant and never throws on bad input. Start reading at
/// [com.autoclipr.composition.json.ProjectReader].
@NullMarked
package com.autoclipr.composition.json;

import org.jspecify.annotations.NullMarked;
