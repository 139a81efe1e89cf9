package com.autoclipr.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Names of the facts of a [Failure] or a [Decision], as stable tokens. Values are texts; those of
/// times are decimals. Each kind declares which facts it may have.
public enum Fact {
    /// What was found instead of `expected`, or what exceeds `limit`.
    ACTUAL("actual"),
    /// Where, in seconds of the source.
    AT("at"),
    /// How often the work was tried.
    ATTEMPTS("attempts"),
    /// Index and label of an audio track that is not silent.
    AUDIBLE_TRACK("audibleTrack"),
    /// Bits per component.
    BIT_DEPTH("bitDepth"),
    /// Number of audio channels.
    CHANNELS("channels"),
    /// The characters themselves.
    CHARACTERS("characters"),
    /// Name of the check of the finished file that failed.
    CHECK("check"),
    /// Index of the chunk.
    CHUNK("chunk"),
    /// Rotation that was applied.
    CLOCKWISE_DEGREES("clockwiseDegrees"),
    /// Code points such as `U+0007`, comma-separated.
    CODE_POINTS("codePoints"),
    /// FFmpeg's name of the codec.
    CODEC("codec"),
    /// FFmpeg's name of the container.
    CONTAINER("container"),
    /// How many.
    COUNT("count"),
    /// The crop as stored.
    CROP("crop"),
    /// Seconds that the headers give.
    DECLARED("declared"),
    /// Rotation as stored, clockwise.
    DEGREES("degrees"),
    /// A token, or a library's message in English.
    DETAIL("detail"),
    /// Seconds of the cut.
    DURATION("duration"),
    /// Name of the colour encoding.
    ENCODING("encoding"),
    /// Seconds at which it ends.
    END("end"),
    /// Exit code of a worker, or `signal` and its number.
    EXIT("exit"),
    /// What should have been found.
    EXPECTED("expected"),
    /// Font family as written in the project.
    FAMILY("family"),
    /// Path as written in the project, or of a file that the project does not name.
    FILE("file"),
    /// Font family that was used.
    FONT("font"),
    /// Frames per second of the output, as a whole number or a fraction.
    FPS("fps"),
    /// Bytes that are free.
    FREE("free"),
    /// What it was before.
    FROM("from"),
    /// Pixels.
    HEIGHT("height"),
    /// Seconds, negative if backwards.
    JUMP("jump"),
    /// Kinds of images, comma-separated.
    KINDS("kinds"),
    /// Seconds of the timeline at which the last layer ends.
    LAST_END("lastEnd"),
    /// JSON pointer of the layer.
    LAYER("layer"),
    /// Id of the layer.
    LAYER_ID("layerId"),
    /// Channel layout, or pixel format.
    LAYOUT("layout"),
    /// Pixels from the left edge.
    LEFT("left"),
    /// File name of a system library.
    LIBRARY("library"),
    /// The most that is allowed or recommended.
    LIMIT("limit"),
    /// Colour matrix.
    MATRIX("matrix"),
    /// Seconds of the longest possible cut.
    MAX_SECONDS("maxSeconds"),
    /// Bytes of memory for all workers.
    MEMORY("memory"),
    /// `true` or `false`.
    MIRRORED("mirrored"),
    /// How many further ones are not listed.
    MORE("more"),
    /// Bytes that are needed; or the type of stream: `video` or `audio`.
    NEEDED("needed"),
    /// Channels that are not in the mix, comma-separated.
    OMITTED("omitted"),
    /// The system's package that contains the library.
    PACKAGE("package"),
    /// Number of parts of an edit list.
    PARTS("parts"),
    /// How much faster audio is than its timestamps, in millionths.
    PARTS_PER_MILLION("partsPerMillion"),
    /// Absolute path of a file or folder.
    PATH("path"),
    /// JSON pointer of the value in the project.
    POINTER("pointer"),
    /// Bytes of the output, as predicted.
    PREDICTED("predicted"),
    /// Name of an encoder preset.
    PRESET("preset"),
    /// Name of the colour profile.
    PROFILE("profile"),
    /// Colour range: `full` or `limited`.
    RANGE("range"),
    /// Speed: 1 is normal, 0 a frozen picture.
    RATE("rate"),
    /// Why, as a token or a library's message in English.
    REASON("reason"),
    /// Largest reduction in decibels.
    REDUCTION_DB("reductionDb"),
    /// Number of workers requested.
    REQUESTED("requested"),
    /// Width to height of a pixel.
    SAMPLE_ASPECT_RATIO("sampleAspectRatio"),
    /// Number of components and name of their kind in a PAM file.
    SAMPLES("samples"),
    /// Names of scripts, comma-separated.
    SCRIPTS("scripts"),
    /// How long, in seconds.
    SECONDS("seconds"),
    /// Seconds of the timeline until which the picture is held.
    SHOWN_UNTIL("shownUntil"),
    /// Seconds at which the source ends.
    SOURCE_END("sourceEnd"),
    /// Frames per second of the source.
    SOURCE_FPS("sourceFps"),
    /// Index of the stream, or its type: `video` or `audio`.
    STREAM("stream"),
    /// Indices of streams, comma-separated.
    STREAMS("streams"),
    /// What it is now.
    TO("to"),
    /// Pixels from the top edge.
    TOP("top"),
    /// Stack trace of a defect, one frame per line.
    TRACE("trace"),
    /// Audio track, as the project selects it or with its index and label.
    TRACK("track"),
    /// Audio tracks that the file has.
    TRACKS("tracks"),
    /// What it was treated as.
    TREATED_AS("treatedAs"),
    /// Type of stream: `video` or `audio`.
    TYPE("type"),
    /// Pixels.
    WIDTH("width"),
    /// Number of the worker process.
    WORKER("worker"),
    /// Number of workers that run.
    WORKERS("workers");

    private final String token;

    Fact(String token) {
        this.token = token;
    }

    /// Stable text for reports, journals, logs and the worker protocol.
    public String token() {
        return token;
    }

    /// The fact with this token; empty if another version of this program wrote it.
    public static Optional<Fact> ofToken(String token) {
        for (Fact fact : values()) {
            if (fact.token.equals(token)) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    /// A copy in the same order, without the key null, which JSON's reader puts for unknown tokens.
    static SequencedMap<Fact, String> copy(SequencedMap<Fact, String> facts) {
        SequencedMap<Fact, String> copy = new LinkedHashMap<>(facts);
        copy.remove(null);
        return Collections.unmodifiableSequencedMap(copy);
    }

    /// A copy with one fact more, or another value of one.
    static SequencedMap<Fact, String> with(
            SequencedMap<Fact, String> facts, Fact fact, String value) {
        SequencedMap<Fact, String> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return more;
    }

    /// The token, which is also how keys of maps are written.
    @Override
    public String toString() {
        return token;
    }
}
