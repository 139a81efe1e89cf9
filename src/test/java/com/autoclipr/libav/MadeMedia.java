package com.autoclipr.libav;

import com.autoclipr.testkit.Programs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Small pictures and films for tests, made by the `ffmpeg` program and by ImageIO.
public final class MadeMedia {
    private MadeMedia() {}

    /// What FFmpeg makes of a source of its own, such as `color=red:s=64x48`.
    public static Path ffmpeg(Path file, String source, String... encoding) {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", source));
        arguments.addAll(List.of(encoding));
        arguments.add(file.toString());
        Programs.ffmpeg(arguments);
        return file;
    }

    /// A JPEG in which every pixel is told from its neighbours.
    public static byte[] jpeg(int width, int height, boolean progressive) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = (x * 31 + y * 17) % 64;
                image.setRGB(x, y, 0xff0000 | ((x * 255 / width) << 8) | (noise + 64));
            }
        }
        return jpeg(image, progressive);
    }

    public static byte[] jpeg(BufferedImage image, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(
                    progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// The JPEG with a segment more behind its beginning.
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xff);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    /// The first part of a file, beside it.
    ///
    /// @param percent how much
    public static Path cut(Path file, int percent) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Path cut = file.resolveSibling("cut-" + file.getFileName());
            return Files.write(cut, Arrays.copyOf(bytes, bytes.length * percent / 100));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
