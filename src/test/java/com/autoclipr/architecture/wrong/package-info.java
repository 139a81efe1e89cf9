/// Made-up rooms in which every rule of the architecture is broken once. Nothing of it ever runs.
/// Start reading at [com.autoclipr.architecture.RoomsTest].
@NullMarked
package com.autoclipr.architecture.wrong;

import org.jspecify.annotations.NullMarked;
