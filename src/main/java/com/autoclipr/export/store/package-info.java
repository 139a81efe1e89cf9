/// The chunk store: finished chunks and audio tracks by their content key, kept between exports,
/// bounded, shared by all exports of a machine. It never gives out what nobody put in, and never
/// throws out what a running export needs; it knows nothing of plans and workers. Start reading at
/// [com.autoclipr.export.store.ChunkStore].
@NullMarked
package com.autoclipr.export.store;

import org.jspecify.annotations.NullMarked;
