package com.autoclipr.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RationalTest {
    @Test
    void isKeptInLowestTermsWithAPositiveDenominator() {
        assertEquals(new Rational(-1, 2), new Rational(3, -6));
        assertEquals("-1/2", new Rational(3, -6).toString());
        assertEquals(Rational.ZERO, new Rational(0, -7));
        assertThrows(ArithmeticException.class, () -> new Rational(1, 0));
    }

    @Test
    void addsManyFramesWithoutDrift() {
        Rational frame = new Rational(1001, 30000);
        Rational sum = Rational.ZERO;
        for (int i = 0; i < 107_892; i++) {
            sum = sum.plus(frame);
        }
        assertEquals(frame.times(107_892), sum);
    }

    @Test
    void roundsHalfUpOnBothSidesOfZero() {
        assertEquals(1, new Rational(1, 2).round());
        assertEquals(0, new Rational(-1, 2).round());
        assertEquals(-1, new Rational(-3, 2).round());
        assertEquals(-2, new Rational(-8, 5).round());
    }

    @Test
    void floorAndCeilEncloseTheValue() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            Rational value = new Rational(random.nextInt(), 1 + random.nextInt(100_000));
            assertEquals(true, Rational.of(value.floor()).compareTo(value) <= 0);
            assertEquals(true, Rational.of(value.ceil()).compareTo(value) >= 0);
            assertEquals(true, value.ceil() - value.floor() <= 1);
        }
    }

    @Test
    void comparesWhereProductsPassALong() {
        Rational large = new Rational(Long.MAX_VALUE - 1, Long.MAX_VALUE);
        Rational larger = new Rational(Long.MAX_VALUE, Long.MAX_VALUE - 1);
        assertEquals(-1, large.compareTo(larger));
        assertThrows(ArithmeticException.class, () -> large.times(new Rational(3, 7)));
    }

    /// Both ways of calculating, and the border between them.
    @Test
    void calculatesExactlyOnBothSidesOf32Bits() {
        long[] parts = {
            1, 2, 3, 30_000, 65_536, (1L << 31) - 1, 1L << 31, (1L << 31) + 1, 1L << 32
        };
        for (long a : parts) {
            for (long b : parts) {
                for (long c : parts) {
                    for (long d : parts) {
                        for (int sign : new int[] {1, -1}) {
                            assertExact(new Rational(sign * a, b), new Rational(-c, d));
                            assertExact(new Rational(sign * a, b), new Rational(c, d));
                        }
                    }
                }
            }
        }
    }

    private static void assertExact(Rational one, Rational other) {
        BigInteger a = BigInteger.valueOf(one.numerator());
        BigInteger b = BigInteger.valueOf(one.denominator());
        BigInteger c = BigInteger.valueOf(other.numerator());
        BigInteger d = BigInteger.valueOf(other.denominator());
        assertFraction(a.multiply(d).add(c.multiply(b)), b.multiply(d), () -> one.plus(other));
        assertFraction(a.multiply(c), b.multiply(d), () -> one.times(other));
        assertEquals(a.multiply(d).compareTo(c.multiply(b)), one.compareTo(other));
    }

    /// `made` gives `top/bottom`, or refuses what does not fit.
    private static void assertFraction(BigInteger top, BigInteger bottom, Supplier<Rational> made) {
        BigInteger divisor = top.gcd(bottom);
        BigInteger numerator = top.divide(divisor);
        BigInteger denominator = bottom.divide(divisor);
        if (numerator.abs().bitLength() > 63 || denominator.bitLength() > 63) {
            assertThrows(ArithmeticException.class, made::get);
        } else {
            assertEquals(numerator.longValueExact(), made.get().numerator());
            assertEquals(denominator.longValueExact(), made.get().denominator());
        }
    }

    @Test
    void equalsAndHashesByValue() {
        assertEquals(new Rational(2, 4), new Rational(1, 2));
        assertEquals(new Rational(2, 4).hashCode(), new Rational(1, 2).hashCode());
        assertNotEquals(new Rational(1, 3), new Rational(1, 2));
        assertNotEquals(new Rational(2, 3), new Rational(1, 3));
    }

    @Test
    void readsDecimalsAndFractionsExactly() {
        assertEquals(new Rational(1, 10), Rational.of(new BigDecimal("0.1")));
        assertEquals(new Rational(1001, 30000), Rational.parse("1001/30000"));
        assertEquals(Rational.of(1200), Rational.of(new BigDecimal("1.2E3")));
        assertThrows(NumberFormatException.class, () -> Rational.parse("1:30"));
    }

    @Test
    void whatItPrintsItReads() {
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            Rational value = new Rational(random.nextLong() / 2, 1 + random.nextInt(1_000_000));
            assertEquals(value, Rational.parse(value.toString()));
        }
    }
}
