package com.autoclipr.time;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact fraction in lowest terms, used for all times in seconds, rates and ratios.
///
/// The denominator is always positive. Arithmetic is exact; a result that does not fit two `long`s
/// throws [ArithmeticException], it is never rounded. Rounding happens only in [#floor()],
/// [#ceil()] and [#round()].
public record Rational(long numerator, long denominator) implements Comparable<Rational> {
    public static final Rational ZERO = new Rational(0, 1);
    public static final Rational ONE = new Rational(1, 1);

    public Rational {
        if (denominator == 0) {
            throw new ArithmeticException("denominator is 0 in " + numerator + "/0");
        }
        if (denominator < 0) {
            numerator = Math.negateExact(numerator);
            denominator = Math.negateExact(denominator);
        }
        long divisor = gcd(numerator, denominator);
        if (divisor > 1) {
            numerator /= divisor;
            denominator /= divisor;
        }
    }

    public static Rational of(long whole) {
        return new Rational(whole, 1);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(numerator, denominator);
    }

    /// The exact value of a decimal such as `12.345`.
    public static Rational of(BigDecimal decimal) {
        BigDecimal plain = decimal.stripTrailingZeros();
        return plain.scale() <= 0
                ? ofExact(plain.toBigIntegerExact(), BigInteger.ONE)
                : ofExact(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    public Rational plus(Rational other) {
        if (denominator == 1 && other.denominator == 1) {
            return new Rational(Math.addExact(numerator, other.numerator), 1);
        }
        if (small() && other.small()) {
            return new Rational(
                    numerator * other.denominator + other.numerator * denominator,
                    denominator * other.denominator);
        }
        return ofExact(
                big(numerator)
                        .multiply(big(other.denominator))
                        .add(big(other.numerator).multiply(big(denominator))),
                big(denominator).multiply(big(other.denominator)));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        if (small() && other.small()) {
            return new Rational(numerator * other.numerator, denominator * other.denominator);
        }
        return ofExact(
                big(numerator).multiply(big(other.numerator)),
                big(denominator).multiply(big(other.denominator)));
    }

    public Rational times(long factor) {
        return times(of(factor));
    }

    public Rational dividedBy(Rational other) {
        return times(other.reciprocal());
    }

    public Rational negate() {
        return new Rational(Math.negateExact(numerator), denominator);
    }

    public Rational reciprocal() {
        return new Rational(denominator, numerator);
    }

    public long floor() {
        return Math.floorDiv(numerator, denominator);
    }

    public long ceil() {
        return Math.ceilDiv(numerator, denominator);
    }

    /// The nearest integer; halves round up (towards positive infinity), so that shifting a time by
    /// an integer never changes how it is rounded.
    public long round() {
        long below = floor();
        Rational rest = minus(of(below));
        return rest.compareTo(new Rational(1, 2)) >= 0 ? below + 1 : below;
    }

    public int signum() {
        return Long.signum(numerator);
    }

    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Rational max(Rational other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// The nearest double, for geometry and display only; never converted back to a time.
    public double toDouble() {
        return (double) numerator / denominator;
    }

    /// Decimal text with at most `digits` digits after the point, without trailing zeros; for
    /// display only.
    public String toDecimal(int digits) {
        String text =
                new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), digits, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
        return text;
    }

    @Override
    public int compareTo(Rational other) {
        if (denominator == other.denominator) {
            return Long.compare(numerator, other.numerator);
        }
        if (small() && other.small()) {
            return Long.compare(numerator * other.denominator, other.numerator * denominator);
        }
        return big(numerator)
                .multiply(big(other.denominator))
                .compareTo(big(other.numerator).multiply(big(denominator)));
    }

    /// Explicit, like `hashCode`: it is called for every frame, and the JVM spins up classes for
    /// the generated methods of a record before it can call them.
    @Override
    public boolean equals(Object other) {
        return other instanceof Rational(long itsNumerator, long itsDenominator)
                && numerator == itsNumerator
                && denominator == itsDenominator;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(numerator) + Long.hashCode(denominator);
    }

    /// `n` or `n/d`, which [#parse(String)] reads back.
    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }

    /// Reads `n`, `n/d` or a decimal.
    ///
    /// @throws NumberFormatException if the text is none of these
    /// @throws ArithmeticException if the denominator is 0 or the value does not fit
    public static Rational parse(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return new Rational(
                    Long.parseLong(text.substring(0, slash).strip()),
                    Long.parseLong(text.substring(slash + 1).strip()));
        }
        return of(new BigDecimal(text.strip()));
    }

    /// Whether both parts fit 32 bits, so that products of two parts and the sum of two such
    /// products fit 64 bits. Nearly always true, and several times faster.
    private boolean small() {
        return numerator == (int) numerator && denominator == (int) denominator;
    }

    private static Rational ofExact(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        return new Rational(
                numerator.divide(divisor).longValueExact(),
                denominator.divide(divisor).longValueExact());
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static long gcd(long a, long b) {
        long x = Math.absExact(a);
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
