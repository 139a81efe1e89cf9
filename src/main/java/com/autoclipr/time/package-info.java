/// Exact time: fractions, frame rates, frame and sample indices, ranges that exclude their end. It
/// does no I/O and knows nothing of media; every rounding of a time happens here and nowhere else.
/// Start reading at [com.autoclipr.time.Rational], then [com.autoclipr.time.FrameRate].
@NullMarked
package com.autoclipr.time;

import org.jspecify.annotations.NullMarked;
