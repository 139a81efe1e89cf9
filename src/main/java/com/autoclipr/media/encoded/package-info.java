/// Encoded video and audio as values, and their files in the chunk store. It never encodes or
/// decodes; every byte that it reads back is verified. Start reading at [PacketFile].
@NullMarked
package com.autoclipr.media.encoded;

import org.jspecify.annotations.NullMarked;
