package com.autoclipr.render.skia;

import io.github.humbleui.skija.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The emoji font that comes with the program: Twemoji in layers of colour (COLR version 0), as one
/// WOFF2 file on the class path. Its licence lies beside it.
public final class EmojiFont {
    static final String FAMILY = "Twemoji";

    /// The package that it comes from, and the beginning of the file's SHA-256: part of what a
    /// picture is made of.
    public static final String VERSION = "twemoji-colr-font 15.0.3 598b6867d47954ac";

    static final String FILE = "twemoji.woff2";

    private EmojiFont() {}

    /// Opens it anew; owned by the caller.
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
