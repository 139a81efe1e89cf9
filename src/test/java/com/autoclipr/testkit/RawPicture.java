package com.autoclipr.testkit;

/// Three planes of 8 bits, one after the other, all of the same size, no padding.
///
/// @param width samples
/// @param height rows
/// @param planes `3 × width × height` bytes
public record RawPicture(int width, int height, byte[] planes) {
    public int sample(int plane, int x, int y) {
        return planes[(plane * height + y) * width + x] & 255;
    }

    /// Mean of a plane in the square of `2 × reach + 1` samples around a place.
    public double mean(int plane, int x, int y, int reach) {
        long sum = 0;
        int count = 0;
        for (int row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++) {
            for (int column = Math.max(0, x - reach);
                    column <= Math.min(width - 1, x + reach);
                    column++) {
                sum += sample(plane, column, row);
                count++;
            }
        }
        return (double) sum / count;
    }

    /// Peak signal to noise ratio of two pictures of the same layout, decibels; infinite where they
    /// are equal.
    public static double psnrDb(byte[] one, byte[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    one.length + " samples are compared with " + other.length);
        }
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = (one[i] & 255) - (other[i] & 255);
            sum += difference * difference;
        }
        return 10 * Math.log10(255.0 * 255.0 * one.length / sum);
    }
}
