package com.autoclipr.render.filter;

/// A Gaussian blur.
///
/// @param sigmaX standard deviation across, pixels
/// @param sigmaY standard deviation down, pixels
/// @param sharp whether alpha stays, so that only colours are mixed
public record BlurFilter(double sigmaX, double sigmaY, boolean sharp) implements PixelFilter {
    /// Enough for the shape of a Gaussian in the smaller picture.
    private static final double LEAST_SIGMA = 3;

    private static final int MOST_HALVINGS = 4;

    /// A multiple of which the position of pixels has to be, so that the smaller picture is the
    /// same whatever part of a layer is drawn.
    public static final int GRID = 1 << MOST_HALVINGS;

    @Override
    public int reach() {
        int halvings = halvings();
        int interpolation = halvings == 0 ? 0 : 2 << halvings;
        return Math.max(BoxBlur.reach(sigmaX), BoxBlur.reach(sigmaY)) + interpolation;
    }

    @Override
    public void apply(Pixels pixels) {
        int halvings = halvings();
        if (halvings == 0) {
            put(Channels.blurred(pixels, sigmaX, sigmaY), pixels);
            return;
        }
        Pixels small = Shrunk.by(pixels, halvings);
        short[] blurred =
                Channels.blurred(
                        small, Shrunk.sigma(sigmaX, halvings), Shrunk.sigma(sigmaY, halvings));
        Shrunk.Enlarged rows =
                new Shrunk.Enlarged(blurred, small.width(), small.height(), halvings);
        short[] row = new short[4 * pixels.width()];
        for (int y = 0; y < pixels.height(); y++) {
            rows.row(y, row);
            for (int x = 0; x < pixels.width(); x++) {
                put(row, 4 * x, pixels.data(), y * pixels.width() + x);
            }
        }
    }

    /// Large blurs are made of a smaller picture: how often it is halved.
    private int halvings() {
        int halvings = 0;
        double smaller = Math.min(sigmaX, sigmaY);
        while (halvings < MOST_HALVINGS && smaller / (2 << halvings) >= LEAST_SIGMA) {
            halvings++;
        }
        return halvings;
    }

    private void put(short[] samples, Pixels into) {
        int count = into.width() * into.height();
        for (int i = 0; i < count; i++) {
            put(samples, 4 * i, into.data(), i);
        }
    }

    private void put(short[] samples, int from, int[] data, int at) {
        data[at] = sharp ? within(data[at], samples, from) : mixed(samples, from);
    }

    private static int mixed(short[] samples, int at) {
        int alpha = Channels.code(samples[at + 3]);
        return Math.min(alpha, Channels.code(samples[at]))
                | Math.min(alpha, Channels.code(samples[at + 1])) << 8
                | Math.min(alpha, Channels.code(samples[at + 2])) << 16
                | alpha << 24;
    }

    /// The mean colour of what is there, at the alpha that was there.
    private static int within(int pixel, short[] samples, int at) {
        int alpha = pixel >>> 24;
        int weight = samples[at + 3];
        if (alpha == 0 || weight == 0) {
            return pixel;
        }
        return channel(samples[at], alpha, weight)
                | channel(samples[at + 1], alpha, weight) << 8
                | channel(samples[at + 2], alpha, weight) << 16
                | alpha << 24;
    }

    private static int channel(int sample, int alpha, int weight) {
        return Math.min(alpha, (sample * alpha + weight / 2) / weight);
    }
}
