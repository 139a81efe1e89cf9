/// Effects of layers: what a file asks for, and the filter that it is at a moment. An effect is a
/// record with its declared properties, registered in [com.autoclipr.composition.effect.Effects];
/// it never touches a pixel. Start reading at [com.autoclipr.composition.effect.Effect].
@NullMarked
package com.autoclipr.composition.effect;

import org.jspecify.annotations.NullMarked;
