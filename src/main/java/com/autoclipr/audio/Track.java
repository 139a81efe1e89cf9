package com.autoclipr.audio;

import com.autoclipr.failure.FailureException;
import com.autoclipr.media.Decision;
import com.autoclipr.media.SoundSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The sound of one layer on the output's sample clock. Owns its source, which is open only while
/// the layer is heard.
final class Track implements AutoCloseable {
    /// Output samples, counted from the cut's start.
    ///
    /// @param layerStart where the layer starts; negative if before the cut
    /// @param first the first one heard
    /// @param end the one after the last one heard
    record Placement(long layerStart, long first, long end) {}

    private final String pointer;
    private final String src;
    private final Placement placement;
    private final VolumeCurve volume;
    private final Supplier<SoundSource> opener;
    private final List<Decision> decisions = new ArrayList<>();
    private @Nullable SoundSource source;

    /// @param pointer JSON pointer of the layer
    /// @param src the file as the project names it
    /// @param opener opens the source so that its first sample is that of `placement.first()`
    Track(
            String pointer,
            String src,
            Placement placement,
            VolumeCurve volume,
            Supplier<SoundSource> opener) {
        this.pointer = pointer;
        this.src = src;
        this.placement = placement;
        this.volume = volume;
        this.opener = opener;
    }

    /// JSON pointer of the layer.
    String pointer() {
        return pointer;
    }

    /// Adds the next samples to a mix. Called for adjoining blocks, from output sample 0 on.
    ///
    /// @param first output sample of the block's first one
    void addTo(Block mix, Block scratch, long first, int count) {
        int from = Math.clamp(placement.first() - first, 0, count);
        int to = Math.clamp(placement.end() - first, from, count);
        if (from < to) {
            read(scratch, to - from);
            volume.apply(scratch, first + from - placement.layerStart(), to - from);
            for (int i = from; i < to; i++) {
                mix.left()[i] += scratch.left()[i - from];
                mix.right()[i] += scratch.right()[i - from];
            }
        }
        if (first + count >= placement.end()) {
            close();
        }
    }

    private void read(Block scratch, int count) {
        try {
            SoundSource open = source;
            if (open == null) {
                open = opener.get();
                source = open;
            }
            open.read(scratch.left(), scratch.right(), count);
        } catch (FailureException e) {
            throw new FailureException(e.failure().with("file", src).with("layer", pointer), e);
        }
    }

    /// What was decided so far, complete once the track is closed.
    List<Decision> decisions() {
        return decisions;
    }

    @Override
    public void close() {
        SoundSource open = source;
        if (open != null) {
            source = null;
            for (Decision decision : open.decisions()) {
                decisions.add(decision.with("file", src).with("layer", pointer));
            }
            open.close();
        }
    }
}
