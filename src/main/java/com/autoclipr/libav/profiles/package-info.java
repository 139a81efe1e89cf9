/// Finds the colour description of a source: profiles, code points, tags. It does not convert
/// samples, which is done by libav.colour. Start reading at [SourceColours].
@NullMarked
package com.autoclipr.libav.profiles;

import org.jspecify.annotations.NullMarked;
