package com.autoclipr.render.skia;

import com.autoclipr.render.fonts.Woff2;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.FontMgr;
import io.github.humbleui.skija.Typeface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens the faces of a font file: directly with Skia or, if Skia refuses a WOFF2 file,
/// decompressed here. The caller owns each face.
final class FaceFile {
    /// Limit for compressed fonts, well above those that decompress to the permitted size.
    private static final long MAX_PACKED_BYTES = 32L << 20;

    private final Path path;
    private Optional<Woff2> unpacked = Optional.empty();

    FaceFile(Path path) {
        this.path = path;
    }

    /// The face with this index; empty after the last one, or if the file is not a font. Must be
    /// called with increasing indices from 0.
    @Nullable Typeface face(int index) {
        Typeface face = null;
        if (unpacked.isEmpty()) {
            face = FontMgr.getDefault().makeFromFile(path.toString(), index);
        }
        if (face == null && index == 0) {
            unpacked = unpack();
        }
        return face != null
                ? face
                : unpacked.flatMap(woff2 -> woff2.font(index)).map(FaceFile::of).orElse(null);
    }

    /// The first face of a font file in memory; empty if it is not a font.
    static @Nullable Typeface of(byte[] file) {
        try (Data data = Data.makeFromBytes(file)) {
            return FontMgr.getDefault().makeFromData(data);
        }
    }

    private Optional<Woff2> unpack() {
        try {
            return Files.size(path) <= MAX_PACKED_BYTES
                    ? Woff2.of(Files.readAllBytes(path))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
