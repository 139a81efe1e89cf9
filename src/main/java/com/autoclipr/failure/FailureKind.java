package com.autoclipr.failure;

/// Everything that can go wrong, as stable tokens. Words are made from them by the code that talks
/// to a person.
public enum FailureKind {
    /// Wrong use of the command line or of a request. Facts: `detail`.
    USAGE("usage", Fault.REQUEST, Retry.USELESS),
    /// The project file is not valid; the problems carry pointers. Facts: `file`.
    PROJECT_INVALID("project-invalid", Fault.REQUEST, Retry.USELESS),
    /// A file named by the project does not exist or cannot be read. Facts: `file`, `detail`.
    FILE_MISSING("file-missing", Fault.REQUEST, Retry.USELESS),
    /// A file named by the project lies outside the permitted roots. Facts: `file`.
    FILE_FORBIDDEN("file-forbidden", Fault.REQUEST, Retry.USELESS),
    /// A layer names a sound track that its file does not have. Facts: `file`, `pointer`, `track`,
    /// `tracks` (those that there are).
    AUDIO_TRACK_MISSING("audio-track-missing", Fault.REQUEST, Retry.USELESS),
    /// The destination exists and `--overwrite` was not given, or it is no place for a file. Facts:
    /// `file`, `reason` (`exists`, `is-folder`, `folder-missing`, `no-file`, `is-source` or
    /// `in-use`).
    DESTINATION_REFUSED("destination-refused", Fault.REQUEST, Retry.USELESS),
    /// No demuxer, no decoder, or not the kind of stream that is needed. Facts: `file`, `detail`,
    /// `layer`, `needed` (`pictures` or `sound`); with some details `container`, `layout` of pixels
    /// or `reason` (a reader's own words).
    MEDIA_UNSUPPORTED("media-unsupported", Fault.MEDIA, Retry.USELESS),
    /// The media is recognised and damaged beyond use. Facts: `file`, `detail`, `layer`; with some
    /// details `reason` (a reader's own words).
    MEDIA_BROKEN("media-broken", Fault.MEDIA, Retry.USELESS),
    /// The media asks for more than the limits allow: picture size, streams, packet size, time.
    /// Facts: `file`, `detail`, `limit`, `actual`.
    MEDIA_LIMIT("media-limit", Fault.MEDIA, Retry.USELESS),
    /// A font file cannot be read as a font, or asks for more than a font may. Facts: `file`,
    /// `pointer`, `detail`.
    FONT_BROKEN("font-broken", Fault.MEDIA, Retry.USELESS),
    /// A source changed while the export ran. Facts: `file`, `detail`.
    SOURCE_CHANGED("source-changed", Fault.MEDIA, Retry.USELESS),
    /// No space left where something had to be written. Facts: `path`, `file`, `needed` and `free`
    /// in bytes, `detail`.
    DISK_FULL("disk-full", Fault.RESOURCES, Retry.STORE),
    /// A file or folder cannot be written. Facts: `path`, `file`, `detail`.
    NOT_WRITABLE("not-writable", Fault.RESOURCES, Retry.STORE),
    /// A worker passed its memory limit, or memory could not be had. Facts: `limit` and `actual` or
    /// `needed` in bytes, `attempts`, `chunk`, `layer`, `file`, `detail`.
    OUT_OF_MEMORY("out-of-memory", Fault.RESOURCES, Retry.FRESH_WORKER),
    /// The system permits no more open files. Facts: `file`, `path`, `detail`.
    TOO_MANY_FILES("too-many-files", Fault.RESOURCES, Retry.USELESS),
    /// The output would pass the size limit. Facts: `limit` and `actual` in bytes, or `mostSeconds`
    /// and `seconds` of the cut.
    OUTPUT_TOO_LARGE("output-too-large", Fault.RESOURCES, Retry.USELESS),
    /// A chunk or a sound track that was kept is not what was written, or is gone. Facts: `file`,
    /// `detail`.
    STORED_FILE_DAMAGED("stored-file-damaged", Fault.RESOURCES, Retry.STORE),
    /// A system library that the bundle needs is not installed. Facts: `library`, `detail`.
    LIBRARY_MISSING("library-missing", Fault.RESOURCES, Retry.USELESS),
    /// A worker process died, several times if the work could be tried again. Facts: `attempts`,
    /// `chunk`, `layer`, `file`, `worker`, `exit`, `detail`.
    WORKER_DIED("worker-died", Fault.INTERNAL, Retry.FRESH_WORKER),
    /// A worker made no progress for longer than the limit. Facts: `seconds`, `reason`
    /// (`no-heartbeat`, `waits` or `spins`), `attempts`, `chunk`, `layer`, `file`.
    WORKER_STALLED("worker-stalled", Fault.INTERNAL, Retry.FRESH_WORKER),
    /// The encoder or muxer refused, or what was encoded cannot be decoded. Facts: `path`,
    /// `preset`, `detail`.
    ENCODING("encoding", Fault.INTERNAL, Retry.FRESH_WORKER),
    /// The finished file did not pass verification. Facts: `check`, `expected`, `actual`.
    VERIFICATION("verification", Fault.INTERNAL, Retry.USELESS),
    /// A defect in this program. Facts: `detail`, `trace`.
    INTERNAL("internal", Fault.INTERNAL, Retry.USELESS),
    /// Somebody cancelled. No facts.
    CANCELLED("cancelled", Fault.CANCELLED, Retry.USELESS);

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
    private final Retry retry;

    FailureKind(String token, Fault fault, Retry retry) {
        this.token = token;
        this.fault = fault;
        this.retry = retry;
    }

    /// Stable text for reports, logs and the wire.
    public String token() {
        return token;
    }

    public Fault fault() {
        return fault;
    }

    /// Whether the same work may succeed when it is tried again, and where.
    public Retry retry() {
        return retry;
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
