package com.autoclipr.libav.handles;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.nio.file.Path;

/// What a media file may ask for. Real files stay far below; a file that passes one of these is
/// refused as MEDIA_LIMIT with the facts `detail` (which limit), `limit` and `actual`, before what
/// it asks for is allocated. Together they keep a worker under its memory limit whatever a file
/// claims.
public final class MediaLimits {
    /// Pixels along a side of a picture.
    public static final int MAX_SIDE = 16_384;

    /// Pixels of a picture: a phone's largest photo has 200 million.
    public static final long MAX_PIXELS = 201_326_592;

    /// Pixels of a picture that moves: 8K in every shape in use. A decoder may keep 16 of them.
    static final long MAX_MOVING_PIXELS = 8_192L * 4_608;

    /// Bytes of a picture as it is drawn from: they lie on the heap of a worker.
    public static final long MAX_PICTURE_BYTES = 320L << 20;

    /// Streams of a file: libav opens a decoder of some megabytes for each.
    static final int MAX_STREAMS = 100;

    /// The same for MP4 and its kin: each tile of a photo is a stream, and 48 million pixels have
    /// 192 of them.
    static final int MAX_STREAMS_WITH_TILES = 400;

    /// Bytes of any one block of memory that libav allocates: a packet, a plane of a picture, an
    /// unpacked colour profile, a table of a header.
    public static final long MAX_BLOCK_BYTES = 512L << 20;

    /// Bytes of one compressed picture that is read into Java memory.
    public static final int MAX_FRAME_BYTES = 128 << 20;

    /// Pictures per second. Slow motion is recorded with 960 at most.
    public static final int MAX_FRAMES_PER_SECOND = 1_000;

    /// Samples per second of sound.
    static final int MAX_SAMPLE_RATE_HZ = 768_000;

    /// Below, resampling would make thousands of samples of one.
    static final int MIN_SAMPLE_RATE_HZ = 1_000;

    static final int MAX_CHANNELS = 64;

    /// Samples of one packet of sound.
    public static final int MAX_FRAME_SAMPLES = 1 << 22;

    /// Seconds from the file's zero: what lies farther is no time but damage.
    static final long MAX_SECONDS = 2_000_000_000L;

    /// Seconds a source may last: a header or a timestamp that says more is not believed.
    public static final long MAX_DURATION_SECONDS = 1_000_000;

    /// Packets one after the other of which nothing can be decoded.
    public static final int MAX_PACKETS_IN_VAIN = 10_000;

    private MediaLimits() {}

    public static FailureException exceeded(Path file, String what, long limit, Object actual) {
        return MediaFailures.of(FailureKind.MEDIA_LIMIT, file, what)
                .with("limit", Long.toString(limit))
                .with("actual", actual.toString())
                .asException();
    }

    /// @throws FailureException MEDIA_LIMIT if `actual` is more than `limit`
    public static void require(Path file, String what, long limit, long actual) {
        if (actual > limit) {
            throw exceeded(file, what, limit, actual);
        }
    }

    /// @param moving whether there are more pictures than one
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

    /// How many streams a file in this container may have.
    public static int streams(String container) {
        return container.startsWith("mov,") ? MAX_STREAMS_WITH_TILES : MAX_STREAMS;
    }

    private static long pixels(boolean moving) {
        return moving ? MAX_MOVING_PIXELS : MAX_PIXELS;
    }
}
