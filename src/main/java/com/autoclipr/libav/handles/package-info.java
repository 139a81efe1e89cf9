/// FFmpeg’s libraries as owning handles and the limits that hold for all of them. It knows no
/// format. Start reading at [Natives].
@NullMarked
package com.autoclipr.libav.handles;

import org.jspecify.annotations.NullMarked;
