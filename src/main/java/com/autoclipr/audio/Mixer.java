package com.autoclipr.audio;

import com.autoclipr.failure.Decision;
import java.util.List;
import java.util.function.Consumer;

/// Sums all tracks, block by block. Owns the tracks.
final class Mixer implements AutoCloseable {
    private final List<Track> tracks;
    private final Consumer<String> onLayer;
    private final StereoBlock sum;
    private final StereoBlock scratch;
    private long position;

    /// @param onLayer called with the JSON pointer of a layer before its audio is read, and with an
    ///   empty string after the last one
    Mixer(List<Track> tracks, int blockSamples, Consumer<String> onLayer) {
        this.tracks = List.copyOf(tracks);
        this.onLayer = onLayer;
        this.sum = StereoBlock.ofSamples(blockSamples);
        this.scratch = StereoBlock.ofSamples(blockSamples);
    }

    /// Mixes the next `count` samples into [#left()] and [#right()].
    void next(int count) {
        sum.clear(count);
        for (Track track : tracks) {
            onLayer.accept(track.pointer());
            track.addTo(sum, scratch, position, count);
        }
        onLayer.accept("");
        position += count;
    }

    /// The left channel from index 0; valid until the next call of [#next(int)].
    float[] left() {
        return sum.left();
    }

    float[] right() {
        return sum.right();
    }

    /// The decisions of all tracks, in layer order; complete once this is closed.
    List<Decision> decisions() {
        return tracks.stream().flatMap(track -> track.decisions().stream()).toList();
    }

    @Override
    public void close() {
        tracks.forEach(Track::close);
    }
}
