package com.autoclipr.libav.colour;

/// CIE 1976 L*a*b* under D50.
final class Lab {
    private static final double KNEE = 6.0 / 29;
    private static final double SLOPE = 3 * KNEE * KNEE;

    private Lab() {}

    /// Y for a lightness of 0 to 100.
    static double light(double lightness) {
        return inverse((lightness + 16) / 116);
    }

    /// Converts L*, a*, b* to X, Y, Z, in place.
    static void toXyz(double[] colour) {
        double middle = (colour[0] + 16) / 116;
        double x = Primaries.D50[0] * inverse(middle + colour[1] / 500);
        double z = Primaries.D50[2] * inverse(middle - colour[2] / 200);
        colour[0] = x;
        colour[1] = inverse(middle);
        colour[2] = z;
    }

    private static double inverse(double t) {
        return t > KNEE ? t * t * t : SLOPE * (t - 4.0 / 29);
    }
}
