/// Exact time: fractions, frame rates, frame and sample indices, half-open ranges. It does no I/O
/// and knows nothing of media; times are rounded here and nowhere else. Start reading at
/// [com.autoclipr.time.Rational], then [com.autoclipr.time.FrameRate].
@NullMarked
package com.autoclipr.time;

import org.jspecify.annotations.NullMarked;
