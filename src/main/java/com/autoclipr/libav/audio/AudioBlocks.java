package com.autoclipr.libav.audio;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A queue of converted audio on the output's sample clock. Where two blocks overlap, the first one
/// is used.
final class AudioBlocks {
    /// Silence threshold, −60 dB, for the padding of an encoder's last packet.
    private static final float SILENT = 0.001f;

    private final ArrayDeque<Block> blocks = new ArrayDeque<>();
    private long end = Long.MIN_VALUE;

    /// Audio with its position.
    ///
    /// @param start output sample (source time × 48000) of the first one
    private record Block(long start, StereoConverter.Stereo sound) {
        long end() {
            return start + sound.count();
        }

        boolean isBelow(float level, long sample) {
            int index = (int) (sample - start);
            return Math.abs(sound.left()[index]) < level && Math.abs(sound.right()[index]) < level;
        }

        Block upTo(long newEnd) {
            int count = (int) (newEnd - start);
            return new Block(start, new StereoConverter.Stereo(sound.left(), sound.right(), count));
        }
    }

    void add(long start, StereoConverter.Stereo sound) {
        Block block = new Block(start, sound);
        if (sound.count() > 0) {
            blocks.add(block);
            end = Math.max(end, block.end());
        }
    }

    /// The latest end of a block so far; far below any sample if there was none.
    long end() {
        return end;
    }

    /// Whether anything is left at or after `position`; anything before is discarded.
    boolean hasMore(long position) {
        while (!blocks.isEmpty() && blocks.peek().end() <= position) {
            blocks.remove();
        }
        return !blocks.isEmpty();
    }

    /// Fills up to `count` samples at `offset` with those at `position`, up to the end of the block
    /// or gap there; must not be called at the end.
    ///
    /// @return the number of samples
    int read(long position, float[] left, float[] right, int offset, int count) {
        @Nullable Block block = blocks.peek();
        if (block == null) {
            throw new IllegalStateException("there is no more sound");
        }
        if (block.start > position) {
            int part = (int) Math.min(count, block.start - position);
            Arrays.fill(left, offset, offset + part, 0);
            Arrays.fill(right, offset, offset + part, 0);
            return part;
        }
        int part = (int) Math.min(count, block.end() - position);
        int first = (int) (position - block.start);
        copy(block.sound.left(), first, left, offset, part);
        copy(block.sound.right(), first, right, offset, part);
        return part;
    }

    /// Corrupt floating-point audio can contain anything; NaN becomes silence.
    private static void copy(float[] from, int offset, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            float sample = from[offset + i];
            to[at + i] = Float.isFinite(sample) ? sample : 0;
        }
    }

    /// Trims silence at the end, but nothing before `from`.
    void cutSilence(long from) {
        while (!blocks.isEmpty() && end > from) {
            Block last = blocks.getLast();
            long least = Math.max(from, last.start);
            long kept = last.end();
            while (kept > least && last.isBelow(SILENT, kept - 1)) {
                kept--;
            }
            if (kept == last.end()) {
                return;
            }
            blocks.removeLast();
            end = kept;
            if (kept > last.start) {
                blocks.addLast(last.upTo(kept));
            }
        }
    }

    /// Whether all of `sound` is below `level`.
    static boolean isBelow(float level, StereoConverter.Stereo sound) {
        Block block = new Block(0, sound);
        for (int i = 0; i < sound.count(); i++) {
            if (!block.isBelow(level, i)) {
                return false;
            }
        }
        return true;
    }
}
