package com.autoclipr.failure;

/// Where failed work is worth a retry.
public enum Retry {
    /// Nowhere: it would fail again.
    USELESS,
    /// In another worker: this one may be to blame, and not its job.
    FRESH_WORKER,
    /// With the chunk store: it makes room or drops what is corrupt, or chunks are kept elsewhere.
    STORE
}
