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

/// Whether data is missing within a progressive JPEG. FFmpeg takes what it finds there for zeros
/// and says nothing; libjpeg, which comes with Java, counts.
public final class ProgressiveCheck {
    /// Of the pixels only a few are wanted.
    private static final int EVERY = 64;

    private ProgressiveCheck() {}

    /// Its coefficients take two bytes a sample, as they did in FFmpeg, which has freed its own.
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
            // What Java cannot read, FFmpeg may.
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
