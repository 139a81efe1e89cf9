package com.autoclipr.render;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.media.picture.OutputFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The frame drawn last, for times at which nothing changes. A copy is made only when a frame has
/// already come twice: most frames never come again.
final class LastFrame {
    private final PixelSize size;
    private @Nullable List<Object> signature;
    private @Nullable OutputFrame copy;
    private boolean copyIsCurrent;

    LastFrame(PixelSize size) {
        this.size = size;
    }

    /// Fills `into` and returns true, if the frame drawn last had this signature and a copy of it
    /// was kept.
    boolean copyIfSame(List<Object> wanted, OutputFrame into) {
        if (copy == null || !copyIsCurrent || !wanted.equals(signature)) {
            return false;
        }
        copy(copy, into);
        return true;
    }

    /// Takes note of a frame that was just drawn.
    void drawn(List<Object> newSignature, OutputFrame frame) {
        copyIsCurrent = newSignature.equals(signature);
        signature = newSignature;
        if (copyIsCurrent) {
            if (copy == null) {
                copy = new OutputFrame(size.width(), size.height());
            }
            copy(frame, copy);
        }
    }

    private static void copy(OutputFrame from, OutputFrame into) {
        System.arraycopy(from.luma(), 0, into.luma(), 0, from.luma().length);
        System.arraycopy(from.cb(), 0, into.cb(), 0, from.cb().length);
        System.arraycopy(from.cr(), 0, into.cr(), 0, from.cr().length);
    }
}
