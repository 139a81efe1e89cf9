package com.autoclipr.export.store;

/// The contract asks for nothing that only a folder can do.
class MemoryChunkStoreTest extends ChunkStoreContract {
    private final MemoryChunkStore.Shared shared = new MemoryChunkStore.Shared();

    @Override
    ChunkStore open(long maxBytes) {
        return new MemoryChunkStore(maxBytes, shared);
    }
}
