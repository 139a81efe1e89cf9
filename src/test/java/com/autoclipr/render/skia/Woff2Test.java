package com.autoclipr.render.skia;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.render.fonts.Woff2;
import io.github.humbleui.skija.Font;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Our unpacking of WOFF2 against FreeType's.
class Woff2Test {
    private static final int EMPTY_PATH_BYTES = 16;

    @BeforeAll
    static void load() {
        SkiaRuntime.load();
    }

    @Test
    void lettersAreThoseThatFreeTypeUnpacks() {
        assertSameGlyphs(InterFont.file("latin", 400, false), 1000);
        assertSameGlyphs(InterFont.file("vietnamese", 700, true), 1000);
    }

    @Test
    void emojiAreThoseThatFreeTypeUnpacks() throws IOException {
        assertSameGlyphs(emoji(), 500);
    }

    private static byte[] emoji() throws IOException {
        try (InputStream in = EmojiFont.class.getResourceAsStream(EmojiFont.FILE)) {
            return in.readAllBytes();
        }
    }

    private static void assertSameGlyphs(byte[] file, int most) {
        byte[] unpacked = Woff2.of(file).orElseThrow().font(0).orElseThrow();
        assertTrue(Woff2.of(file).orElseThrow().font(1).isEmpty());
        try (Typeface theirs = Objects.requireNonNull(FaceFile.of(file));
                Typeface ours = Objects.requireNonNull(FaceFile.of(unpacked));
                Font theirFont = new Font(theirs, 1000);
                Font ourFont = new Font(ours, 1000)) {
            assertEquals(theirs.getGlyphsCount(), ours.getGlyphsCount());
            int step = Math.max(1, theirs.getGlyphsCount() / most);
            short[] glyphs = new short[theirs.getGlyphsCount() / step];
            for (int i = 0; i < glyphs.length; i++) {
                glyphs[i] = (short) (i * step);
            }
            assertEquals(
                    Arrays.toString(theirFont.getWidths(glyphs)),
                    Arrays.toString(ourFont.getWidths(glyphs)));
            Path[] theirPaths = theirFont.getPaths(glyphs);
            Path[] ourPaths = ourFont.getPaths(glyphs);
            int seen = 0;
            for (int i = 0; i < glyphs.length; i++) {
                assertArrayEquals(bytes(theirPaths[i]), bytes(ourPaths[i]), "glyph " + glyphs[i]);
                seen += bytes(ourPaths[i]).length > EMPTY_PATH_BYTES ? 1 : 0;
            }
            assertTrue(seen > glyphs.length / 3, "glyphs with an outline: " + seen);
        }
    }

    /// FreeType writes outlines more densely than some fonts have them, and then misses the rest of
    /// the table's original length.
    @Test
    void aLongerOriginalThanFreeTypeWritesIsRead() {
        byte[] file = withLongerOutlines(InterFont.file("greek", 400, false));
        assertNull(FaceFile.of(file), "FreeType reads it: this test proves nothing any more");
        byte[] unpacked = Woff2.of(file).orElseThrow().font(0).orElseThrow();
        try (Typeface face = Objects.requireNonNull(FaceFile.of(unpacked));
                Font font = new Font(face, 100)) {
            short[] omega = {face.getUTF32Glyph(0x03A9)};
            assertTrue(font.getBounds(omega)[0].getHeight() > 50);
        }
    }

    /// The same file, whose directory says that the table `glyf` was 1 KiB longer.
    private static byte[] withLongerOutlines(byte[] file) {
        byte[] changed = file.clone();
        int at = 48;
        while ((changed[at] & 63) != 10) {
            at += (changed[at] & 63) == 63 ? 5 : 1;
            at = afterNumber(changed, at);
        }
        int end = afterNumber(changed, at + 1);
        assertEquals(2, end - at - 1, "bytes of the length");
        changed[at + 1] = (byte) (changed[at + 1] + 8);
        return changed;
    }

    private static int afterNumber(byte[] bytes, int at) {
        int end = at;
        while (bytes[end] < 0) {
            end++;
        }
        return end + 1;
    }

    /// Skia gives no path for a glyph in colours.
    private static byte[] bytes(@Nullable Path path) {
        return path == null ? new byte[0] : path.serializeToBytes();
    }

    /// What is broken gives no font, or one that Skia looks at itself, and never an exception.
    @Test
    void brokenFilesAreRefused() {
        byte[] whole = InterFont.file("vietnamese", 400, false);
        for (int length = 0; length < whole.length; length += 97) {
            assertTrue(Woff2.of(Arrays.copyOf(whole, length)).isEmpty(), "cut to " + length);
        }
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(i % 2 == 0 ? 200 : changed.length)] = (byte) random.nextInt();
            Woff2.of(changed).ifPresent(woff2 -> woff2.font(0));
        }
    }

    @Test
    void theEmojiFontIsTheOneThatChunkKeysName() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(emoji());
        String hex = HexFormat.of().formatHex(digest, 0, 8);
        assertTrue(EmojiFont.VERSION.endsWith(hex), hex);
    }
}
