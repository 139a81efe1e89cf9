/// Hostile media: files that were damaged at random, and files made to do harm. `HostileMedia` runs
/// them through the engine and reports the result of each. It never keeps large files in the
/// repository: each is generated from a few lines when it is needed. Start reading at
/// [com.autoclipr.testkit.hostile.HostileMedia].
@NullMarked
package com.autoclipr.testkit.hostile;

import org.jspecify.annotations.NullMarked;
