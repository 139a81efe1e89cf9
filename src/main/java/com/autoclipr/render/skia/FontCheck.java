package com.autoclipr.render.skia;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import io.github.humbleui.skija.Typeface;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Checks a font file before use: whether it is a font, and whether it exceeds a limit. What
/// FreeType and HarfBuzz limit themselves (hinting and CFF instructions, nesting and length of
/// substitutions, size of decompressed WOFF2) is left to them.
public final class FontCheck {
    /// The largest system fonts, colour emoji and CJK collections, are smaller.
    static final long MAX_FILE_BYTES = 256L << 20;

    /// Faces of a collection: the largest have some dozens.
    static final int MAX_FACES = 64;

    /// Components of a glyph on all levels. Accented letters have two or three.
    static final int MAX_GLYPH_PARTS = 10_000;

    private static final int COLLECTION_HEADER_BYTES = 12;
    private static final int COLLECTION_TAG = 0x74746366; // ttcf

    private FontCheck() {}

    /// The number of faces in `file`.
    ///
    /// @throws FailureException FONT_INVALID if it is not a font, MEDIA_LIMIT with `detail`,
    ///   `limit` and `actual`; each with `file`
    public static int faces(Path file) {
        SkiaRuntime.load();
        requireSize(file);
        FaceFile faces = new FaceFile(file);
        int index = 0;
        while (true) {
            try (Typeface face = faces.face(index)) {
                if (face == null) {
                    break;
                }
                int parts = GlyphParts.most(face, MAX_GLYPH_PARTS);
                require(file, "font-glyph-parts", MAX_GLYPH_PARTS, parts);
            }
            index++;
            require(file, "font-faces", MAX_FACES, index);
        }
        if (index == 0) {
            throw Failure.of(FailureKind.FONT_INVALID)
                    .with(Fact.FILE, file.toString())
                    .asException();
        }
        return index;
    }

    private static void requireSize(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            require(file, "font-bytes", MAX_FILE_BYTES, channel.size());
            ByteBuffer head = ByteBuffer.allocate(COLLECTION_HEADER_BYTES);
            boolean whole = channel.read(head, 0) == COLLECTION_HEADER_BYTES;
            if (whole && head.getInt(0) == COLLECTION_TAG) {
                long faces = Integer.toUnsignedLong(head.getInt(8));
                require(file, "font-faces", MAX_FACES, faces);
            }
        } catch (IOException e) {
            throw new FailureException(
                    Failure.of(FailureKind.FILE_MISSING)
                            .with(Fact.FILE, file.toString())
                            .with(Fact.DETAIL, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static void require(Path file, String what, long limit, long actual) {
        if (actual > limit) {
            throw Failure.of(FailureKind.MEDIA_LIMIT)
                    .with(Fact.FILE, file.toString())
                    .with(Fact.DETAIL, what)
                    .with(Fact.LIMIT, Long.toString(limit))
                    .with(Fact.ACTUAL, Long.toString(actual))
                    .asException();
        }
    }
}
