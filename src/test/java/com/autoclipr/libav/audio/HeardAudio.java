package com.autoclipr.libav.audio;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.libav.probe.MediaProbe;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.testkit.media.ToneChannels;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;

/// A second and a half of a sound as it is heard.
record HeardAudio(float[] left, float[] right, List<Decision> decisions) {
    private static final int COUNT = ToneChannels.SAMPLE_RATE_HZ * 3 / 2;

    static HeardAudio of(Path file, AudioFacts facts) {
        return of(file, facts, Rational.ZERO);
    }

    /// @param from seconds of source time
    static HeardAudio of(Path file, AudioFacts facts, Rational from) {
        float[] left = new float[COUNT];
        float[] right = new float[COUNT];
        try (AudioSource source = new LibavMedia().openAudio(file, facts, from)) {
            source.read(left, right, COUNT);
            return new HeardAudio(left, right, source.decisions());
        }
    }

    static HeardAudio byDefault(Path file) {
        return of(file, MediaProbe.probe(file).audio().orElseThrow());
    }

    double[] leftLevels(int channels) {
        return ToneChannels.levels(left, channels);
    }

    double[] rightLevels(int channels) {
        return ToneChannels.levels(right, channels);
    }

    /// A fact of the decision of this kind; empty without one.
    String fact(DecisionKind kind, Fact fact) {
        return decisions.stream()
                .filter(decision -> decision.kind() == kind)
                .map(decision -> decision.facts().getOrDefault(fact, ""))
                .findFirst()
                .orElse("");
    }
}
