package com.autoclipr.libav.pictures;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.container.RiffChunk;
import com.autoclipr.libav.handles.Decoder;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.libav.pixels.PlaneRotation;
import com.autoclipr.libav.pixels.Premultiplied;
import com.autoclipr.libav.pixels.RgbaMaker;
import com.autoclipr.libav.pixels.SampleArrays;
import com.autoclipr.libav.profiles.SourceColours;
import com.autoclipr.media.Crop;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/// Pictures of an animated WebP: each frame is decoded by FFmpeg as a separate WebP and composited
/// here. Owns its decoder; not thread-safe.
public final class AnimatedWebpPictures implements PictureSource {
    private static final Rational HALF = Rational.of(1, 2);

    /// Lossy frames are BT.601 limited by definition.
    private static final ColourFacts FRAME_COLOUR =
            new ColourFacts(
                    ColourFacts.Matrix.BT601,
                    false,
                    ColourFacts.Transfer.SDR,
                    "smpte170m",
                    false,
                    8);

    private final Path file;
    private final AnimatedWebp animation;
    private final DisplaySize size;
    private final PlaneRotation turn;
    private final Decoder decoder;
    private final RgbaMaker maker;
    private final SampleArrays arrays = new SampleArrays();
    private final FrameHandle decoded;
    private final AVPacket packet;
    private final byte[] canvas;
    private int drawn = -1;
    private boolean damaged;
    private boolean open = true;
    private @Nullable Picture made;

    public AnimatedWebpPictures(Path file, AnimatedWebp animation, VideoFacts facts) {
        this.file = file;
        this.animation = animation;
        this.size = facts.displaySize();
        this.turn = new PlaneRotation(facts.orientation());
        this.maker =
                new RgbaMaker(
                        FRAME_COLOUR,
                        new PlaneRotation(Orientation.UPRIGHT),
                        SourceColours.ofWebp(file).transform());
        this.canvas = new byte[animation.width() * animation.height() * 4];
        // Native resources last: nothing after this can fail.
        this.decoder = Decoder.named("webp", file);
        this.decoded = new FrameHandle();
        this.packet = av_packet_alloc();
    }

    @Override
    public Picture at(Rational sourceTime) {
        if (!open) {
            throw new IllegalStateException("the pictures of " + file + " are closed");
        }
        long ms = sourceTime.dividedBy(AnimatedWebp.TICK).plus(HALF).floor();
        int wanted = animation.frameAt(ms);
        Picture picture = made;
        if (picture == null || wanted != drawn) {
            draw(wanted);
            picture = upright();
            made = picture;
        }
        return picture;
    }

    private void draw(int wanted) {
        int from = wanted;
        while (!animation.standsAlone(from) && from != drawn + 1) {
            from--;
        }
        for (int i = from; i <= wanted; i++) {
            if (animation.standsAlone(i)) {
                Arrays.fill(canvas, (byte) 0);
            } else {
                clearAfter(animation.frames().get(i - 1));
            }
            drawOne(animation.frames().get(i));
        }
        drawn = wanted;
    }

    private void clearAfter(AnimatedWebp.Frame before) {
        if (before.cleared()) {
            for (int y = 0; y < before.height(); y++) {
                int start = ((before.y() + y) * animation.width() + before.x()) * 4;
                Arrays.fill(canvas, start, start + before.width() * 4, (byte) 0);
            }
        }
    }

    private void drawOne(AnimatedWebp.Frame frame) {
        send(still(frame));
        if (decoder.receive(decoded.get()) != Decoder.Outcome.FRAME
                || decoded.get().width() != frame.width()
                || decoded.get().height() != frame.height()) {
            damaged = true;
            return;
        }
        Crop whole = new Crop(0, 0, frame.width(), frame.height());
        RgbaPicture picture = maker.make(decoded.get(), whole, arrays, arrays);
        decoded.clear();
        int rowBytes = frame.width() * 4;
        for (int y = 0; y < frame.height(); y++) {
            int to = ((frame.y() + y) * animation.width() + frame.x()) * 4;
            if (frame.blended() && !picture.opaque()) {
                Premultiplied.over(picture.pixels(), y * rowBytes, canvas, to, frame.width());
            } else {
                System.arraycopy(picture.pixels(), y * rowBytes, canvas, to, rowBytes);
            }
        }
    }

    /// The frame's chunks as a WebP file; an alpha chunk needs the extended header.
    private byte[] still(AnimatedWebp.Frame frame) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer chunks = RiffChunk.read(channel, frame.offset(), frame.size());
            boolean extended = RiffChunk.letters(chunks, 0).equals("ALPH");
            int size = 4 + (extended ? 18 : 0) + frame.size();
            ByteBuffer out = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
            out.put(ascii("RIFF")).putInt(size).put(ascii("WEBP"));
            if (extended) {
                out.put(ascii("VP8X")).putInt(10).putInt(0x10);
                putThree(out, frame.width() - 1);
                putThree(out, frame.height() - 1);
            }
            return out.put(chunks).array();
        } catch (IOException e) {
            throw MediaFailures.of(FailureKind.SOURCE_CHANGED, file, String.valueOf(e.getMessage()))
                    .asException();
        }
    }

    private static byte[] ascii(String letters) {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }

    private static void putThree(ByteBuffer out, int value) {
        out.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    private void send(byte[] webp) {
        Natives.check(av_new_packet(packet, webp.length), FailureKind.OUT_OF_MEMORY);
        packet.data().put(webp, 0, webp.length);
        packet.flags(org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY);
        if (!decoder.send(packet)) {
            damaged = true;
        }
        av_packet_unref(packet);
    }

    private Picture upright() {
        int width = animation.width();
        int height = animation.height();
        byte[] pixels = turn.turnPixels(canvas, width, height);
        boolean opaque = Premultiplied.opaque(pixels);
        return new RgbaPicture(
                pixels, turn.width(width, height), turn.height(width, height), opaque);
    }

    @Override
    public DisplaySize displaySize() {
        return size;
    }

    @Override
    public List<Decision> decisions() {
        return damaged
                ? List.of(
                        Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED)
                                .with(Fact.FILE, file.toString()))
                : List.of();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            decoder.close();
            maker.close();
            decoded.close();
            av_packet_free(packet);
        }
    }
}
