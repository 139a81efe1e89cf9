package com.autoclipr.audio;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.media.AudioSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The audio of one layer on the output's sample clock. Owns its source, which is open only while
/// the layer is audible.
final class Track implements AutoCloseable {
    /// Position of a layer in output samples, counted from the start of the cut.
    ///
    /// @param layerStart start of the layer; negative if before the cut
    /// @param first first audible sample
    /// @param end sample after the last audible one
    record Placement(long layerStart, long first, long end) {}

    /// How the source is opened.
    ///
    /// @param opener opens it at the sample of `placement.first()`
    /// @param silence detects a silent default track
    record Opening(Supplier<AudioSource> opener, Optional<SilentTrack> silence) {}

    private final String pointer;
    private final String src;
    private final Placement placement;
    private final VolumeCurve volume;
    private final Supplier<AudioSource> opener;
    private final Optional<SilentTrack> silence;
    private final List<Decision> decisions = new ArrayList<>();
    private @Nullable AudioSource source;

    /// @param pointer JSON pointer of the layer
    /// @param src the file as written in the project
    Track(String pointer, String src, Placement placement, VolumeCurve volume, Opening opening) {
        this.pointer = pointer;
        this.src = src;
        this.placement = placement;
        this.volume = volume;
        this.opener = opening.opener();
        this.silence = opening.silence();
    }

    /// JSON pointer of the layer.
    String pointer() {
        return pointer;
    }

    /// Adds the next samples to a mix. Called for consecutive blocks, from output sample 0.
    ///
    /// @param first output index of the block's first sample
    void addTo(StereoBlock mix, StereoBlock scratch, long first, int count) {
        int from = Math.clamp(placement.first() - first, 0, count);
        int to = Math.clamp(placement.end() - first, from, count);
        if (from < to) {
            read(scratch, to - from);
            int heard = to - from;
            silence.ifPresent(watch -> watch.heard(scratch, heard));
            volume.apply(scratch, first + from - placement.layerStart(), heard);
            for (int i = from; i < to; i++) {
                mix.left()[i] += scratch.left()[i - from];
                mix.right()[i] += scratch.right()[i - from];
            }
        }
        if (first + count >= placement.end() && source != null) {
            close();
            silence.flatMap(SilentTrack::verdict).ifPresent(this::note);
        }
    }

    private void read(StereoBlock scratch, int count) {
        try {
            AudioSource open = source;
            if (open == null) {
                open = opener.get();
                source = open;
            }
            open.read(scratch.left(), scratch.right(), count);
        } catch (FailureException e) {
            throw new FailureException(
                    e.failure().with(Fact.FILE, src).with(Fact.LAYER, pointer), e);
        }
    }

    /// The decisions so far; complete once the track is closed.
    List<Decision> decisions() {
        return decisions;
    }

    @Override
    public void close() {
        AudioSource open = source;
        if (open != null) {
            source = null;
            open.decisions().forEach(this::note);
            open.close();
        }
    }

    private void note(Decision decision) {
        decisions.add(decision.with(Fact.FILE, src).with(Fact.LAYER, pointer));
    }
}
