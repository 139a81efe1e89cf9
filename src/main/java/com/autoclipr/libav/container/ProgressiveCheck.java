package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/// Detects missing data within a progressive JPEG. FFmpeg silently treats it as zeros; libjpeg,
/// which comes with Java, counts warnings.
public final class ProgressiveCheck {
    /// Only a few of the pixels are requested.
    private static final int EVERY = 64;

    private ProgressiveCheck() {}

    /// Its coefficients take two bytes per sample, like those of FFmpeg, which are already freed.
    public static boolean damaged(Path file) {
        AtomicBoolean damaged = new AtomicBoolean();
        ImageReader reader = javaReader();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener(
                    (source, warning) ->
                            damaged.compareAndSet(false, warning.contains("Corrupt JPEG data")));
            ImageReadParam few = reader.getDefaultReadParam();
            few.setSourceSubsampling(EVERY, EVERY, 0, 0);
            reader.readRaster(0, few);
        } catch (IOException | RuntimeException e) {
            // Java may fail on files that FFmpeg can read.
        } finally {
            reader.dispose();
        }
        return damaged.get();
    }

    private static ImageReader javaReader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.")) {
                return reader;
            }
            reader.dispose();
        }
        throw new IllegalStateException("Java comes without its reader of JPEG");
    }
}
