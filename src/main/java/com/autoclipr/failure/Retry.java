package com.autoclipr.failure;

/// What may help when work has failed, so that it is worth another try.
public enum Retry {
    /// Nothing that this program could do.
    USELESS,
    /// Another worker: this one may be to blame, and not its job.
    FRESH_WORKER,
    /// The chunk store: it makes room, what it held is made again, or chunks go elsewhere.
    STORE
}
