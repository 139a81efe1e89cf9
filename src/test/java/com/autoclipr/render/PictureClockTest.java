package com.autoclipr.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.composition.Loop;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.testkit.media.UsualVideo;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import org.junit.jupiter.api.Test;

/// How often an animation plays.
class PictureClockTest {
    private static final Rational ROUND = Rational.of(3, 2);

    private static UsualVideo usual() {
        return new UsualVideo(64, 48, FrameRate.of(10, 1), ROUND);
    }

    private static Rational shown(int plays, Loop loop, Rational layerTime) {
        VideoFacts facts = usual().plays(plays).facts();
        return PictureClock.ofImage(facts, loop).sourceTime(layerTime);
    }

    @Test
    void playsAsOftenAsTheFileSays() {
        assertEquals(Rational.of(1, 2), shown(0, Loop.SOURCE, Rational.of(302)));
        assertEquals(Rational.ONE, shown(1, Loop.SOURCE, Rational.ONE));
        assertEquals(ROUND, shown(1, Loop.SOURCE, ROUND));
        assertEquals(ROUND, shown(1, Loop.SOURCE, Rational.of(1_000)));
        assertEquals(Rational.ONE, shown(2, Loop.SOURCE, Rational.of(5, 2)));
        assertEquals(ROUND, shown(2, Loop.SOURCE, Rational.of(3)));
    }

    @Test
    void aLayerMaySayOtherwise() {
        assertEquals(Rational.ZERO, shown(1, Loop.FOREVER, Rational.of(300)));
        assertEquals(ROUND, shown(0, Loop.ONCE, Rational.of(2)));
        assertEquals(ROUND, shown(7, Loop.ONCE, ROUND));
    }

    @Test
    void aStillPictureStands() {
        VideoFacts still = usual().still(true).facts();
        assertEquals(
                Rational.ZERO, PictureClock.ofImage(still, Loop.SOURCE).sourceTime(Rational.of(9)));
    }
}
