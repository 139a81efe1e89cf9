package com.autoclipr.testkit.reading;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/// What `javax.imageio` reads from a file of still pictures, by the readers of the JDK and of
/// TwelveMonkeys: they share nothing with FFmpeg.
///
/// @param pictures how many there are
/// @param first the first one, upright and in sRGB
/// @param coloursKnown whether its colours were converted by all that the file says of them
record StillJudge(int pictures, BufferedImage first, boolean coloursKnown) {
    private static final double USUAL_GAMMA = 1 / 2.2;

    /// @return empty if no reader knows the format, or none can read the file
    static Optional<StillJudge> of(Path file) {
        for (ImageReaderSpi provider : providers(file)) {
            Optional<StillJudge> read = read(provider, file);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /// The JDK's own before others, as the engine may use those too.
    private static List<ImageReaderSpi> providers(Path file) {
        List<ImageReaderSpi> providers = new ArrayList<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageIO.getImageReaders(in)
                    .forEachRemaining(reader -> providers.add(reader.getOriginatingProvider()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        providers.sort(
                Comparator.comparing(spi -> !spi.getClass().getName().startsWith("com.sun.")));
        return providers;
    }

    private static Optional<StillJudge> read(ImageReaderSpi provider, Path file) {
        try {
            StillMarks marks = StillMarks.of(Files.readAllBytes(file));
            BufferedImage image = reading(provider, file, reader -> reader.read(0));
            int pictures = reading(provider, file, reader -> reader.getNumImages(true));
            BufferedImage upright = turned(withProfile(inSrgb(image), marks), marks.orientation());
            return Optional.of(
                    new StillJudge(pictures, withGamma(upright, marks), marks.coloursKnown()));
        } catch (IIOException | IllegalArgumentException e) {
            return Optional.empty(); // another one may
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Question<T> {
        T ask(ImageReader reader) throws IOException;
    }

    /// Readers forget what they have passed: each question is asked of a fresh one.
    private static <T> T reading(ImageReaderSpi provider, Path file, Question<T> question)
            throws IOException {
        ImageReader reader = provider.createReaderInstance();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in, false, true);
            return question.ask(reader);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage inSrgb(BufferedImage image) {
        BufferedImage srgb =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = srgb.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return srgb;
    }

    /// Readers of PNG take no notice of its profile: samples are those of the file still.
    private static BufferedImage withProfile(BufferedImage image, StillMarks marks) {
        if (marks.profile().isEmpty() || marks.profile().get().getNumComponents() != 3) {
            return image;
        }
        ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        ColorConvertOp convert =
                new ColorConvertOp(new ICC_Profile[] {marks.profile().get(), srgb}, null);
        int[] colours = {0, 1, 2};
        WritableRaster samples = image.getRaster();
        WritableRaster inPlace =
                samples.createWritableChild(
                        0, 0, image.getWidth(), image.getHeight(), 0, 0, colours);
        WritableRaster converted =
                Raster.createInterleavedRaster(
                        DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 3, null);
        convert.filter(inPlace, converted);
        inPlace.setRect(converted);
        return image;
    }

    private static BufferedImage withGamma(BufferedImage image, StillMarks marks) {
        if (marks.gamma() == 0 || Math.abs(marks.gamma() - USUAL_GAMMA) < 0.01) {
            return image;
        }
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            double light = Math.pow(i / 255.0, 1 / marks.gamma());
            table[i] = (int) Math.round(255 * Math.pow(light, USUAL_GAMMA));
        }
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                int red = table[(argb >> 16) & 0xff];
                int green = table[(argb >> 8) & 0xff];
                int opaque = argb & 0xff000000;
                image.setRGB(x, y, opaque | (red << 16) | (green << 8) | table[argb & 0xff]);
            }
        }
        return image;
    }

    /// @param orientation as EXIF numbers them, 1 to 8
    private static BufferedImage turned(BufferedImage image, int orientation) {
        if (orientation <= 1 || orientation > 8) {
            return image;
        }
        boolean swaps = orientation >= 5;
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage turned =
                new BufferedImage(swaps ? height : width, swaps ? width : height, image.getType());
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                int fromX = swaps ? y : x;
                int fromY = swaps ? x : y;
                boolean fromRight =
                        orientation == 2
                                || orientation == 3
                                || orientation == 7
                                || orientation == 8;
                boolean fromBelow =
                        orientation == 3
                                || orientation == 4
                                || orientation == 6
                                || orientation == 7;
                turned.setRGB(
                        x,
                        y,
                        image.getRGB(
                                fromRight ? width - 1 - fromX : fromX,
                                fromBelow ? height - 1 - fromY : fromY));
            }
        }
        return turned;
    }
}
