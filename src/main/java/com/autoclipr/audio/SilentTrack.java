package com.autoclipr.audio;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Detects that the default track of a file is silent while another one is not: screen recorders
/// write one track per microphone and application, the first of which may be muted.
///
/// The played track is checked as it is read. Only if all of it was silent are the other tracks
/// read, over the same time range, each up to its first audible sample.
final class SilentTrack {
    /// −80 dBFS; encoded silence stays below it.
    private static final float SILENT_BELOW = 1e-4f;

    /// −60 dBFS.
    private static final float HEARD_FROM = 1e-3f;

    /// Limit for reading other tracks, so that the check does not take longer than the export.
    private static final long MOST_SAMPLES = 300L * AudioSource.SAMPLE_RATE_HZ;

    private static final int MOST_TRACKS = 16;
    private static final int BLOCK_SAMPLES = 4800;

    private final AudioFacts played;
    private final List<AudioFacts> others;
    private final Function<AudioFacts, AudioSource> opener;
    private float loudest;
    private long samples;

    /// @param opener opens a track at the source time of the layer's first sample
    SilentTrack(
            AudioFacts played, List<AudioFacts> others, Function<AudioFacts, AudioSource> opener) {
        this.played = played;
        this.others = others.subList(0, Math.min(MOST_TRACKS, others.size()));
        this.opener = opener;
    }

    /// Checks the next `count` samples that are played.
    void heard(StereoBlock block, int count) {
        samples += count;
        loudest = Math.max(loudest, loudest(block, count));
    }

    /// The decision, once everything was played.
    Optional<Decision> verdict() {
        if (others.isEmpty() || loudest >= SILENT_BELOW) {
            return Optional.empty();
        }
        return others.stream()
                .filter(this::isHeard)
                .findFirst()
                .map(
                        other ->
                                Decision.of(DecisionKind.AUDIO_TRACK_SILENT)
                                        .with(Fact.TRACK, played.label().describe())
                                        .with(Fact.AUDIBLE_TRACK, other.label().describe()));
    }

    private boolean isHeard(AudioFacts track) {
        StereoBlock block = StereoBlock.ofSamples(BLOCK_SAMPLES);
        long most = Math.min(samples, MOST_SAMPLES);
        try (AudioSource source = opener.apply(track)) {
            for (long done = 0; done < most && !source.ended(); done += BLOCK_SAMPLES) {
                int count = (int) Math.min(BLOCK_SAMPLES, most - done);
                source.read(block.left(), block.right(), count);
                if (loudest(block, count) >= HEARD_FROM) {
                    return true;
                }
            }
            return false;
        } catch (FailureException e) {
            // A track that was not selected may be corrupt.
            return false;
        }
    }

    private static float loudest(StereoBlock block, int count) {
        float loudest = 0;
        for (int i = 0; i < count; i++) {
            loudest = Math.max(loudest, Math.abs(block.left()[i]));
            loudest = Math.max(loudest, Math.abs(block.right()[i]));
        }
        return loudest;
    }
}
