package com.autoclipr.failure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Kinds of [Decision], as stable tokens.
public enum DecisionKind {
    /// Rotation or mirroring metadata was applied.
    ORIENTATION_APPLIED("orientation-applied", Fact.FILE, Fact.CLOCKWISE_DEGREES, Fact.MIRRORED),
    /// Rotation metadata is not a multiple of 90°; the nearest one was applied, or none. `degrees`
    /// are stored, `clockwiseDegrees` applied.
    ORIENTATION_APPROXIMATED(
            "orientation-approximated", Fact.FILE, Fact.DEGREES, Fact.CLOCKWISE_DEGREES),
    /// Non-square pixels were scaled to square ones.
    PIXEL_ASPECT_APPLIED("pixel-aspect-applied", Fact.FILE, Fact.SAMPLE_ASPECT_RATIO),
    /// The pixel aspect ratio is implausible; square pixels were assumed.
    PIXEL_ASPECT_IGNORED("pixel-aspect-ignored", Fact.FILE, Fact.SAMPLE_ASPECT_RATIO),
    /// What may have been an alpha channel was ignored. `reason` is `undeclared` or
    /// `fully-transparent`.
    ALPHA_IGNORED("alpha-ignored", Fact.FILE, Fact.REASON),
    /// The crop in the container was applied. Facts are of the visible part, in stored pixels.
    CROP_APPLIED("crop-applied", Fact.FILE, Fact.WIDTH, Fact.HEIGHT, Fact.LEFT, Fact.TOP),
    /// The crop in the container is not valid and was ignored.
    CROP_IGNORED("crop-ignored", Fact.FILE, Fact.CROP),
    /// An image file contains more than the image that is shown.
    EXTRA_IMAGES_IGNORED("extra-images-ignored", Fact.FILE, Fact.COUNT, Fact.KINDS),
    /// The source's frame rate differs from the output's, or varies. `sourceFps` may be `variable`.
    FRAME_RATE_CONFORMED("frame-rate-conformed", Fact.FILE, Fact.SOURCE_FPS, Fact.FPS),
    /// The project sets no frame rate; one was selected.
    FRAME_RATE_SELECTED("frame-rate-selected", Fact.FPS),
    /// Colour tags are missing and were assumed.
    COLOUR_ASSUMED("colour-assumed", Fact.FILE, Fact.MATRIX),
    /// The source's matrix, range or bit depth was converted to 8-bit limited BT.709.
    COLOUR_CONVERTED("colour-converted", Fact.FILE, Fact.MATRIX, Fact.RANGE, Fact.BIT_DEPTH),
    /// Pictures change the meaning of their samples on the way; each was converted by its own.
    COLOUR_CHANGED("colour-changed", Fact.FILE, Fact.FROM, Fact.TO),
    /// HDR was tone-mapped to SDR.
    TONE_MAPPED("tone-mapped", Fact.FILE, Fact.FROM),
    /// A colour profile (ICC, chromaticities, a transfer curve) was applied.
    COLOUR_PROFILE_APPLIED("colour-profile-applied", Fact.FILE, Fact.PROFILE),
    /// A colour profile could not be applied.
    COLOUR_PROFILE_IGNORED("colour-profile-ignored", Fact.FILE, Fact.PROFILE, Fact.REASON),
    /// The colour encoding is not supported; the samples were treated as another one.
    COLOUR_ENCODING_UNSUPPORTED(
            "colour-encoding-unsupported", Fact.FILE, Fact.ENCODING, Fact.TREATED_AS),
    /// Interlaced video was deinterlaced.
    DEINTERLACED("deinterlaced", Fact.FILE),
    /// The source has several video or audio streams and one was selected. `track` is only of
    /// audio.
    STREAM_SELECTED("stream-selected", Fact.FILE, Fact.TYPE, Fact.STREAM, Fact.COUNT, Fact.TRACK),
    /// A stream cannot be used and was ignored.
    STREAM_IGNORED("stream-ignored", Fact.FILE, Fact.STREAM, Fact.CODEC),
    /// Video or audio continues in another stream of the file, or with another codec. `from` and
    /// `to` are index and codec of the stream; `more` counts further places that are not listed.
    STREAM_CONTINUED(
            "stream-continued", Fact.FILE, Fact.STREAM, Fact.AT, Fact.FROM, Fact.TO, Fact.MORE),
    /// The container's timestamps restart, go backwards or jump; what follows was joined to what
    /// came before. `more` counts further discontinuities that are not listed.
    TIMESTAMP_DISCONTINUITY("timestamp-discontinuity", Fact.FILE, Fact.AT, Fact.JUMP, Fact.MORE),
    /// Packet timestamps contradict their neighbours, or the samples before them, and were
    /// corrected. `at` is the first one.
    TIMESTAMPS_CORRECTED("timestamps-corrected", Fact.FILE, Fact.STREAM, Fact.AT, Fact.COUNT),
    /// A stream has a gap. The picture before it was held (at the start: the first one was shown
    /// early); audio was silent. `more` counts further gaps that are not listed.
    GAP_FILLED("gap-filled", Fact.FILE, Fact.STREAM, Fact.AT, Fact.SECONDS, Fact.MORE),
    /// Frames were dropped because their timestamps do not increase. `count` is that in the second
    /// `at`.
    FRAMES_DROPPED("frames-dropped", Fact.FILE, Fact.AT, Fact.COUNT),
    /// Audio overlaps what came before; the overlap was cut. `more` counts further overlaps that
    /// are not listed.
    AUDIO_OVERLAPPED("audio-overlapped", Fact.FILE, Fact.AT, Fact.SECONDS, Fact.MORE),
    /// Audio drifts against its timestamps and was resampled to compensate.
    AUDIO_DRIFT_COMPENSATED("audio-drift-compensated", Fact.FILE, Fact.PARTS_PER_MILLION),
    /// The file has no presentation timestamps; they were generated. `from` is `dts` or
    /// `frame-rate`.
    TIMESTAMPS_GENERATED("timestamps-generated", Fact.FILE, Fact.FROM),
    /// The header's duration is shorter than the content, whose duration was used. `at` is where
    /// the content ends.
    DURATION_CORRECTED("duration-corrected", Fact.FILE, Fact.AT, Fact.DECLARED),
    /// An edit list was applied.
    EDIT_LIST_APPLIED("edit-list-applied", Fact.FILE, Fact.PARTS),
    /// The file has neither timestamps nor a frame rate; one was assumed.
    FRAME_RATE_ASSUMED("frame-rate-assumed", Fact.FILE, Fact.FPS),
    /// The file ends earlier than its headers say.
    SOURCE_TRUNCATED("source-truncated", Fact.FILE, Fact.END, Fact.DECLARED),
    /// The resolution or pixel aspect ratio changes within the stream; each part was fitted
    /// separately. `from` and `to` are width×height in square pixels.
    RESOLUTION_CHANGED("resolution-changed", Fact.FILE, Fact.FROM, Fact.TO),
    /// An edit list freezes a picture or changes the speed; that part is silent.
    EDIT_RATE_APPLIED("edit-rate-applied", Fact.FILE, Fact.AT, Fact.RATE),
    /// Data that cannot be decoded was skipped. `at` only where it is known.
    CORRUPT_DATA_SKIPPED("corrupt-data-skipped", Fact.FILE, Fact.STREAM, Fact.AT),
    /// The last picture was held after the end of the source.
    LAST_FRAME_HELD("last-frame-held", Fact.FILE, Fact.SOURCE_END, Fact.SHOWN_UNTIL),
    /// A font family was not found and another font was used.
    FONT_SUBSTITUTED("font-substituted", Fact.FAMILY, Fact.FONT),
    /// The font lacks a glyph, which another font drew.
    GLYPH_SUBSTITUTED("glyph-substituted", Fact.CHARACTERS, Fact.FONT),
    /// No available font has a glyph; a box is drawn.
    GLYPH_MISSING("glyph-missing", Fact.CHARACTERS),
    /// No available font has an emoji sequence as one glyph; its parts are drawn side by side.
    EMOJI_SPLIT("emoji-split", Fact.CHARACTERS),
    /// Characters that cannot be drawn, such as controls, were removed from a text.
    CHARACTERS_REMOVED("characters-removed", Fact.LAYER, Fact.COUNT, Fact.CODE_POINTS),
    /// Letter spacing was not applied to cursive scripts.
    LETTER_SPACING_IGNORED("letter-spacing-ignored", Fact.LAYER, Fact.SCRIPTS),
    /// Audio was resampled to 48 kHz.
    AUDIO_RESAMPLED("audio-resampled", Fact.FILE, Fact.FROM, Fact.TO),
    /// Audio with another number of channels was mixed to stereo.
    AUDIO_MIXED_TO_STEREO(
            "audio-mixed-to-stereo", Fact.FILE, Fact.CHANNELS, Fact.LAYOUT, Fact.OMITTED),
    /// The source has no channel layout and one was assumed. `treatedAs` is `default-layout`,
    /// `left-right-centre` or `centre`.
    CHANNEL_LAYOUT_ASSUMED(
            "channel-layout-assumed", Fact.FILE, Fact.CHANNELS, Fact.LAYOUT, Fact.TREATED_AS),
    /// Several streams are the channels of one programme and were merged.
    AUDIO_STREAMS_MERGED("audio-streams-merged", Fact.FILE, Fact.STREAMS, Fact.LAYOUT),
    /// Streams that refine layered audio to more channels were ignored; the base layer holds the
    /// whole mix.
    AUDIO_LAYERS_IGNORED("audio-layers-ignored", Fact.FILE, Fact.STREAMS),
    /// The audio track that was used is silent, another one is not.
    AUDIO_TRACK_SILENT("audio-track-silent", Fact.FILE, Fact.TRACK, Fact.AUDIBLE_TRACK),
    /// A limiter turned the mix down so that it does not clip.
    MIX_LIMITED("mix-limited", Fact.REDUCTION_DB, Fact.SECONDS),
    /// The output's aspect ratio differs from the overlay's; bars fill the rest. `width` and
    /// `height` are of the visible part.
    LETTERBOXED("letterboxed", Fact.WIDTH, Fact.HEIGHT),
    /// The cut ends after the last layer.
    CUT_PAST_END("cut-past-end", Fact.END, Fact.LAST_END),
    /// The cut is longer than recommended. `limit` in seconds.
    LONG_EXPORT("long-export", Fact.DURATION, Fact.LIMIT),
    /// The output may exceed the file size limit. `limit` in bytes.
    OUTPUT_NEAR_LIMIT("output-near-limit", Fact.PREDICTED, Fact.LIMIT),
    /// The disk may run out of space.
    DISK_SPACE_LOW("disk-space-low", Fact.PATH, Fact.NEEDED, Fact.FREE),
    /// Fewer workers run than requested, so that each has enough memory.
    WORKERS_LIMITED("workers-limited", Fact.REQUESTED, Fact.WORKERS, Fact.MEMORY);

    /// What may be added to any decision: what it is about.
    public static final Set<Fact> COMMON =
            Collections.unmodifiableSet(EnumSet.of(Fact.FILE, Fact.LAYER, Fact.LAYER_ID));

    private final String token;
    private final List<Fact> facts;

    DecisionKind(String token, Fact... facts) {
        this.token = token;
        this.facts = List.of(facts);
    }

    public String token() {
        return token;
    }

    /// The facts that it may have, beside the [#COMMON] ones that its sentence does not name.
    public List<Fact> facts() {
        return facts;
    }

    boolean allows(Set<Fact> names) {
        return names.stream().allMatch(name -> facts.contains(name) || COMMON.contains(name));
    }

    /// @throws IllegalArgumentException if no kind has this token
    public static DecisionKind ofToken(String token) {
        for (DecisionKind kind : values()) {
            if (kind.token.equals(token)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no decision kind has the token " + token);
    }
}
