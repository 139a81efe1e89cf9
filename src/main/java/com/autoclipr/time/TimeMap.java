package com.autoclipr.time;

import java.util.Optional;

/// Which time of its source a layer plays at each of its own times. The only place that knows how
/// layers run through their sources: pictures, audio, plan and keys of chunks ask it.
///
/// Times are seconds, of the layer from its start, of the source from its zero.
public sealed interface TimeMap {
    /// The time of the source that is shown or heard.
    Rational sourceTime(Rational layerTime);

    /// The layer time at which a source has been played to its end.
    ///
    /// @param sourceDuration seconds
    /// @return empty if it never has
    Optional<Rational> playedAt(Rational sourceDuration);

    /// A layer time at which the layer is where it is at `layerTime` and goes on in the same way:
    /// the earliest for one that repeats itself.
    Rational phase(Rational layerTime);

    /// From a time of the source on, at its own speed.
    ///
    /// @param trim source time at the layer's start
    record Forward(Rational trim) implements TimeMap {
        @Override
        public Rational sourceTime(Rational layerTime) {
            return trim.plus(layerTime);
        }

        @Override
        public Optional<Rational> playedAt(Rational sourceDuration) {
            return Optional.of(sourceDuration.minus(trim));
        }

        @Override
        public Rational phase(Rational layerTime) {
            return layerTime;
        }
    }

    /// From the source's zero, again and again.
    ///
    /// @param round duration of the source
    record Looping(Rational round) implements TimeMap {
        @Override
        public Rational sourceTime(Rational layerTime) {
            return phase(layerTime);
        }

        @Override
        public Optional<Rational> playedAt(Rational sourceDuration) {
            return Optional.empty();
        }

        @Override
        public Rational phase(Rational layerTime) {
            return layerTime.minus(round.times(layerTime.dividedBy(round).floor()));
        }
    }

    /// From the source's zero, several times, and then on its last picture.
    ///
    /// @param round duration of the source
    /// @param plays at least 1
    record Repeating(Rational round, int plays) implements TimeMap {
        @Override
        public Rational sourceTime(Rational layerTime) {
            return layerTime.compareTo(end()) >= 0
                    ? round
                    : new Looping(round).sourceTime(layerTime);
        }

        @Override
        public Optional<Rational> playedAt(Rational sourceDuration) {
            return Optional.of(end());
        }

        @Override
        public Rational phase(Rational layerTime) {
            return layerTime.min(end());
        }

        private Rational end() {
            return round.times(plays);
        }
    }

    /// A still picture.
    record Still() implements TimeMap {
        @Override
        public Rational sourceTime(Rational layerTime) {
            return Rational.ZERO;
        }

        @Override
        public Optional<Rational> playedAt(Rational sourceDuration) {
            return Optional.empty();
        }

        @Override
        public Rational phase(Rational layerTime) {
            return Rational.ZERO;
        }
    }

    /// That of an animated picture.
    ///
    /// @param round duration of the source; zero for a still picture
    /// @param plays how often it plays; 0: forever
    static TimeMap ofAnimation(Rational round, int plays) {
        if (round.signum() == 0) {
            return new Still();
        }
        return plays == 0 ? new Looping(round) : new Repeating(round, plays);
    }
}
