/// Encoded pictures and audio as values, and the files in which the chunk store keeps them. It
/// never encodes or decodes; what it reads back is checked to the last byte. Start reading at
/// [PacketFile].
@NullMarked
package com.autoclipr.media.encoded;

import org.jspecify.annotations.NullMarked;
