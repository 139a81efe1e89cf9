/// Paints and plays the media of `examples/`: small scenes that look like footage and are free of
/// third-party rights. Nothing here is used by the engine or by its tests. Start reading at
/// [com.autoclipr.testkit.examples.MakeExampleMedia], which `tools/make-example-media` runs.
@NullMarked
package com.autoclipr.testkit.examples;

import org.jspecify.annotations.NullMarked;
