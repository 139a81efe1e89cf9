/// JSON with the location of every value, the problems found in it, and the writer of its one
/// normal form. It knows nothing of what a project is and never throws on bad input. Start reading
/// at [com.autoclipr.composition.json.JsonTree].
@NullMarked
package com.autoclipr.composition.json;

import org.jspecify.annotations.NullMarked;
