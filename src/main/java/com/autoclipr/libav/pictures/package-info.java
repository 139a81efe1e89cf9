/// Decodes pictures: video, still images, tiles, animations, edit lists. It returns pictures by
/// source time and never guesses silently. Start reading at [LibavPictureSource].
@NullMarked
package com.autoclipr.libav.pictures;

import org.jspecify.annotations.NullMarked;
