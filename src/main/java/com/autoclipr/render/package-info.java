/// Draws frames: from a project and a time to a Y′CbCr picture in output resolution. It never opens
/// files itself, never encodes, and keeps no state that affects pixels: caches only save work.
/// Start reading at [com.autoclipr.render.FrameRenderer].
@NullMarked
package com.autoclipr.render;

import org.jspecify.annotations.NullMarked;
