package com.autoclipr.media;

/// What can be decided on the way, as stable tokens.
public enum DecisionKind {
    /// Rotation or mirroring metadata was applied.
    ORIENTATION_APPLIED("orientation-applied"),
    /// Non-square pixels were stretched to square ones.
    PIXEL_ASPECT_APPLIED("pixel-aspect-applied"),
    /// The source's frame rate differs from the output's, or varies.
    FRAME_RATE_CONFORMED("frame-rate-conformed"),
    /// The output's frame rate was chosen, because the project names none.
    FRAME_RATE_CHOSEN("frame-rate-chosen"),
    /// Colour tags were missing and a rule decided.
    COLOUR_ASSUMED("colour-assumed"),
    /// The source's matrix, range or depth was converted to BT.709 limited.
    COLOUR_CONVERTED("colour-converted"),
    /// HDR was tone-mapped to SDR.
    TONE_MAPPED("tone-mapped"),
    /// Interlaced pictures were deinterlaced.
    DEINTERLACED("deinterlaced"),
    /// The source has several picture or sound streams and one was chosen.
    STREAM_CHOSEN("stream-chosen"),
    /// A stream could not be used and was left out.
    STREAM_IGNORED("stream-ignored"),
    /// Damaged pictures or sound were passed over.
    DAMAGE_PASSED_OVER("damage-passed-over"),
    /// The last picture stayed after the source's end.
    CLAMPED_PAST_END("clamped-past-end"),
    /// A font family was not found and another stood in.
    FONT_SUBSTITUTED("font-substituted"),
    /// A glyph was missing in the font and another font stood in.
    GLYPH_SUBSTITUTED("glyph-substituted"),
    /// No font at hand has a glyph; a box is drawn.
    GLYPH_MISSING("glyph-missing"),
    /// Sound was resampled to 48 kHz.
    SOUND_RESAMPLED("sound-resampled"),
    /// Sound with another number of channels was mixed to stereo.
    SOUND_MIXED_TO_STEREO("sound-mixed-to-stereo"),
    /// The mix was turned down so that it does not clip.
    MIX_LIMITED("mix-limited"),
    /// The output's aspect ratio differs from the overlay's; bars fill the rest.
    LETTERBOXED("letterboxed"),
    /// The cut ends after the last layer.
    CUT_PAST_END("cut-past-end"),
    /// The cut is longer than recommended.
    LONG_EXPORT("long-export");

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
