package com.autoclipr.render.skia;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import io.github.humbleui.skija.Typeface;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Looks at a font file before anything is written with it: whether it is a font, and whether it
/// asks for more than a font may. What FreeType and HarfBuzz bound by themselves (instructions of
/// hinting and of CFF outlines, nesting and length of substitutions, size of unpacked WOFF2) is
/// left to them.
public final class FontCheck {
    /// The largest fonts of systems, colour emoji and collections of Chinese, stay below.
    static final long MAX_FILE_BYTES = 256L << 20;

    /// Faces of a collection: the largest have some dozens.
    static final int MAX_FACES = 64;

    /// Outlines that a glyph is put together from, all levels taken together. Letters with accents
    /// have two or three.
    static final int MAX_GLYPH_PARTS = 10_000;

    private static final int COLLECTION_HEADER_BYTES = 12;
    private static final int COLLECTION_TAG = 0x74746366; // ttcf

    private FontCheck() {}

    /// The number of faces in `file`.
    ///
    /// @throws FailureException FONT_INVALID if it is no font, MEDIA_LIMIT with `detail`, `limit`
    ///   and `actual`; each with `file`
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
            throw Failure.of(FailureKind.FONT_INVALID, "file", file.toString()).asException();
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
                    Failure.of(
                            FailureKind.FILE_MISSING,
                            "file",
                            file.toString(),
                            "detail",
                            String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static void require(Path file, String what, long limit, long actual) {
        if (actual > limit) {
            throw Failure.of(
                            FailureKind.MEDIA_LIMIT,
                            "file",
                            file.toString(),
                            "detail",
                            what,
                            "limit",
                            Long.toString(limit),
                            "actual",
                            Long.toString(actual))
                    .asException();
        }
    }
}
