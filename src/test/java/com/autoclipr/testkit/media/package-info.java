/// Media that tests make: pictures that carry their number, clicks and flashes, tones, charts of
/// colours. It must never use the engine to make them. Start reading at
/// [com.autoclipr.testkit.media.NumberedVideo].
@NullMarked
package com.autoclipr.testkit.media;

import org.jspecify.annotations.NullMarked;
