package com.autoclipr.render;

import com.autoclipr.composition.Loop;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.Rational;

/// Which time of its source a layer shows.
sealed interface PictureClock {
    /// Seconds from the source's zero, for a time counted from the layer's start.
    Rational sourceTime(Rational layerTime);

    /// On from a time of the source.
    record Running(Rational trim) implements PictureClock {
        @Override
        public Rational sourceTime(Rational layerTime) {
            return trim.plus(layerTime);
        }
    }

    /// From the source's zero, again and again.
    record Looping(Rational duration) implements PictureClock {
        @Override
        public Rational sourceTime(Rational layerTime) {
            long rounds = layerTime.dividedBy(duration).floor();
            return layerTime.minus(duration.times(rounds));
        }
    }

    /// From the source's zero, so many times, and then on its last picture.
    record Playing(Rational duration, int plays) implements PictureClock {
        @Override
        public Rational sourceTime(Rational layerTime) {
            return layerTime.compareTo(duration.times(plays)) >= 0
                    ? duration
                    : new Looping(duration).sourceTime(layerTime);
        }
    }

    /// A still picture.
    record Standing() implements PictureClock {
        @Override
        public Rational sourceTime(Rational layerTime) {
            return Rational.ZERO;
        }
    }

    /// That of an image layer: animated ones run from the layer's start.
    static PictureClock ofImage(VideoFacts facts, Loop loop) {
        if (facts.still() || facts.duration().signum() == 0) {
            return new Standing();
        }
        int plays = loop.plays(facts.plays());
        return plays == 0 ? new Looping(facts.duration()) : new Playing(facts.duration(), plays);
    }
}
