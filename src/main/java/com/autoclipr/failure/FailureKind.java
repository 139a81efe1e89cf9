package com.autoclipr.failure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Kinds of [Failure], as stable tokens. `messages` turns them into sentences.
public enum FailureKind {
    /// The command line or a request is not valid.
    USAGE("usage", Fault.REQUEST, Retry.USELESS, Fact.DETAIL),
    /// The project file is not valid; the problems carry pointers.
    PROJECT_INVALID("project-invalid", Fault.REQUEST, Retry.USELESS, Fact.FILE),
    /// A file named by the project does not exist or cannot be read.
    FILE_MISSING("file-missing", Fault.REQUEST, Retry.USELESS, Fact.FILE, Fact.DETAIL),
    /// A file named by the project is outside the permitted roots.
    FILE_FORBIDDEN("file-forbidden", Fault.REQUEST, Retry.USELESS, Fact.FILE),
    /// A layer names an audio track that its file does not have.
    AUDIO_TRACK_MISSING(
            "audio-track-missing",
            Fault.REQUEST,
            Retry.USELESS,
            Fact.FILE,
            Fact.TRACK,
            Fact.TRACKS),
    /// The destination exists and `--overwrite` was not given, or a file cannot be put there.
    /// `reason` is `exists`, `is-folder`, `folder-missing`, `not-a-file`, `is-source` or `in-use`.
    DESTINATION_REFUSED(
            "destination-refused", Fault.REQUEST, Retry.USELESS, Fact.FILE, Fact.REASON),
    /// No demuxer, no decoder, or not the type of stream that is needed. Some details come with
    /// `container`, `layout` (pixel format), `samples` or `reason` (the decoder's message).
    MEDIA_UNSUPPORTED(
            "media-unsupported",
            Fault.MEDIA,
            Retry.USELESS,
            Fact.FILE,
            Fact.DETAIL,
            Fact.NEEDED,
            Fact.CONTAINER,
            Fact.LAYOUT,
            Fact.SAMPLES,
            Fact.REASON),
    /// The format is supported, but the file is too damaged to be used. Some details come with
    /// `reason` (the decoder's message) or `limit` (bytes to read); `seconds` is how long a worker
    /// stalled on it.
    MEDIA_CORRUPT(
            "media-corrupt",
            Fault.MEDIA,
            Retry.USELESS,
            Fact.FILE,
            Fact.DETAIL,
            Fact.REASON,
            Fact.LIMIT,
            Fact.SECONDS),
    /// The media exceeds a limit: picture size, streams, packet size, time. `needed` are bytes of
    /// memory.
    MEDIA_LIMIT(
            "media-limit",
            Fault.MEDIA,
            Retry.USELESS,
            Fact.FILE,
            Fact.DETAIL,
            Fact.LIMIT,
            Fact.ACTUAL,
            Fact.NEEDED),
    /// A file is not a usable font, or exceeds a limit of fonts. `seconds` and `reason` are those
    /// of a worker that stalled on it.
    FONT_INVALID(
            "font-invalid",
            Fault.MEDIA,
            Retry.USELESS,
            Fact.FILE,
            Fact.DETAIL,
            Fact.SECONDS,
            Fact.REASON),
    /// A source changed while the export ran.
    SOURCE_CHANGED("source-changed", Fault.MEDIA, Retry.USELESS, Fact.FILE, Fact.DETAIL),
    /// No space left on the disk.
    DISK_FULL(
            "disk-full",
            Fault.RESOURCES,
            Retry.STORE,
            Fact.PATH,
            Fact.NEEDED,
            Fact.FREE,
            Fact.DETAIL),
    /// A file or folder cannot be written.
    NOT_WRITABLE("not-writable", Fault.RESOURCES, Retry.STORE, Fact.PATH, Fact.DETAIL),
    /// A worker exceeded its memory limit, or an allocation failed. `limit`, `actual` and `needed`
    /// in bytes.
    OUT_OF_MEMORY(
            "out-of-memory",
            Fault.RESOURCES,
            Retry.FRESH_WORKER,
            Fact.LIMIT,
            Fact.ACTUAL,
            Fact.NEEDED,
            Fact.DETAIL,
            Fact.PATH,
            Fact.PRESET),
    /// The limit of open files is reached.
    TOO_MANY_OPEN_FILES(
            "too-many-open-files",
            Fault.RESOURCES,
            Retry.USELESS,
            Fact.FILE,
            Fact.PATH,
            Fact.DETAIL),
    /// The output would exceed the size limit. Either `limit` and `actual` in bytes, or
    /// `maxSeconds` and `seconds` of the cut.
    OUTPUT_TOO_LARGE(
            "output-too-large",
            Fault.RESOURCES,
            Retry.USELESS,
            Fact.LIMIT,
            Fact.ACTUAL,
            Fact.MAX_SECONDS,
            Fact.SECONDS),
    /// A stored chunk or audio track is corrupt or missing.
    STORED_FILE_CORRUPT(
            "stored-file-corrupt", Fault.RESOURCES, Retry.STORE, Fact.FILE, Fact.DETAIL),
    /// A system library that the bundled natives need is not installed.
    LIBRARY_MISSING(
            "library-missing",
            Fault.RESOURCES,
            Retry.USELESS,
            Fact.LIBRARY,
            Fact.DETAIL,
            Fact.PACKAGE),
    /// A worker process died, several times if the work was retried.
    WORKER_DIED(
            "worker-died",
            Fault.INTERNAL,
            Retry.FRESH_WORKER,
            Fact.ATTEMPTS,
            Fact.CHUNK,
            Fact.LAYER,
            Fact.FILE,
            Fact.EXIT,
            Fact.DETAIL),
    /// A worker made no progress for longer than the limit. `reason` is `no-heartbeat`, `idle` or
    /// `busy`.
    WORKER_STALLED(
            "worker-stalled",
            Fault.INTERNAL,
            Retry.FRESH_WORKER,
            Fact.SECONDS,
            Fact.REASON,
            Fact.ATTEMPTS,
            Fact.CHUNK,
            Fact.LAYER,
            Fact.FILE),
    /// The encoder or muxer failed, or its output cannot be decoded.
    ENCODING_FAILED(
            "encoding-failed",
            Fault.INTERNAL,
            Retry.FRESH_WORKER,
            Fact.PATH,
            Fact.PRESET,
            Fact.DETAIL),
    /// The finished file failed verification.
    VERIFICATION_FAILED(
            "verification-failed",
            Fault.INTERNAL,
            Retry.USELESS,
            Fact.CHECK,
            Fact.EXPECTED,
            Fact.ACTUAL),
    /// A bug in this program.
    INTERNAL_ERROR("internal-error", Fault.INTERNAL, Retry.USELESS, Fact.DETAIL, Fact.TRACE),
    /// The export was cancelled.
    CANCELLED("cancelled", Fault.CANCELLED, Retry.USELESS);

    /// Who or what is at fault, which decides the exit code.
    public enum Fault {
        REQUEST,
        MEDIA,
        RESOURCES,
        INTERNAL,
        CANCELLED
    }

    /// What may be added to any failure: where it happened, and in which worker.
    public static final Set<Fact> COMMON =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Fact.FILE,
                            Fact.POINTER,
                            Fact.LAYER,
                            Fact.LAYER_ID,
                            Fact.CHUNK,
                            Fact.ATTEMPTS,
                            Fact.WORKER,
                            Fact.EXIT));

    private final String token;
    private final Fault fault;
    private final Retry retry;
    private final List<Fact> facts;

    FailureKind(String token, Fault fault, Retry retry, Fact... facts) {
        this.token = token;
        this.fault = fault;
        this.retry = retry;
        this.facts = List.of(facts);
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

    /// The facts that it may have, beside the [#COMMON] ones that its sentence does not name.
    public List<Fact> facts() {
        return facts;
    }

    boolean allows(Set<Fact> names) {
        return names.stream().allMatch(name -> facts.contains(name) || COMMON.contains(name));
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
