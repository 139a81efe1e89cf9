package com.autoclipr.failure;

/// Kinds of [Decision], as stable tokens.
public enum DecisionKind {
    /// Rotation or mirroring metadata was applied. Facts: `file`, `clockwiseDegrees`, `mirrored`.
    ORIENTATION_APPLIED("orientation-applied"),
    /// Rotation metadata is not a multiple of 90°; the nearest one was applied, or none. Facts:
    /// `file`, `degrees` (as stored, clockwise), `clockwiseDegrees` (as applied).
    ORIENTATION_APPROXIMATED("orientation-approximated"),
    /// Non-square pixels were scaled to square ones. Facts: `file`, `sampleAspectRatio`.
    PIXEL_ASPECT_APPLIED("pixel-aspect-applied"),
    /// The pixel aspect ratio is implausible; square pixels were assumed. Facts: `file`,
    /// `sampleAspectRatio`.
    PIXEL_ASPECT_IGNORED("pixel-aspect-ignored"),
    /// What may have been an alpha channel was ignored. Facts: `file`, `reason` (`undeclared` or
    /// `fully-transparent`).
    ALPHA_IGNORED("alpha-ignored"),
    /// The crop in the container was applied. Facts: `file`, `width`, `height`, `left`, `top` of
    /// the visible part, in stored pixels.
    CROP_APPLIED("crop-applied"),
    /// The crop in the container is not valid and was ignored. Facts: `file`, `crop`.
    CROP_IGNORED("crop-ignored"),
    /// An image file contains more than the image that is shown. Facts: `file`, `count`, `kinds`.
    EXTRA_IMAGES_IGNORED("extra-images-ignored"),
    /// The source's frame rate differs from the output's, or varies. Facts: `layer`, `file`,
    /// `sourceFps` (or `variable`), `fps`.
    FRAME_RATE_CONFORMED("frame-rate-conformed"),
    /// The project sets no frame rate; one was selected. Facts: `fps`.
    FRAME_RATE_SELECTED("frame-rate-selected"),
    /// Colour tags are missing and were assumed. Facts: `file`, `matrix`.
    COLOUR_ASSUMED("colour-assumed"),
    /// The source's matrix, range or bit depth was converted to 8-bit limited BT.709. Facts:
    /// `layer`, `file`, `matrix`, `range`, `bitDepth`.
    COLOUR_CONVERTED("colour-converted"),
    /// HDR was tone-mapped to SDR. Facts: `file`, `from`.
    TONE_MAPPED("tone-mapped"),
    /// A colour profile (ICC, chromaticities, a transfer curve) was applied. Facts: `file`,
    /// `profile`.
    COLOUR_PROFILE_APPLIED("colour-profile-applied"),
    /// A colour profile could not be applied. Facts: `file`, `profile`, `reason`.
    COLOUR_PROFILE_IGNORED("colour-profile-ignored"),
    /// The colour encoding is not supported; the samples were treated as another one. Facts:
    /// `file`, `encoding`, `treatedAs`.
    COLOUR_ENCODING_UNSUPPORTED("colour-encoding-unsupported"),
    /// Interlaced video was deinterlaced. Facts: `file`.
    DEINTERLACED("deinterlaced"),
    /// The source has several video or audio streams and one was selected. Facts: `layer`, `file`,
    /// `type`, `stream`, `count`, `track` (of audio).
    STREAM_SELECTED("stream-selected"),
    /// A stream cannot be used and was ignored. Facts: `file`, `stream`, `codec`.
    STREAM_IGNORED("stream-ignored"),
    /// The container's timestamps restart, go backwards or jump; what follows was joined to what
    /// came before. Facts: `file`, `at` (seconds of the source), `jump` (seconds, negative if
    /// backwards), `more` (further discontinuities that are not listed).
    TIMESTAMP_DISCONTINUITY("timestamp-discontinuity"),
    /// Packet timestamps contradict their neighbours, or the samples before them, and were
    /// corrected. Facts: `file`, `stream` (`video` or `audio`), `at` (the first), `count`.
    TIMESTAMPS_CORRECTED("timestamps-corrected"),
    /// A stream has a gap. The picture before it was held (at the start: the first one was shown
    /// early); audio was silent. Facts: `file`, `stream` (`video` or `audio`), `at` and `seconds`,
    /// `more` (further gaps that are not listed).
    GAP_FILLED("gap-filled"),
    /// Frames were dropped because their timestamps do not increase. Facts: `file`, `at` (second of
    /// the source), `count` in that second.
    FRAMES_DROPPED("frames-dropped"),
    /// Audio overlaps what came before; the overlap was cut. Facts: `file`, `at`, `seconds`, `more`
    /// (further overlaps that are not listed).
    AUDIO_OVERLAPPED("audio-overlapped"),
    /// Audio drifts against its timestamps and was resampled to compensate. Facts: `file`,
    /// `partsPerMillion`.
    AUDIO_DRIFT_COMPENSATED("audio-drift-compensated"),
    /// The file has no presentation timestamps; they were generated. Facts: `file`, `from` (`dts`
    /// or `frame-rate`).
    TIMESTAMPS_GENERATED("timestamps-generated"),
    /// The header's duration is shorter than the content, whose duration was used. Facts: `file`,
    /// `at` (where the content ends) and `declared`, in seconds.
    DURATION_CORRECTED("duration-corrected"),
    /// An edit list was applied. Facts: `file`, `parts`.
    EDIT_LIST_APPLIED("edit-list-applied"),
    /// The file has neither timestamps nor a frame rate; one was assumed. Facts: `file`, `fps`.
    FRAME_RATE_ASSUMED("frame-rate-assumed"),
    /// The file ends earlier than its headers say. Facts: `file`, `end` and `declared` in seconds.
    SOURCE_TRUNCATED("source-truncated"),
    /// The resolution or pixel aspect ratio changes within the stream; each part was fitted
    /// separately. Facts: `file`, `from` and `to` (width×height in square pixels).
    RESOLUTION_CHANGED("resolution-changed"),
    /// An edit list freezes a picture or changes the speed; that part is silent. Facts: `file`,
    /// `at`, `rate`.
    EDIT_RATE_APPLIED("edit-rate-applied"),
    /// Data that cannot be decoded was skipped. Facts: `file`, `stream`.
    CORRUPT_DATA_SKIPPED("corrupt-data-skipped"),
    /// The last picture was held after the end of the source. Facts: `layer`, `file`, `sourceEnd`,
    /// `shownUntil`.
    LAST_FRAME_HELD("last-frame-held"),
    /// A font family was not found and another font was used. Facts: `layer`, `family`, `font`.
    FONT_SUBSTITUTED("font-substituted"),
    /// The font lacks a glyph, which another font drew. Facts: `layer`, `characters`, `font`.
    GLYPH_SUBSTITUTED("glyph-substituted"),
    /// No available font has a glyph; a box is drawn. Facts: `layer`, `characters`.
    GLYPH_MISSING("glyph-missing"),
    /// No available font has an emoji sequence as one glyph; its parts are drawn side by side.
    /// Facts: `layer`, `characters`.
    EMOJI_SPLIT("emoji-split"),
    /// Characters that cannot be drawn, such as controls, were removed from a text. Facts: `layer`,
    /// `count`, `codePoints`.
    CHARACTERS_REMOVED("characters-removed"),
    /// Letter spacing was not applied to cursive scripts. Facts: `layer`, `scripts`.
    LETTER_SPACING_IGNORED("letter-spacing-ignored"),
    /// Audio was resampled to 48 kHz. Facts: `file`, `from`, `to`.
    AUDIO_RESAMPLED("audio-resampled"),
    /// Audio with another number of channels was mixed to stereo. Facts: `file`, `channels`,
    /// `layout`, `omitted` (channels that are not in the mix).
    AUDIO_MIXED_TO_STEREO("audio-mixed-to-stereo"),
    /// The source has no channel layout and one was assumed. Facts: `file`, `channels`, `layout`,
    /// `treatedAs` (`default-layout`, `left-right-centre` or `centre`).
    CHANNEL_LAYOUT_ASSUMED("channel-layout-assumed"),
    /// Several streams are the channels of one programme and were merged. Facts: `file`, `streams`,
    /// `layout`.
    AUDIO_STREAMS_MERGED("audio-streams-merged"),
    /// Streams that refine layered audio to more channels were ignored; the base layer holds the
    /// whole mix. Facts: `file`, `streams`.
    AUDIO_LAYERS_IGNORED("audio-layers-ignored"),
    /// The audio track that was used is silent, another one is not. Facts: `layer`, `file`,
    /// `track`, `audibleTrack`.
    AUDIO_TRACK_SILENT("audio-track-silent"),
    /// A limiter turned the mix down so that it does not clip. Facts: `reductionDb`, `seconds`.
    MIX_LIMITED("mix-limited"),
    /// The output's aspect ratio differs from the overlay's; bars fill the rest. Facts: `width`,
    /// `height` of the visible part.
    LETTERBOXED("letterboxed"),
    /// The cut ends after the last layer. Facts: `end`, `lastEnd`.
    CUT_PAST_END("cut-past-end"),
    /// The cut is longer than recommended. Facts: `duration`, `limit` in seconds.
    LONG_EXPORT("long-export"),
    /// The output may exceed the file size limit. Facts: `predicted` and `limit` in bytes.
    OUTPUT_NEAR_LIMIT("output-near-limit"),
    /// The disk may run out of space. Facts: `path`, `needed` and `free` in bytes.
    DISK_SPACE_LOW("disk-space-low"),
    /// Fewer workers run than requested, so that each has enough memory. Facts: `requested`,
    /// `workers`, `memory` in bytes.
    WORKERS_LIMITED("workers-limited");

    private final String token;

    DecisionKind(String token) {
        this.token = token;
    }

    public String token() {
        return token;
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
