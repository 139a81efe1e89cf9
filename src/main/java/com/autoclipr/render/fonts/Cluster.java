package com.autoclipr.render.fonts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a reader takes for one character (an extended grapheme cluster, UAX #29): a letter with its
/// accents, a whole emoji sequence. One font draws all of it.
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

    /// Characters with a glyph of their own in which there is nothing to see.
    private static final Set<Integer> BLANK = Set.of(0x2800, 0x16FE4, 0x1D159);

    /// How a cluster wants to be seen (UTS #51).
    public enum Presentation {
        /// As the font has it.
        PLAIN,
        /// Asks not to be in colour.
        TEXT,
        /// A single character that is an emoji if nothing else is said.
        EMOJI,
        /// Asks to be an emoji: by a selector, or as one of several characters.
        EMOJI_SEQUENCE
    }

    /// All clusters of a text.
    public static List<Cluster> of(String text) {
        List<Cluster> clusters = new ArrayList<>();
        Matcher matcher = CLUSTER.matcher(text);
        while (matcher.find()) {
            clusters.add(new Cluster(matcher.start(), matcher.group()));
        }
        return clusters;
    }

    /// Index behind its last `char`.
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

    /// Whether an emoji font may have it at all.
    public boolean canBeEmoji() {
        return Character.isEmoji(text.codePointAt(0));
    }

    /// Whether it needs a font: not so for line ends, and for characters that only tell how others
    /// are drawn.
    public boolean needsGlyph() {
        return text.codePoints().anyMatch(c -> c != '\n' && !isIgnorable(c));
    }

    /// Whether something has to be seen where it is drawn.
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
