package com.autoclipr.time;

import java.util.Optional;

/// Maps layer time to source time. The only place that knows how layers play their sources:
/// pictures, audio, plan and chunk keys use it.
///
/// Times are in seconds: layer time from the layer's start, source time from the source's zero.
public sealed interface TimeMap {
    /// The source time at a layer time.
    Rational sourceTime(Rational layerTime);

    /// The layer time at which the end of the source is reached.
    ///
    /// @param sourceDuration seconds
    /// @return empty if it is never reached
    Optional<Rational> playedAt(Rational sourceDuration);

    /// A layer time equivalent to `layerTime`, with the same continuation: the earliest one if the
    /// layer repeats.
    Rational phase(Rational layerTime);

    /// Plays from a source time at normal speed.
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

    /// Plays from zero in an infinite loop.
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

    /// Plays from zero a number of times, then holds the last picture.
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

    /// A still image.
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

    /// The map of an animated image.
    ///
    /// @param round duration of the source; zero for a still image
    /// @param plays how many times it plays; 0: infinitely
    static TimeMap ofAnimation(Rational round, int plays) {
        if (round.signum() == 0) {
            return new Still();
        }
        return plays == 0 ? new Looping(round) : new Repeating(round, plays);
    }
}
