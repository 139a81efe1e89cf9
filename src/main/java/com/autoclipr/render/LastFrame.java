package com.autoclipr.render;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.media.picture.OutputFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A copy of the last frame, for times at which nothing changes. It is taken only once a frame has
/// been repeated, since most frames never are.
final class LastFrame {
    private final PixelSize size;
    private @Nullable List<Object> signature;
    private @Nullable OutputFrame copy;
    private boolean copyIsCurrent;

    LastFrame(PixelSize size) {
        this.size = size;
    }

    /// Fills `into` and returns true if the last frame had this signature and was copied.
    boolean copyIfSame(List<Object> wanted, OutputFrame into) {
        if (copy == null || !copyIsCurrent || !wanted.equals(signature)) {
            return false;
        }
        copy(copy, into);
        return true;
    }

    /// Records a frame that was just drawn.
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
