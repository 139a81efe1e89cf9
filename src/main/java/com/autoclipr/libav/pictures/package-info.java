/// Decodes pictures: videos, stills, tiles, animations, edit lists. It gives pictures by source
/// time and never guesses silently. Start reading at [LibavPictureSource].
@NullMarked
package com.autoclipr.libav.pictures;

import org.jspecify.annotations.NullMarked;
