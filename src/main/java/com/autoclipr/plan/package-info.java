/// Turns a composition and the facts of its sources into an export plan: frames, chunks that tile
/// the cut, keys. It is pure: no I/O, no clock, no native code; the same input gives the same plan.
/// Start reading at [com.autoclipr.plan.ExportPlanner].
@NullMarked
package com.autoclipr.plan;

import org.jspecify.annotations.NullMarked;
