/// The making of chunks: the port behind which it is done, and the one that does it with workers of
/// this machine. Nothing that crosses the port names a file by where it lies. Start reading at
/// [com.autoclipr.export.chunks.ChunkExecutor].
@NullMarked
package com.autoclipr.export.chunks;

import org.jspecify.annotations.NullMarked;
