/// Properties of sources, and the ports for reading and writing pictures, audio and files. It
/// contains only interfaces and values: no codec, no drawing, no native code. Start reading at
/// [com.autoclipr.media.MediaLibrary].
@NullMarked
package com.autoclipr.media;

import org.jspecify.annotations.NullMarked;
