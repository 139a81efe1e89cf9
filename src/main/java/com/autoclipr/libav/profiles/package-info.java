/// What the colours of a source mean: profiles, code points, tags. It finds them; what they mean
/// for samples is libav.colour’s. Start reading at [SourceColours].
@NullMarked
package com.autoclipr.libav.profiles;

import org.jspecify.annotations.NullMarked;
