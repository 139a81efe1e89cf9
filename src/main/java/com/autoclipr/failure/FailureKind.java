package com.autoclipr.failure;

/// Kinds of [Failure], as stable tokens. `messages` turns them into sentences.
public enum FailureKind {
    /// The command line or a request is not valid. Facts: `detail`.
    USAGE("usage", Fault.REQUEST, Retry.USELESS),
    /// The project file is not valid; the problems carry pointers. Facts: `file`.
    PROJECT_INVALID("project-invalid", Fault.REQUEST, Retry.USELESS),
    /// A file named by the project does not exist or cannot be read. Facts: `file`, `detail`.
    FILE_MISSING("file-missing", Fault.REQUEST, Retry.USELESS),
    /// A file named by the project is outside the permitted roots. Facts: `file`.
    FILE_FORBIDDEN("file-forbidden", Fault.REQUEST, Retry.USELESS),
    /// A layer names an audio track that its file does not have. Facts: `file`, `layer`, `pointer`,
    /// `track`, `tracks` (those that exist).
    AUDIO_TRACK_MISSING("audio-track-missing", Fault.REQUEST, Retry.USELESS),
    /// The destination exists and `--overwrite` was not given, or a file cannot be put there.
    /// Facts: `file`, `reason` (`exists`, `is-folder`, `folder-missing`, `not-a-file`, `is-source`
    /// or `in-use`).
    DESTINATION_REFUSED("destination-refused", Fault.REQUEST, Retry.USELESS),
    /// No demuxer, no decoder, or not the type of stream that is needed. Facts: `file`, `detail`,
    /// `layer`, `pointer`, `needed` (`video` or `audio`); with some details `container`, `layout`
    /// (pixel format) or `reason` (the decoder's message).
    MEDIA_UNSUPPORTED("media-unsupported", Fault.MEDIA, Retry.USELESS),
    /// The format is supported, but the file is too damaged to be used. Facts: `file`, `detail`,
    /// `layer`, `pointer`; with some details `reason` (the decoder's message).
    MEDIA_CORRUPT("media-corrupt", Fault.MEDIA, Retry.USELESS),
    /// The media exceeds a limit: picture size, streams, packet size, time. Facts: `file`,
    /// `detail`, `layer`, `pointer`, `limit`, `actual`.
    MEDIA_LIMIT("media-limit", Fault.MEDIA, Retry.USELESS),
    /// A file is not a usable font, or exceeds a limit of fonts. Facts: `file`, `pointer`,
    /// `detail`.
    FONT_INVALID("font-invalid", Fault.MEDIA, Retry.USELESS),
    /// A source changed while the export ran. Facts: `file`, `detail`.
    SOURCE_CHANGED("source-changed", Fault.MEDIA, Retry.USELESS),
    /// No space left on the disk. Facts: `path`, `file`, `needed` and `free` in bytes, `detail`.
    DISK_FULL("disk-full", Fault.RESOURCES, Retry.STORE),
    /// A file or folder cannot be written. Facts: `path`, `file`, `detail`.
    NOT_WRITABLE("not-writable", Fault.RESOURCES, Retry.STORE),
    /// A worker exceeded its memory limit, or an allocation failed. Facts: `limit` and `actual` or
    /// `needed` in bytes, `attempts`, `chunk`, `layer`, `file`, `detail`.
    OUT_OF_MEMORY("out-of-memory", Fault.RESOURCES, Retry.FRESH_WORKER),
    /// The limit of open files is reached. Facts: `file`, `path`, `detail`.
    TOO_MANY_OPEN_FILES("too-many-open-files", Fault.RESOURCES, Retry.USELESS),
    /// The output would exceed the size limit. Facts: `limit` and `actual` in bytes, or
    /// `maxSeconds` and `seconds` of the cut.
    OUTPUT_TOO_LARGE("output-too-large", Fault.RESOURCES, Retry.USELESS),
    /// A stored chunk or audio track is corrupt or missing. Facts: `file`, `detail`.
    STORED_FILE_CORRUPT("stored-file-corrupt", Fault.RESOURCES, Retry.STORE),
    /// A system library that the bundled natives need is not installed. Facts: `library`, `detail`.
    LIBRARY_MISSING("library-missing", Fault.RESOURCES, Retry.USELESS),
    /// A worker process died, several times if the work was retried. Facts: `attempts`, `chunk`,
    /// `layer`, `file`, `worker`, `exit`, `detail`.
    WORKER_DIED("worker-died", Fault.INTERNAL, Retry.FRESH_WORKER),
    /// A worker made no progress for longer than the limit. Facts: `seconds`, `reason`
    /// (`no-heartbeat`, `idle` or `busy`), `attempts`, `chunk`, `layer`, `file`.
    WORKER_STALLED("worker-stalled", Fault.INTERNAL, Retry.FRESH_WORKER),
    /// The encoder or muxer failed, or its output cannot be decoded. Facts: `path`, `preset`,
    /// `detail`.
    ENCODING_FAILED("encoding-failed", Fault.INTERNAL, Retry.FRESH_WORKER),
    /// The finished file failed verification. Facts: `check`, `expected`, `actual`.
    VERIFICATION_FAILED("verification-failed", Fault.INTERNAL, Retry.USELESS),
    /// A bug in this program. Facts: `detail`, `trace`.
    INTERNAL_ERROR("internal-error", Fault.INTERNAL, Retry.USELESS),
    /// The export was cancelled. No facts.
    CANCELLED("cancelled", Fault.CANCELLED, Retry.USELESS);

    /// Who or what is at fault, which decides the exit code.
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

    /// Stable text for reports, logs and the worker protocol.
    public String token() {
        return token;
    }

    public Fault fault() {
        return fault;
    }

    /// Whether a retry may succeed, and where.
    public Retry retry() {
        return retry;
    }

    /// @throws IllegalArgumentException if no kind has this token
    public static FailureKind ofToken(String token) {
        for (FailureKind kind : values()) {
            if (kind.token.equals(token)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no failure kind has the token " + token);
    }
}
