/// Filters on pixels: what the effects of a layer do to its picture, in output pixels. They are
/// loops over integers or strict floating point, so that every processor gives the same bytes, and
/// know no layer and no time. Start reading at [com.autoclipr.render.filter.PixelFilter].
@NullMarked
package com.autoclipr.render.filter;

import org.jspecify.annotations.NullMarked;
