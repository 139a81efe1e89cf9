package com.autoclipr.libav.pictures;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_ICC_PROFILE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY16LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB48LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA64LE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_new_side_data;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.container.TiffLab;
import com.autoclipr.libav.handles.Natives;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;

/// Copies rows of a [BufferedImage] into a frame: grey, R′G′B′ or straight R′G′B′A, in 8 bits, or
/// in 16 if there are more.
final class TiffSamples {
    private final ColorModel model;
    private final byte[] profile;
    private final Optional<TiffLab> lab;
    private final boolean wide;
    private final boolean alpha;
    private final int colours;
    private final int most;

    /// @param profile ICC profile of the file, attached to the frame; may be empty
    /// @param lab conversion of L*a*b* samples, for which the profile is irrelevant
    TiffSamples(ColorModel model, byte[] profile, Optional<TiffLab> lab) {
        this.model = model;
        this.profile = lab.isPresent() ? new byte[0] : profile;
        this.lab = lab;
        boolean indexed = model instanceof IndexColorModel;
        this.wide = !indexed && model.getComponentSize(0) > 8;
        this.alpha = model.hasAlpha();
        this.colours = indexed ? 3 : model.getNumColorComponents();
        this.most = wide ? 65_535 : 255;
        if (colours != 1 && colours != 3 && colours != 4) {
            throw new UnsupportedOperationException(colours + " colours");
        }
    }

    private boolean grey() {
        return colours == 1 && !alpha;
    }

    /// Sets size and format of `frame`.
    void allocate(AVFrame frame, int width, int height) {
        int format =
                grey()
                        ? (wide ? AV_PIX_FMT_GRAY16LE : AV_PIX_FMT_GRAY8)
                        : alpha
                                ? (wide ? AV_PIX_FMT_RGBA64LE : AV_PIX_FMT_RGBA)
                                : (wide ? AV_PIX_FMT_RGB48LE : AV_PIX_FMT_RGB24);
        frame.width(width).height(height).format(format);
        Natives.check(av_frame_get_buffer(frame, 0), FailureKind.OUT_OF_MEMORY);
        if (profile.length > 0) {
            AVFrameSideData data =
                    av_frame_new_side_data(frame, AV_FRAME_DATA_ICC_PROFILE, profile.length);
            if (data != null && !data.isNull()) {
                data.data().put(profile, 0, profile.length);
            }
        }
    }

    /// Copies all rows of `band`, starting at row `top`.
    void put(BufferedImage band, AVFrame frame, int top) {
        int channels = grey() ? 1 : alpha ? 4 : 3;
        int width = band.getWidth();
        int[] row = new int[width * channels];
        Rows rows = rows(band);
        for (int y = 0; y < band.getHeight(); y++) {
            rows.read(y, row, channels);
            BytePointer target = frame.data(0).getPointer((long) (top + y) * frame.linesize(0));
            if (wide) {
                short[] samples = new short[row.length];
                for (int i = 0; i < row.length; i++) {
                    samples[i] = (short) row[i];
                }
                new ShortPointer(target).put(samples, 0, samples.length);
            } else {
                byte[] samples = new byte[row.length];
                for (int i = 0; i < row.length; i++) {
                    samples[i] = (byte) row[i];
                }
                target.put(samples, 0, samples.length);
            }
        }
    }

    /// Reads a row in the format of the frame.
    private interface Rows {
        void read(int y, int[] into, int channels);
    }

    private Rows rows(BufferedImage band) {
        if (model instanceof IndexColorModel) {
            int[] packed = new int[band.getWidth()];
            return (y, into, channels) -> {
                band.getRGB(0, y, packed.length, 1, packed, 0, packed.length);
                for (int x = 0; x < packed.length; x++) {
                    int at = x * channels;
                    into[at] = (packed[x] >> 16) & 255;
                    if (channels > 1) {
                        into[at + 1] = (packed[x] >> 8) & 255;
                        into[at + 2] = packed[x] & 255;
                    }
                    if (channels == 4) {
                        into[at + 3] = packed[x] >>> 24;
                    }
                }
            };
        }
        Raster raster = band.getRaster();
        int bands = raster.getNumBands();
        int[] samples = new int[band.getWidth() * bands];
        double[] exact =
                raster.getTransferType() == DataBuffer.TYPE_FLOAT
                                || raster.getTransferType() == DataBuffer.TYPE_DOUBLE
                                || model.getComponentSize(0) > 16
                        ? new double[samples.length]
                        : new double[0];
        return (y, into, channels) -> {
            if (exact.length > 0) {
                raster.getPixels(0, y, band.getWidth(), 1, exact);
                double scale = scale(raster.getTransferType());
                for (int i = 0; i < exact.length; i++) {
                    double value = exact[i] < 0 && scale < 1 ? exact[i] + 0x1p32 : exact[i];
                    samples[i] = (int) Math.rint(Math.clamp(value * scale, 0, most));
                }
            } else {
                raster.getPixels(0, y, band.getWidth(), 1, samples);
                widen(samples, bands);
            }
            colours(samples, bands, into, channels);
        };
    }

    /// Floating-point samples range from 0 to 1, 32-bit integers to 2³² − 1.
    private double scale(int type) {
        return type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE
                ? most
                : most / (Math.pow(2, model.getComponentSize(0)) - 1);
    }

    private void widen(int[] samples, int bands) {
        int bits = model.getComponentSize(0);
        if (bits == (wide ? 16 : 8)) {
            return;
        }
        long full = (1L << bits) - 1;
        for (int i = 0; i < samples.length && bands > 0; i++) {
            samples[i] = (int) ((samples[i] * (long) most + full / 2) / full);
        }
    }

    private void colours(int[] samples, int bands, int[] into, int channels) {
        for (int x = 0; x * bands < samples.length; x++) {
            int from = x * bands;
            int to = x * channels;
            lab.ifPresent(colours -> colours.convert(samples, from));
            int part = alpha ? samples[from + colours] : most;
            for (int c = 0; c < Math.min(3, channels); c++) {
                int value = colour(samples, from, c);
                if (alpha && model.isAlphaPremultiplied() && part > 0) {
                    value = (int) Math.min(most, ((long) value * most + part / 2) / part);
                }
                into[to + c] = value;
            }
            if (channels == 4) {
                into[to + 3] = part;
            }
        }
    }

    /// Converts CMYK to R′G′B′.
    private int colour(int[] samples, int from, int c) {
        if (colours == 4) {
            long paper = (long) most - samples[from + c];
            long unblackened = (long) most - samples[from + 3];
            return (int) ((paper * unblackened + most / 2) / most);
        }
        return samples[from + (colours == 1 ? 0 : c)];
    }
}
