package com.autoclipr.render.fonts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectorLigaturesTest {
    private static final int SELECTOR = 9;

    /// Header, one lookup with one subtable, one set of two ligatures: 1 + 9 + 5 → 20, 1 + 9 → 21.
    private static byte[] table() {
        short[] words = {
            1, 0, 0, 0, 10, // version, scripts, features, lookups at 10
            1, 4, // one lookup, at 14
            4, 0, 1, 8, // ligatures, no flags, one subtable, at 22
            1, 8, 1, 14, // format, coverage, one set, at 36
            1, 1, 1, // coverage: glyph 1
            2, 6, 14, // two ligatures, at 42 and 50
            20, 3, SELECTOR, 5, 21, 2, SELECTOR, 0
        };
        ByteBuffer table = ByteBuffer.allocate(2 * words.length);
        for (short word : words) {
            table.putShort(word);
        }
        return table.array();
    }

    @Test
    void theSelectorIsNoPartAnyMore() {
        byte[] table = table();
        assertTrue(SelectorLigatures.remove(table, SELECTOR));
        ByteBuffer words = ByteBuffer.wrap(table);
        assertEquals(2, words.getShort(44), "parts of the first");
        assertEquals(5, words.getShort(46));
        assertEquals(2, words.getShort(52), "one that would have a single part stays");
        assertEquals(SELECTOR, words.getShort(54));
    }

    @Test
    void aTableWithoutItIsLeftAlone() {
        byte[] table = table();
        assertFalse(SelectorLigatures.remove(table, 7));
        assertArrayEquals(table(), table);
    }

    /// A subtable may lie up to 4 GiB away (lookup type 7).
    @Test
    void aSubtableBeyondTheTableIsBroken() {
        for (int offset : new int[] {Integer.MAX_VALUE, -1, 1_000}) {
            ByteBuffer table = ByteBuffer.wrap(table());
            table.putShort(14, (short) 7).putShort(24, (short) 4).putInt(26, offset);
            assertFalse(SelectorLigatures.remove(table.array(), SELECTOR));
        }
    }

    @Test
    void brokenTablesEndSoon() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            byte[] table = table();
            for (int k = 0; k < 3; k++) {
                table[random.nextInt(table.length)] = (byte) random.nextInt();
            }
            SelectorLigatures.remove(table, SELECTOR);
        }
        assertFalse(SelectorLigatures.remove(new byte[4], SELECTOR));
        byte[] ends = new byte[1 << 16];
        ends[9] = 10;
        Arrays.fill(ends, 10, 12, (byte) -1);
        SelectorLigatures.remove(ends, SELECTOR);
    }
}
