package com.autoclipr.libav.pictures;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY16LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB48LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA64LE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.container.FileBytes;
import com.autoclipr.libav.container.PamFile;
import com.autoclipr.libav.container.RiffChunk;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.handles.Natives;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;

/// A PAM decoder: FFmpeg's refuses files without a tuple type, treats inks as colours, and does not
/// scale samples of most types if their maximum is not 255.
final class PamPicture implements PictureFlow {
    private static final int MOST_SAMPLES = 16;

    private final Path path;
    private boolean delivered;

    PamPicture(Path path) {
        this.path = path;
    }

    @Override
    public boolean next(FrameHandle into) {
        into.clear();
        if (delivered) {
            return false;
        }
        delivered = true;
        try (FileChannel channel = FileChannel.open(path)) {
            PamFile pam =
                    PamFile.read(new FileBytes(channel))
                            .orElseThrow(() -> broken("tables").asException());
            if (pam.colours() == 0) {
                throw MediaFailures.of(FailureKind.MEDIA_UNSUPPORTED, path, "pam-kind")
                        .with(Fact.SAMPLES, pam.depth() + " " + pam.kind())
                        .asException();
            }
            MediaLimits.requireSize(path, pam.width(), pam.height(), false);
            MediaLimits.require(path, "picture-channels", MOST_SAMPLES, pam.depth());
            read(channel, pam, into.get());
            into.get().pts(0);
            return true;
        } catch (EOFException e) {
            throw new FailureException(broken("truncated"), e);
        } catch (IOException e) {
            throw new FailureException(
                    broken("content").with(Fact.REASON, String.valueOf(e.getMessage())), e);
        }
    }

    private Failure broken(String detail) {
        return MediaFailures.of(FailureKind.MEDIA_CORRUPT, path, detail);
    }

    private static int format(PamFile pam) {
        boolean wide = pam.wide();
        if (pam.alpha()) {
            return wide ? AV_PIX_FMT_RGBA64LE : AV_PIX_FMT_RGBA;
        }
        return pam.colours() == 1
                ? (wide ? AV_PIX_FMT_GRAY16LE : AV_PIX_FMT_GRAY8)
                : (wide ? AV_PIX_FMT_RGB48LE : AV_PIX_FMT_RGB24);
    }

    private static void read(FileChannel channel, PamFile pam, AVFrame frame) throws IOException {
        frame.width(pam.width()).height(pam.height()).format(format(pam));
        Natives.check(av_frame_get_buffer(frame, 0), FailureKind.OUT_OF_MEMORY);
        int rowBytes = Math.toIntExact(pam.rowBytes());
        for (int y = 0; y < pam.height(); y++) {
            ByteBuffer row = RiffChunk.read(channel, pam.start() + (long) y * rowBytes, rowBytes);
            put(
                    row.order(ByteOrder.BIG_ENDIAN),
                    pam,
                    frame.data(0).getPointer((long) y * frame.linesize(0)));
        }
    }

    private static void put(ByteBuffer row, PamFile pam, BytePointer target) {
        int channels = pam.alpha() ? 4 : pam.colours();
        short[] wide = new short[pam.wide() ? pam.width() * channels : 0];
        byte[] narrow = new byte[pam.wide() ? 0 : pam.width() * channels];
        int full = pam.wide() ? 65_535 : 255;
        for (int x = 0; x < pam.width(); x++) {
            for (int c = 0; c < channels; c++) {
                int colour = pam.colours() == 1 ? 0 : c;
                int at = x * pam.depth() + (c == 3 ? pam.colours() : colour);
                int value =
                        pam.wide()
                                ? Short.toUnsignedInt(row.getShort(2 * at))
                                : Byte.toUnsignedInt(row.get(at));
                long part = Math.min(value, pam.most());
                int scaled = (int) ((part * full + pam.most() / 2) / pam.most());
                if (pam.wide()) {
                    wide[x * channels + c] = (short) scaled;
                } else {
                    narrow[x * channels + c] = (byte) scaled;
                }
            }
        }
        if (pam.wide()) {
            new ShortPointer(target).put(wide, 0, wide.length);
        } else {
            target.put(narrow, 0, narrow.length);
        }
    }

    @Override
    public boolean damaged() {
        return false;
    }

    @Override
    public void close() {
        // Nothing to close: the file was closed after reading.
    }
}
