/// Projects that are made without writing JSON by hand: for `clip` and `init`. Computes from the
/// properties of files and never reads, draws or exports. Start reading at
/// [com.autoclipr.cli.clip.StarterProject].
@NullMarked
package com.autoclipr.cli.clip;

import org.jspecify.annotations.NullMarked;
