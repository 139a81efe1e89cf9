/// Values that the whole format shares: points, colours, easings, animations. They know nothing of
/// files and of JSON. Start reading at [com.autoclipr.composition.value.Animated].
@NullMarked
package com.autoclipr.composition.value;

import org.jspecify.annotations.NullMarked;
