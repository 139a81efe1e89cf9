/// Owning handles for FFmpeg’s objects, and limits for media files. It knows no file format. Start
/// reading at [Natives].
@NullMarked
package com.autoclipr.libav.handles;

import org.jspecify.annotations.NullMarked;
