package com.autoclipr.libav.handles;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.nio.file.Path;

/// Limits for media files. Real files stay far below; a file that exceeds one is refused as
/// MEDIA_LIMIT with the facts `detail` (which limit), `limit` and `actual`, before anything is
/// allocated for it. Together they keep a worker within its memory limit, whatever a file claims.
public final class MediaLimits {
    /// Width or height of a picture in pixels.
    public static final int MAX_SIDE = 16_384;

    /// Pixels of a picture: a phone's largest photo has 200 million.
    public static final long MAX_PIXELS = 201_326_592;

    /// Pixels of a video frame: 8K in all common aspect ratios. A decoder may keep 16 of them.
    static final long MAX_MOVING_PIXELS = 8_192L * 4_608;

    /// Bytes of a picture on the heap of a worker, in the format it is drawn from.
    public static final long MAX_PICTURE_BYTES = 320L << 20;

    /// Streams of a file: libav opens a decoder of a few megabytes for each.
    static final int MAX_STREAMS = 100;

    /// The same for MP4 and related formats: each tile of a photo is a stream, and 48 million
    /// pixels have 192 of them.
    static final int MAX_STREAMS_WITH_TILES = 400;

    /// Bytes of a single allocation of libav: a packet, a plane of a picture, a decompressed colour
    /// profile, a table of a header.
    public static final long MAX_BLOCK_BYTES = 512L << 20;

    /// Bytes of one compressed picture that is read into Java memory.
    public static final int MAX_FRAME_BYTES = 128 << 20;

    /// Frames per second. Slow motion is recorded with at most 960.
    public static final int MAX_FRAMES_PER_SECOND = 1_000;

    /// Audio sample rate.
    static final int MAX_SAMPLE_RATE_HZ = 768_000;

    /// Minimum sample rate; below it, resampling would turn one sample into thousands.
    static final int MIN_SAMPLE_RATE_HZ = 1_000;

    static final int MAX_CHANNELS = 64;

    /// Audio samples of one packet.
    public static final int MAX_FRAME_SAMPLES = 1 << 22;

    /// Seconds from the file's zero; timestamps beyond are corrupt.
    static final long MAX_SECONDS = 2_000_000_000L;

    /// Duration of a source in seconds; a header or timestamp beyond it is ignored.
    public static final long MAX_DURATION_SECONDS = 1_000_000;

    /// Consecutive packets that cannot be decoded.
    public static final int MAX_PACKETS_IN_VAIN = 10_000;

    private MediaLimits() {}

    public static FailureException exceeded(Path file, String what, long limit, Object actual) {
        return MediaFailures.of(FailureKind.MEDIA_LIMIT, file, what)
                .with(Fact.LIMIT, Long.toString(limit))
                .with(Fact.ACTUAL, actual.toString())
                .asException();
    }

    /// @throws FailureException MEDIA_LIMIT if `actual` is more than `limit`
    public static void require(Path file, String what, long limit, long actual) {
        if (actual > limit) {
            throw exceeded(file, what, limit, actual);
        }
    }

    /// @param moving whether it is a video frame
    /// @throws FailureException MEDIA_LIMIT
    public static void requireSize(Path file, int width, int height, boolean moving) {
        if (Math.max(width, height) > MAX_SIDE) {
            throw exceeded(file, "picture-size", MAX_SIDE, width + "×" + height);
        }
        require(file, "pixels", pixels(moving), (long) width * height);
    }

    /// @throws FailureException MEDIA_LIMIT
    public static void requireSound(Path file, int rateHz, int channels) {
        require(file, "sample-rate", MAX_SAMPLE_RATE_HZ, rateHz);
        if (rateHz < MIN_SAMPLE_RATE_HZ) {
            throw exceeded(file, "low-sample-rate", MIN_SAMPLE_RATE_HZ, rateHz);
        }
        require(file, "channels", MAX_CHANNELS, channels);
    }

    /// The maximum number of streams in this container.
    public static int streams(String container) {
        return container.startsWith("mov,") ? MAX_STREAMS_WITH_TILES : MAX_STREAMS;
    }

    private static long pixels(boolean moving) {
        return moving ? MAX_MOVING_PIXELS : MAX_PIXELS;
    }
}
