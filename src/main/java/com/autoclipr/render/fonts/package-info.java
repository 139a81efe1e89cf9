/// Text and font files before drawing: visible characters, clusters, and parsing and assembling
/// font tables. It knows nothing of Skia, reads no files, and trusts no number in a font. Start
/// reading at [com.autoclipr.render.fonts.SeenText], then [com.autoclipr.render.fonts.Woff2].
@NullMarked
package com.autoclipr.render.fonts;

import org.jspecify.annotations.NullMarked;
