package com.autoclipr.failure;

/// What can be decided on the way, as stable tokens.
public enum DecisionKind {
    /// Rotation or mirroring metadata was applied. Facts: `file`, `clockwiseDegrees`, `mirrored`.
    ORIENTATION_APPLIED("orientation-applied"),
    /// Rotation metadata asks for what is no quarter turn; the nearest one was applied, or none.
    /// Facts: `file`, `degrees` (what it asks for, clockwise), `clockwiseDegrees` (what was done).
    ORIENTATION_INEXACT("orientation-inexact"),
    /// Non-square pixels were stretched to square ones. Facts: `file`, `sampleAspectRatio`.
    PIXEL_ASPECT_APPLIED("pixel-aspect-applied"),
    /// The file says that pixels have a shape that none can have; they were taken for square.
    /// Facts: `file`, `sampleAspectRatio`.
    PIXEL_ASPECT_IGNORED("pixel-aspect-ignored"),
    /// What may have been transparency was not taken for it. Facts: `file`, `reason`
    /// (`not-declared` or `nothing-visible`).
    TRANSPARENCY_IGNORED("transparency-ignored"),
    /// What the container says is not to be seen was cut away. Facts: `file`, `width`, `height`,
    /// `left`, `top` of what is seen, in stored pixels.
    CROPPED("cropped"),
    /// What the container says of cropping makes no sense and was ignored. Facts: `file`, `crop`.
    CROP_IGNORED("crop-ignored"),
    /// A picture file holds more than the picture that is shown. Facts: `file`, `count`, `kinds`.
    FURTHER_PICTURES_UNUSED("further-pictures-unused"),
    /// The source's frame rate differs from the output's, or varies. Facts: `layer`, `file`,
    /// `sourceFps` (or `variable`), `fps`.
    FRAME_RATE_CONFORMED("frame-rate-conformed"),
    /// The output's frame rate was chosen, because the project names none. Facts: `fps`.
    FRAME_RATE_CHOSEN("frame-rate-chosen"),
    /// Colour tags were missing and a rule decided. Facts: `file`, `matrix`.
    COLOUR_ASSUMED("colour-assumed"),
    /// The source's matrix, range or depth was converted to BT.709 limited. Facts: `layer`, `file`,
    /// `matrix`, `range`, `bitDepth`.
    COLOUR_CONVERTED("colour-converted"),
    /// Pictures change the meaning of their samples on the way; each was converted by its own.
    /// Facts: `file`, `from` and `to`.
    COLOUR_CHANGED("colour-changed"),
    /// HDR was tone-mapped to SDR. Facts: `file`, `from`.
    TONE_MAPPED("tone-mapped"),
    /// The source's own colours (an ICC profile, chromaticities, a light curve) were converted.
    /// Facts: `file`, `profile`.
    COLOUR_PROFILE_APPLIED("colour-profile-applied"),
    /// A colour profile was there and was not applied. Facts: `file`, `profile`, `reason`.
    COLOUR_PROFILE_IGNORED("colour-profile-ignored"),
    /// What samples mean is not supported, and they were taken for something else. Facts: `file`,
    /// `coding`, `taken`.
    COLOUR_UNSUPPORTED("colour-unsupported"),
    /// Interlaced pictures were deinterlaced, all of them or those that came on the way. Facts:
    /// `file`.
    DEINTERLACED("deinterlaced"),
    /// The source has several picture or sound streams and one was chosen. Facts: `layer`, `file`,
    /// `type`, `stream`, `count`, `track` (of sound).
    STREAM_CHOSEN("stream-chosen"),
    /// A stream could not be used and was left out. Facts: `file`, `stream`, `codec`.
    STREAM_IGNORED("stream-ignored"),
    /// The pictures or the sound go on as another stream of the file, or in another codec. Facts:
    /// `file`, `stream` (`pictures` or `sound`), `at` (seconds of the source), `from` and `to`
    /// (number and codec of the stream), `more` (further places that are not listed).
    STREAM_CONTINUED("stream-continued"),
    /// The container's timestamps start again, go back or leap; what follows was joined to what was
    /// before. Facts: `file`, `at` (seconds of the source), `jump` (seconds, negative if back),
    /// `more` (further joints that are not listed).
    TIMESTAMPS_JOINED("timestamps-joined"),
    /// Timestamps of packets contradict those around them, or the samples before them; the packets
    /// were put where they were due. Facts: `file`, `stream` (`pictures` or `sound`), `at` (the
    /// first), `count`.
    TIMESTAMPS_CORRECTED("timestamps-corrected"),
    /// Nothing is there for a while; the last picture stayed (at the start: the first one was
    /// shown), or it was silent. Facts: `file`, `stream` (`pictures` or `sound`), `at` and
    /// `seconds`, `more` (further gaps that are not listed).
    GAP_FILLED("gap-filled"),
    /// Pictures were left out because their times are not later than those before. Facts: `file`,
    /// `at` (second of the source), `count` in that second.
    PICTURES_DROPPED("pictures-dropped"),
    /// Sound was left out because it overlaps what was before. Facts: `file`, `at`, `seconds`,
    /// `more` (further overlaps that are not listed).
    SOUND_OVERLAPPED("sound-overlapped"),
    /// Timestamps of sound drift against its samples; it was stretched to follow them. Facts:
    /// `file`, `partsPerMillion`.
    SOUND_DRIFT_FOLLOWED("sound-drift-followed"),
    /// The file stores no presentation times; they were made from the order of pictures. Facts:
    /// `file`, `from` (`decoding-times` or `frame-rate`).
    TIMESTAMPS_MADE("timestamps-made"),
    /// The header's duration is shorter than what is there, which was taken. Facts: `file`, `at`
    /// (where it ends) and `declared`, in seconds.
    DURATION_CORRECTED("duration-corrected"),
    /// An edit list arranges the parts of the file. Facts: `file`, `parts`.
    EDIT_LIST_APPLIED("edit-list-applied"),
    /// The file has no timestamps and states no frame rate; one was assumed. Facts: `file`, `fps`.
    CLOCK_ASSUMED("clock-assumed"),
    /// The file ends before its headers say. Facts: `file`, `end` and `declared` in seconds.
    SOURCE_CUT_OFF("source-cut-off"),
    /// Pictures change their size or shape on the way; each was fitted by its own. Facts: `file`,
    /// `from` and `to` (width×height of square pixels).
    PICTURE_SIZE_CHANGED("picture-size-changed"),
    /// Parts of an edit list play at another speed, or are held; their sound is silent. Facts:
    /// `file`, `at`, `rate`.
    EDIT_RATE_APPLIED("edit-rate-applied"),
    /// Damaged pictures or sound were passed over. Facts: `file`, `stream`, `at` (seconds of the
    /// source, where it is known).
    DAMAGE_PASSED_OVER("damage-passed-over"),
    /// The last picture stayed after the source's end. Facts: `layer`, `file`, `sourceEnd`,
    /// `shownUntil`.
    CLAMPED_PAST_END("clamped-past-end"),
    /// A font family was not found and another stood in. Facts: `layer`, `family`, `font`.
    FONT_SUBSTITUTED("font-substituted"),
    /// A glyph was missing in the font and another font stood in. Facts: `layer`, `characters`,
    /// `font`.
    GLYPH_SUBSTITUTED("glyph-substituted"),
    /// No font at hand has a glyph; a box is drawn. Facts: `layer`, `characters`.
    GLYPH_MISSING("glyph-missing"),
    /// No font at hand has an emoji sequence as one picture; its parts are drawn side by side.
    /// Facts: `layer`, `characters`.
    EMOJI_SPLIT("emoji-split"),
    /// Characters without a picture, such as controls, were left out of a text. Facts: `layer`,
    /// `count`, `codePoints`.
    CHARACTERS_REMOVED("characters-removed"),
    /// Letters of joined scripts got none of the letter spacing. Facts: `layer`, `scripts`.
    LETTER_SPACING_OMITTED("letter-spacing-omitted"),
    /// Sound was resampled to 48 kHz. Facts: `file`, `from`, `to`.
    SOUND_RESAMPLED("sound-resampled"),
    /// Sound with another number of channels was mixed to stereo. Facts: `file`, `channels`,
    /// `layout`, `leftOut` (channels that are not heard).
    SOUND_MIXED_TO_STEREO("sound-mixed-to-stereo"),
    /// The source does not say where channels stand and a rule decided. Facts: `file`, `channels`,
    /// `layout`, `as` (`usual-order`, `left-right-both` or `both-sides`).
    CHANNEL_PLACES_ASSUMED("channel-places-assumed"),
    /// Several streams are the channels of one sound and are heard together. Facts: `file`,
    /// `streams`, `layout`.
    SOUND_PARTS_JOINED("sound-parts-joined"),
    /// Streams that give a sound more channels were left out; what they hold is heard, mixed down
    /// by its maker. Facts: `file`, `streams`.
    SOUND_LAYERS_LEFT_OUT("sound-layers-left-out"),
    /// The sound track that was heard is silent, another one is not. Facts: `layer`, `file`,
    /// `track`, `other`.
    AUDIO_TRACK_SILENT("audio-track-silent"),
    /// The mix was turned down so that it does not clip. Facts: `reductionDb`, `seconds`.
    MIX_LIMITED("mix-limited"),
    /// The output's aspect ratio differs from the overlay's; bars fill the rest. Facts: `width`,
    /// `height` of what is seen.
    LETTERBOXED("letterboxed"),
    /// The cut ends after the last layer. Facts: `end`, `lastEnd`.
    CUT_PAST_END("cut-past-end"),
    /// The cut is longer than recommended. Facts: `duration`, `limit` in seconds.
    LONG_EXPORT("long-export"),
    /// The output may pass the size limit of one file. Facts: `predicted` and `limit` in bytes.
    OUTPUT_NEAR_LIMIT("output-near-limit"),
    /// The disk may be too small for what is to come. Facts: `path`, `needed` and `free` in bytes.
    SPACE_LOW("space-low"),
    /// Fewer workers run than were asked for, so that each has enough memory. Facts: `asked`,
    /// `workers`, `memory` in bytes.
    WORKERS_LIMITED("workers-limited");

    private final String token;

    DecisionKind(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }

    public static DecisionKind ofToken(String token) {
        for (DecisionKind kind : values()) {
            if (kind.token.equals(token)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no decision kind has the token " + token);
    }
}
