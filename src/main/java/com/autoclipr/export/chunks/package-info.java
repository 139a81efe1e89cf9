/// Encoding chunks: the port, and its implementation with workers of this machine. Nothing that
/// crosses the port refers to files by location. Start reading at
/// [com.autoclipr.export.chunks.ChunkExecutor].
@NullMarked
package com.autoclipr.export.chunks;

import org.jspecify.annotations.NullMarked;
