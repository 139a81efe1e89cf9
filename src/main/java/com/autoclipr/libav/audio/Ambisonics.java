package com.autoclipr.libav.audio;

/// Renders ambisonics to stereo: two virtual microphones that point to the front left and front
/// right, slightly upwards.
///
/// Their pattern is the Poisson kernel `Σ ρⁿ Pₙ(cos γ)` with ρ = 1/2: three times as loud from the
/// front as from behind, nowhere silent or inverted, and using all channels of every order. The
/// weight of a channel is `ρⁿ` times its spherical harmonic (SN3D, in ACN order, as in FFmpeg) in
/// the direction of the microphone, by the addition theorem.
final class Ambisonics {
    private static final double PER_ORDER = 0.5;
    private static final double AZIMUTH = Math.toRadians(50);
    private static final double SINE_OF_ELEVATION = Math.sin(Math.toRadians(20));

    private Ambisonics() {}

    /// @param number ACN index of the channel
    static StereoShare share(int number) {
        int order = (int) Math.sqrt(number);
        int degree = number - order * order - order;
        double scale = Math.pow(PER_ORDER, order);
        return new StereoShare(
                scale * harmonic(order, degree, AZIMUTH),
                scale * harmonic(order, degree, -AZIMUTH));
    }

    private static double harmonic(int order, int degree, double azimuth) {
        int m = Math.abs(degree);
        double factorials = 1;
        for (int i = order - m + 1; i <= order + m; i++) {
            factorials *= i;
        }
        double norm = Math.sqrt((m == 0 ? 1 : 2) / factorials);
        double around = degree < 0 ? Math.sin(m * azimuth) : Math.cos(m * azimuth);
        return norm * legendre(order, m) * around;
    }

    /// The associated Legendre polynomial without the Condon-Shortley phase, by recurrence.
    private static double legendre(int order, int m) {
        double cosine = Math.sqrt(1 - SINE_OF_ELEVATION * SINE_OF_ELEVATION);
        double before = 0;
        double value = 1;
        for (int i = 1; i <= m; i++) {
            value *= (2 * i - 1) * cosine;
        }
        for (int n = m + 1; n <= order; n++) {
            double next =
                    ((2 * n - 1) * SINE_OF_ELEVATION * value - (n + m - 1) * before) / (n - m);
            before = value;
            value = next;
        }
        return value;
    }
}
