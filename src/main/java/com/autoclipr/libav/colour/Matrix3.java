package com.autoclipr.libav.colour;

/// A 3×3 matrix, row by row.
///
/// @param m nine numbers; never written to
record Matrix3(double[] m) {
    Matrix3 {
        if (m.length != 9) {
            throw new IllegalArgumentException("a 3×3 matrix has 9 numbers, not " + m.length);
        }
    }

    static Matrix3 of(double... m) {
        return new Matrix3(m);
    }

    static Matrix3 diagonal(double a, double b, double c) {
        return of(a, 0, 0, 0, b, 0, 0, 0, c);
    }

    /// The composition: first `other`, then this.
    Matrix3 times(Matrix3 other) {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int i = 0; i < 3; i++) {
                    product[3 * row + column] += m[3 * row + i] * other.m[3 * i + column];
                }
            }
        }
        return new Matrix3(product);
    }

    double[] times(double x, double y, double z) {
        return new double[] {
            m[0] * x + m[1] * y + m[2] * z,
            m[3] * x + m[4] * y + m[5] * z,
            m[6] * x + m[7] * y + m[8] * z
        };
    }

    /// The inverse; not finite for a singular matrix.
    Matrix3 inverse() {
        double a = m[4] * m[8] - m[5] * m[7];
        double b = m[5] * m[6] - m[3] * m[8];
        double c = m[3] * m[7] - m[4] * m[6];
        double determinant = m[0] * a + m[1] * b + m[2] * c;
        double[] inverse = {
            a, m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            b, m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            c, m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        for (int i = 0; i < 9; i++) {
            inverse[i] /= determinant;
        }
        return new Matrix3(inverse);
    }

    boolean finite() {
        for (double value : m) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
