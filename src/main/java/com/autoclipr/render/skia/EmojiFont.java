package com.autoclipr.render.skia;

import io.github.humbleui.skija.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The bundled emoji font: Twemoji with colour layers (COLR version 0), as a WOFF2 file on the
/// class path, with its licence next to it.
public final class EmojiFont {
    static final String FAMILY = "Twemoji";

    /// Its package and the beginning of the file's SHA-256, which are part of the fingerprint.
    public static final String VERSION = "twemoji-colr-font 15.0.3 598b6867d47954ac";

    static final String FILE = "twemoji.woff2";

    private EmojiFont() {}

    /// Opens the font; owned by the caller.
    static Typeface open() {
        byte[] file;
        try (InputStream in = EmojiFont.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the emoji font is not on the class path");
            }
            file = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Typeface face = FaceFile.of(file);
        if (face == null) {
            throw new IllegalStateException("the emoji font cannot be read");
        }
        return FaceTables.withoutSelectors(face);
    }
}
