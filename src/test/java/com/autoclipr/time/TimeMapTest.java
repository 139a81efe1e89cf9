package com.autoclipr.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which time of its source a layer plays.
class TimeMapTest {
    private static final Rational ROUND = Rational.of(3, 2);
    private static final List<TimeMap> MAPS =
            List.of(
                    new TimeMap.Forward(Rational.of(7, 3)),
                    TimeMap.ofAnimation(ROUND, 0),
                    TimeMap.ofAnimation(ROUND, 1),
                    TimeMap.ofAnimation(ROUND, 3),
                    TimeMap.ofAnimation(Rational.ZERO, 0));

    private static Rational shown(int plays, Rational layerTime) {
        return TimeMap.ofAnimation(ROUND, plays).sourceTime(layerTime);
    }

    @Test
    void anAnimationPlaysSeveralTimesAndHoldsItsLastPicture() {
        assertEquals(Rational.of(1, 2), shown(0, Rational.of(302)));
        assertEquals(Rational.ONE, shown(1, Rational.ONE));
        assertEquals(ROUND, shown(1, ROUND));
        assertEquals(ROUND, shown(1, Rational.of(1_000)));
        assertEquals(Rational.ONE, shown(2, Rational.of(5, 2)));
        assertEquals(ROUND, shown(2, Rational.of(3)));
    }

    @Test
    void aStillPictureHasNoTime() {
        assertEquals(
                Rational.ZERO, TimeMap.ofAnimation(Rational.ZERO, 1).sourceTime(Rational.of(9)));
    }

    @Test
    void whenASourceHasBeenPlayed() {
        Rational ten = Rational.of(10);
        assertEquals(
                Optional.of(Rational.of(8)), new TimeMap.Forward(Rational.of(2)).playedAt(ten));
        assertEquals(Optional.of(ROUND.times(2)), TimeMap.ofAnimation(ROUND, 2).playedAt(ROUND));
        assertEquals(Optional.empty(), TimeMap.ofAnimation(ROUND, 0).playedAt(ROUND));
    }

    /// What keys of chunks rely on.
    @Test
    void aLayerGoesOnFromItsPhaseAsFromThere() {
        for (TimeMap map : MAPS) {
            for (int i = 0; i < 200; i++) {
                Rational time = Rational.of(i, 7);
                Rational phase = map.phase(time);
                assertTrue(phase.compareTo(time) <= 0, map + " at " + time);
                for (int j = 0; j < 50; j++) {
                    Rational later = Rational.of(j, 11);
                    assertEquals(
                            map.sourceTime(time.plus(later)),
                            map.sourceTime(phase.plus(later)),
                            map + " at " + time);
                }
            }
        }
    }
}
