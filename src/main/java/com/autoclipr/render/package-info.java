/// Draws frames: from a project and a time to a finished Y′CbCr picture of the output's size. It
/// never opens files itself, never encodes, and keeps no state that a frame's pixels could depend
/// on: caches only save work. Start reading at [com.autoclipr.render.FrameRenderer].
@NullMarked
package com.autoclipr.render;

import org.jspecify.annotations.NullMarked;
