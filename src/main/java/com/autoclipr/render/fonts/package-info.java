/// What texts and font files are before anything is drawn: which characters are seen, which belong
/// together, and how tables of fonts are read and put together. It knows nothing of Skia, reads no
/// files, and trusts no number that a font gives. Start reading at
/// [com.autoclipr.render.fonts.SeenText], then [com.autoclipr.render.fonts.Woff2].
@NullMarked
package com.autoclipr.render.fonts;

import org.jspecify.annotations.NullMarked;
