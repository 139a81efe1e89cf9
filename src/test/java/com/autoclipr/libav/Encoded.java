package com.autoclipr.libav;

import com.autoclipr.libav.output.AacEncoder;
import com.autoclipr.libav.output.Mp4Muxer;
import com.autoclipr.media.AudioEncoder;
import com.autoclipr.media.AudioEncoding;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.VideoCodec;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.encoded.EncodedAudio;
import com.autoclipr.media.encoded.EncodedVideo;
import com.autoclipr.media.encoded.PacketDigest;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Small coded material for tests, by our own encoders.
public final class Encoded {
    public static final int WIDTH = 96;
    public static final int HEIGHT = 160;
    private static final int SAMPLE_RATE_HZ = 48_000;

    private Encoded() {}

    public static VideoEncoding encoding(String fps, String preset) {
        return new VideoEncoding(
                WIDTH, HEIGHT, new FrameRate(Rational.parse(fps)), new VideoCodec.X264(23, preset));
    }

    /// Frames `[first, first + count)` of a moving pattern, as one chunk.
    public static EncodedVideo chunk(VideoEncoding encoding, long first, int count) {
        OutputFrame frame = new OutputFrame(encoding.width(), encoding.height());
        Arrays.fill(frame.cr(), (byte) 128);
        try (VideoEncoder encoder = new LibavMedia().openVideoEncoder(encoding)) {
            for (long index = first; index < first + count; index++) {
                draw(frame, index);
                encoder.encode(frame);
            }
            return encoder.finish(() -> {});
        }
    }

    private static void draw(OutputFrame frame, long index) {
        byte[] luma = frame.luma();
        for (int i = 0; i < luma.length; i++) {
            int x = i % frame.width();
            int y = i / frame.width();
            luma[i] = (byte) (16 + ((x * 3 + y + index * 5) ^ (index / 9 * 37)) % 219);
        }
        Arrays.fill(frame.cb(), (byte) (64 + index % 128));
    }

    /// A sine of 997 Hz at half of full scale.
    public static EncodedAudio sine(long samples) {
        float[] block = new float[4_000];
        try (AudioEncoder encoder = AacEncoder.open(new AudioEncoding(192_000))) {
            for (long done = 0; done < samples; ) {
                int count = (int) Math.min(block.length, samples - done);
                for (int i = 0; i < count; i++) {
                    double phase = 2 * Math.PI * 997 * (done + i) / SAMPLE_RATE_HZ;
                    block[i] = (float) (0.5 * Math.sin(phase));
                }
                encoder.encode(block, block, count);
                done += count;
            }
            return encoder.finish();
        }
    }

    /// A file of chunks of one second each, with a sine of the same length.
    ///
    /// @return the digest of the chunks' packets
    public static String file(Path file, VideoEncoding encoding, long frames, boolean withSound) {
        FrameRate rate = encoding.frameRate();
        Optional<EncodedAudio> sound =
                withSound
                        ? Optional.of(sine(rate.sampleOfFrame(frames, SAMPLE_RATE_HZ)))
                        : Optional.empty();
        EncodedVideo header = chunk(encoding, 0, 1);
        MuxerTracks tracks = new MuxerTracks(encoding, header.header(), frames, sound);
        PacketDigest digest = new PacketDigest();
        try (Muxer muxer = Mp4Muxer.open(file, tracks)) {
            long first = 0;
            for (long second = 1; first < frames; second++) {
                long end = Math.min(frames, rate.framesIn(Rational.of(second)));
                EncodedVideo chunk = chunk(encoding, first, (int) (end - first));
                digest.add(chunk, first);
                muxer.write(chunk, first);
                first = end;
            }
            muxer.finish();
        }
        return digest.hex();
    }
}
