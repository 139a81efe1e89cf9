package com.autoclipr.failure;

/// Everything that can go wrong, as stable tokens. Words are made from them by whoever talks to a
/// person.
public enum FailureKind {
    /// Wrong use of the command line or of a request. Facts: `detail`.
    USAGE("usage", Fault.REQUEST, false),
    /// The project file is not valid; the problems carry pointers. Facts: `file`.
    PROJECT_INVALID("project-invalid", Fault.REQUEST, false),
    /// A file named by the project does not exist or cannot be read. Facts: `file`, `detail`.
    FILE_MISSING("file-missing", Fault.REQUEST, false),
    /// A file named by the project lies outside the permitted roots. Facts: `file`.
    FILE_FORBIDDEN("file-forbidden", Fault.REQUEST, false),
    /// The destination exists and `--overwrite` was not given, or it is no place for a file. Facts:
    /// `file`, `reason` (`exists`, `is-folder` or `folder-missing`).
    DESTINATION_REFUSED("destination-refused", Fault.REQUEST, false),
    /// No demuxer, no decoder, or not the kind of stream that is needed. Facts: `file`, `detail`,
    /// `layer`, `needed` (`pictures` or `sound`).
    MEDIA_UNSUPPORTED("media-unsupported", Fault.MEDIA, false),
    /// The media is recognised and damaged beyond use. Facts: `file`, `detail`, `layer`.
    MEDIA_BROKEN("media-broken", Fault.MEDIA, false),
    /// The media asks for more than the limits allow: picture size, streams, packet size, time.
    /// Facts: `file`, `detail`, `limit`, `actual`.
    MEDIA_LIMIT("media-limit", Fault.MEDIA, false),
    /// A font file cannot be read as a font, or asks for more than a font may. Facts: `file`,
    /// `pointer`, `detail`.
    FONT_BROKEN("font-broken", Fault.MEDIA, false),
    /// A source changed while the export ran. Facts: `file`, `detail`.
    SOURCE_CHANGED("source-changed", Fault.MEDIA, false),
    /// No space left where something had to be written. Facts: `path`, `file`, `detail`.
    DISK_FULL("disk-full", Fault.RESOURCES, true),
    /// A file or folder cannot be written. Facts: `path`, `file`, `detail`.
    NOT_WRITABLE("not-writable", Fault.RESOURCES, false),
    /// A worker passed its memory limit, or memory could not be had. Facts: `limit` and `actual` in
    /// bytes, `detail`.
    OUT_OF_MEMORY("out-of-memory", Fault.RESOURCES, true),
    /// The output would pass the size limit. Facts: `limit` and `actual` in bytes.
    OUTPUT_TOO_LARGE("output-too-large", Fault.RESOURCES, false),
    /// A chunk or a sound track that was kept is not what was written, or is gone. Facts: `file`,
    /// `detail`.
    STORED_FILE_DAMAGED("stored-file-damaged", Fault.RESOURCES, true),
    /// A system library that the bundle needs is not installed. Facts: `library`, `detail`.
    LIBRARY_MISSING("library-missing", Fault.RESOURCES, false),
    /// A worker process died. Facts: `worker`, `detail`.
    WORKER_DIED("worker-died", Fault.INTERNAL, true),
    /// A worker made no progress for longer than the limit. Facts: `seconds`.
    WORKER_STALLED("worker-stalled", Fault.INTERNAL, true),
    /// The encoder or muxer refused. Facts: `path`, `preset`, `detail`.
    ENCODING("encoding", Fault.INTERNAL, false),
    /// The finished file did not pass verification. Facts: `check`, `expected`, `actual`.
    VERIFICATION("verification", Fault.INTERNAL, false),
    /// A defect in this program. Facts: `detail`, `trace`.
    INTERNAL("internal", Fault.INTERNAL, false),
    /// Somebody cancelled. No facts.
    CANCELLED("cancelled", Fault.CANCELLED, false);

    /// Whose fault a failure is, which decides the exit code.
    public enum Fault {
        REQUEST,
        MEDIA,
        RESOURCES,
        INTERNAL,
        CANCELLED
    }

    private final String token;
    private final Fault fault;
    private final boolean retryable;

    FailureKind(String token, Fault fault, boolean retryable) {
        this.token = token;
        this.fault = fault;
        this.retryable = retryable;
    }

    /// Stable text for reports, logs and the wire.
    public String token() {
        return token;
    }

    public Fault fault() {
        return fault;
    }

    /// Whether the same work may succeed when it is tried again.
    public boolean retryable() {
        return retryable;
    }

    public static FailureKind ofToken(String token) {
        for (FailureKind kind : values()) {
            if (kind.token.equals(token)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no failure kind has the token " + token);
    }
}
