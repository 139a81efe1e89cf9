/// The immutable project: canvas, overlay, cut, layers bottom to top, fonts, output; and its JSON
/// form. It does no I/O and never looks at media: whether a file exists or what is in it is asked
/// elsewhere. Start reading at [com.autoclipr.composition.Project].
@NullMarked
package com.autoclipr.composition;

import org.jspecify.annotations.NullMarked;
