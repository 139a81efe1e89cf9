package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.container.TiffFile;
import com.autoclipr.libav.container.TiffLab;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.MediaFailures;
import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// The first page of a TIFF, decoded by TwelveMonkeys ImageIO: FFmpeg's decoder leaves tiles and
/// JPEG unpainted and misreads other kinds. Reads bands of rows, so that only one is on the heap.
final class TiffPicture implements PictureFlow {
    private static final long BAND_BYTES = 96L << 20;

    /// Size of a band; strips and tiles that span bands are decoded for each of them.
    private static final int LEAST_ROWS = 16;

    private final Path path;
    private boolean delivered;
    private boolean damaged;

    TiffPicture(Path path) {
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
            TiffFile tags = tags(channel);
            if (tags.raw()) {
                throw MediaFailures.of(FailureKind.MEDIA_UNSUPPORTED, path, "camera-raw")
                        .asException();
            }
            tags.requireSize(path);
            damaged = tags.damaged();
            read(into.get(), tags);
            into.get().pts(0);
            return true;
        } catch (FailureException e) {
            throw e;
        } catch (EOFException e) {
            throw new FailureException(
                    MediaFailures.of(FailureKind.MEDIA_CORRUPT, path, "truncated"), e);
        } catch (IIOException | UnsupportedOperationException e) {
            throw new FailureException(
                    MediaFailures.of(FailureKind.MEDIA_UNSUPPORTED, path, "tiff-kind")
                            .with(Fact.REASON, String.valueOf(e.getMessage())),
                    e);
        } catch (IOException | RuntimeException e) {
            // The reader trusts the tables of a file and fails on invalid ones.
            throw new FailureException(
                    MediaFailures.of(FailureKind.MEDIA_CORRUPT, path, "content")
                            .with(Fact.REASON, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private TiffFile tags(FileChannel channel) throws EOFException {
        try {
            return TiffFile.read(channel);
        } catch (EOFException e) {
            throw e;
        } catch (IOException e) {
            throw new FailureException(
                    MediaFailures.of(FailureKind.MEDIA_CORRUPT, path, "tables"), e);
        }
    }

    private void read(AVFrame into, TiffFile tags) throws IOException {
        Optional<TiffLab> lab = tags.lab();
        try (ImageInputStream in =
                new TiffView(tags.first(), TiffFile.PICTURE, TiffFile.insteadOf(lab))) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in);
                reader.addIIOReadWarningListener((source, warning) -> damaged |= isDamage(warning));
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width != tags.width() || height != tags.height()) {
                    throw new IOException("a size of " + width + "×" + height);
                }
                TiffSamples samples = null;
                int bandRows = height;
                for (int top = 0; top < height; top += bandRows) {
                    if (top == 0) {
                        long rowBytes =
                                (long) width
                                        * reader.getRawImageType(0).getColorModel().getPixelSize()
                                        / 8;
                        bandRows =
                                Math.clamp(
                                        BAND_BYTES / Math.max(1, rowBytes),
                                        LEAST_ROWS,
                                        Math.max(LEAST_ROWS, height));
                    }
                    int rows = Math.min(bandRows, height - top);
                    ImageReadParam part = reader.getDefaultReadParam();
                    part.setSourceRegion(new Rectangle(0, top, width, rows));
                    part.setDestinationType(reader.getRawImageType(0));
                    BufferedImage band = reader.read(0, part);
                    if (samples == null) {
                        samples = new TiffSamples(band.getColorModel(), tags.profile(), lab);
                        samples.allocate(into, width, height);
                    }
                    samples.put(band, into, top);
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        TIFFImageReaderSpi usual = new TIFFImageReaderSpi();
        return usual.canDecodeInput(in)
                ? usual.createReaderInstance(null)
                : new BigTIFFImageReaderSpi().createReaderInstance(null);
    }

    private static boolean isDamage(String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        return words.contains("corrupt")
                || words.contains("premature")
                || words.contains("required")
                || words.contains("truncated");
    }

    @Override
    public boolean damaged() {
        return damaged;
    }

    @Override
    public void close() {
        // Nothing to close: reader and file were closed after reading.
    }
}
