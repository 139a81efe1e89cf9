package com.autoclipr.libav.pixels;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_0BGR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_0RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_ABGR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_ARGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.container.FileBytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// Decides whether the fourth byte of BMP and TGA pixels is alpha: FFmpeg assumes so, but many
/// writers leave garbage there.
public final class AlphaSense {
    private static final int BMP_HEADER_SIZE_AT = 14;
    private static final int BMP_COMPRESSION_AT = 30;
    private static final int BMP_ALPHA_MASK_AT = 66;
    private static final int BITFIELDS = 3;
    private static final int ALPHA_BITFIELDS = 6;

    /// BITMAPV3INFOHEADER, the first with an alpha mask.
    private static final int LEAST_HEADER_WITH_ALPHA = 56;

    private static final int TGA_DESCRIPTOR_AT = 17;

    /// FFmpeg itself may have found that there is no alpha; the bytes are still there.
    private static final Set<Integer> OPAQUE =
            Set.of(AV_PIX_FMT_BGR0, AV_PIX_FMT_RGB0, AV_PIX_FMT_0RGB, AV_PIX_FMT_0BGR);

    private AlphaSense() {}

    /// Meaning of the fourth byte.
    private enum Fourth {
        ALL_ZERO,
        ALL_FULL,
        OTHER
    }

    /// Makes a picture opaque if its file does not declare alpha, or if it would be fully
    /// transparent.
    ///
    /// @return the decision, without `file`, if the bytes may have been alpha
    public static Optional<Decision> correct(Path file, String container, AVFrame frame) {
        int opaque = opaque(frame.format());
        boolean four = opaque != frame.format() || OPAQUE.contains(opaque);
        if (!four || !(container.equals("bmp_pipe") || container.equals("tga_pipe"))) {
            return Optional.empty();
        }
        boolean declared = said(file, container);
        Fourth fourth = fourth(frame);
        boolean nothingVisible = declared && fourth == Fourth.ALL_ZERO;
        if (declared && !nothingVisible) {
            return Optional.empty();
        }
        frame.format(opaque);
        if (nothingVisible) {
            return Optional.of(ignored("fully-transparent"));
        }
        return fourth == Fourth.OTHER ? Optional.of(ignored("undeclared")) : Optional.empty();
    }

    private static Decision ignored(String reason) {
        return Decision.of(DecisionKind.ALPHA_IGNORED).with(Fact.REASON, reason);
    }

    private static int opaque(int format) {
        if (format == AV_PIX_FMT_BGRA) {
            return AV_PIX_FMT_BGR0;
        }
        return format == AV_PIX_FMT_RGBA ? AV_PIX_FMT_RGB0 : otherOrder(format);
    }

    private static int otherOrder(int format) {
        if (format == AV_PIX_FMT_ARGB) {
            return AV_PIX_FMT_0RGB;
        }
        return format == AV_PIX_FMT_ABGR ? AV_PIX_FMT_0BGR : format;
    }

    private static boolean said(Path path, String container) {
        try (FileChannel channel = FileChannel.open(path)) {
            FileBytes file = new FileBytes(channel);
            if (container.equals("tga_pipe")) {
                return (file.at(TGA_DESCRIPTOR_AT) & 15) > 0;
            }
            int compression = file.at(BMP_COMPRESSION_AT);
            boolean masks = compression == BITFIELDS || compression == ALPHA_BITFIELDS;
            boolean roomForAlpha =
                    file.at(BMP_HEADER_SIZE_AT) >= LEAST_HEADER_WITH_ALPHA
                            || compression == ALPHA_BITFIELDS;
            boolean any = false;
            for (int i = 0; i < 4; i++) {
                any |= file.at(BMP_ALPHA_MASK_AT + i) > 0;
            }
            return masks && roomForAlpha && any;
        } catch (IOException e) {
            return true;
        }
    }

    private static Fourth fourth(AVFrame frame) {
        boolean first =
                opaque(frame.format()) == AV_PIX_FMT_0RGB
                        || opaque(frame.format()) == AV_PIX_FMT_0BGR;
        byte[] row = new byte[4 * frame.width()];
        boolean zero = true;
        boolean full = true;
        for (int y = 0; y < frame.height() && (zero || full); y++) {
            BytePointer data = frame.data(0).getPointer((long) y * frame.linesize(0));
            data.get(row);
            for (int i = first ? 0 : 3; i < row.length; i += 4) {
                zero &= row[i] == 0;
                full &= row[i] == -1;
            }
        }
        return zero ? Fourth.ALL_ZERO : full ? Fourth.ALL_FULL : Fourth.OTHER;
    }
}
