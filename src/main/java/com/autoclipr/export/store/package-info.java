/// The chunk store: finished chunks and audio tracks by content key, kept between exports, bounded,
/// shared by all exports of a machine. It never returns altered files, and never evicts what a
/// running export needs; it knows nothing of plans and workers. Start reading at
/// [com.autoclipr.export.store.ChunkStore].
@NullMarked
package com.autoclipr.export.store;

import org.jspecify.annotations.NullMarked;
