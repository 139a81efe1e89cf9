package com.autoclipr.libav.colour;

/// Tone-maps HDR R′G′B′ to SDR, in the same way as video.
///
/// In linear light, 1.0 is diffuse white. The curve (Möbius, as in FFmpeg's `tonemap`) leaves dark
/// values unchanged and compresses brighter ones, up to `peak`, below white.
public final class HdrTransform implements ColourTransform {
    private static final double KNEE = 0.3;
    private static final double PEAK_NITS = 1000;
    private static final double HLG_GAMMA = 1.2;

    private final LightEncoding encoding = LightEncoding.bt1886();
    private final float[] curve;
    private final double[] m;
    private final double a;
    private final double b;
    private final double gain;

    private HdrTransform(Primaries primaries, ToneCurve curve, double whiteNits) {
        Matrix3 toD50 = primaries.toD50();
        this.curve = curve.sampled();
        double peak = PEAK_NITS / whiteNits;
        this.m = Primaries.d50ToSrgb().times(toD50).m();
        this.a = -KNEE * KNEE * (peak - 1) / (KNEE * KNEE - 2 * KNEE + peak);
        this.b = (KNEE * KNEE - 2 * KNEE * peak + peak) / (peak - 1);
        this.gain = (b * b + 2 * b * KNEE + KNEE * KNEE) / (b - a);
    }

    /// @param whiteNits diffuse white, cd/m²
    public static ColourTransform pq(Primaries primaries, double whiteNits) {
        ToneCurve curve = x -> pq(x) * 10_000 / whiteNits;
        return new HdrTransform(primaries, curve, whiteNits);
    }

    /// Display light is each component of scene light to the power of 1.2, as for video.
    ///
    /// @param whiteNits diffuse white, cd/m²
    public static ColourTransform hlg(Primaries primaries, double whiteNits) {
        ToneCurve curve = x -> StrictMath.pow(hlg(x), HLG_GAMMA) * PEAK_NITS / whiteNits;
        return new HdrTransform(primaries, curve, whiteNits);
    }

    /// SMPTE ST 2084; 1.0 is 10 000 cd/m².
    private static double pq(double x) {
        double power = StrictMath.pow(x, 1 / 78.84375);
        double above = Math.max(power - 0.8359375, 0);
        return StrictMath.pow(above / (18.8515625 - 18.6875 * power), 1 / 0.1593017578125);
    }

    /// Scene light by ITU-R BT.2100.
    private static double hlg(double x) {
        double bent = (StrictMath.exp((x - 0.55991073) / 0.17883277) + 0.28466892) / 12;
        return x <= 0.5 ? x * x / 3 : bent;
    }

    @Override
    public int channels() {
        return 3;
    }

    @Override
    public void convert(int[] from, int[] to, int pixels) {
        for (int i = 0; i < 3 * pixels; i += 3) {
            double r = curve[from[i]];
            double g = curve[from[i + 1]];
            double b = curve[from[i + 2]];
            double red = m[0] * r + m[1] * g + m[2] * b;
            double green = m[3] * r + m[4] * g + m[5] * b;
            double blue = m[6] * r + m[7] * g + m[8] * b;
            double scale = bent(Math.max(Math.max(red, green), Math.max(blue, 1e-6)));
            to[i] = encoding.code((float) (red * scale));
            to[i + 1] = encoding.code((float) (green * scale));
            to[i + 2] = encoding.code((float) (blue * scale));
        }
    }

    /// The factor for a colour whose largest component is `most`.
    private double bent(double most) {
        return most <= KNEE ? 1 : gain * (most + a) / (most + b) / most;
    }
}
