package com.autoclipr.render.fonts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An extended grapheme cluster (UAX #29): a letter with its accents, a whole emoji sequence. It is
/// drawn with one font.
///
/// @param start index of its first `char` in the text
/// @param text its characters
public record Cluster(int start, String text) {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int TEXT_SELECTOR = 0xFE0E;
    private static final int EMOJI_SELECTOR = 0xFE0F;
    private static final int JOINER = 0x200D;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    /// Characters with a blank glyph.
    private static final Set<Integer> BLANK = Set.of(0x2800, 0x16FE4, 0x1D159);

    /// Requested presentation (UTS #51).
    public enum Presentation {
        /// None: as in the font.
        PLAIN,
        /// Text presentation.
        TEXT,
        /// A single character with default emoji presentation.
        EMOJI,
        /// Emoji presentation: by a selector, or as a sequence.
        EMOJI_SEQUENCE
    }

    /// Splits a text into clusters.
    public static List<Cluster> of(String text) {
        List<Cluster> clusters = new ArrayList<>();
        Matcher matcher = CLUSTER.matcher(text);
        while (matcher.find()) {
            clusters.add(new Cluster(matcher.start(), matcher.group()));
        }
        return clusters;
    }

    /// Index after its last `char`.
    public int end() {
        return start + text.length();
    }

    public Presentation presentation() {
        int first = text.codePointAt(0);
        boolean several = text.length() > Character.charCount(first);
        if (!several) {
            return Character.isEmojiPresentation(first) ? Presentation.EMOJI : Presentation.PLAIN;
        }
        if (!Character.isEmoji(first) || has(TEXT_SELECTOR)) {
            return has(TEXT_SELECTOR) ? Presentation.TEXT : Presentation.PLAIN;
        }
        boolean sequence =
                text.codePoints()
                        .skip(1)
                        .anyMatch(
                                next ->
                                        next == EMOJI_SELECTOR
                                                || next == JOINER
                                                || (next >= FIRST_TAG && next <= LAST_TAG)
                                                || Character.isEmojiModifier(next)
                                                || Character.isEmojiPresentation(next));
        return sequence ? Presentation.EMOJI_SEQUENCE : Presentation.PLAIN;
    }

    /// Whether an emoji font may contain it.
    public boolean canBeEmoji() {
        return Character.isEmoji(text.codePointAt(0));
    }

    /// Whether it needs a font; line ends and characters that only affect others do not.
    public boolean needsGlyph() {
        return text.codePoints().anyMatch(c -> c != '\n' && !isIgnorable(c));
    }

    /// Whether its glyph must be visible.
    public boolean needsInk() {
        return text.codePoints()
                .anyMatch(
                        c ->
                                !Character.isWhitespace(c)
                                        && !Character.isSpaceChar(c)
                                        && !isIgnorable(c)
                                        && !BLANK.contains(c));
    }

    private boolean has(int codePoint) {
        return text.codePoints().anyMatch(c -> c == codePoint);
    }

    /// Default_Ignorable_Code_Point of Unicode 16.
    private static boolean isIgnorable(int c) {
        if (c < 0x1000) {
            return c == 0xAD || c == 0x34F || c == 0x61C;
        }
        return within(c, 0x200B, 0x200F)
                || within(c, 0x202A, 0x202E)
                || within(c, 0x2060, 0x206F)
                || within(c, 0xFE00, 0xFE0F)
                || c == 0xFEFF
                || within(c, 0x115F, 0x1160)
                || within(c, 0x17B4, 0x17B5)
                || within(c, 0x180B, 0x180F)
                || c == 0x3164
                || c == 0xFFA0
                || within(c, 0xFFF0, 0xFFF8)
                || within(c, 0x1BCA0, 0x1BCA3)
                || within(c, 0x1D173, 0x1D17A)
                || within(c, 0xE0000, 0xE0FFF);
    }

    private static boolean within(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
