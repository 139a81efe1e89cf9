/// What a source is, and the ports through which pictures, sound and files are read and written. It
/// holds interfaces and values only: no codec, no drawing, no native code. Start reading at
/// [com.autoclipr.media.MediaLibrary].
@NullMarked
package com.autoclipr.media;

import org.jspecify.annotations.NullMarked;
