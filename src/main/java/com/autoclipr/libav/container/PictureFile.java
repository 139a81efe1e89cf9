package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;

/// A file with one image to show, recognised by its first bytes. It is passed to its decoder as a
/// whole, instead of being parsed as a stream of images.
///
/// @param container name of FFmpeg's demuxer for the format
/// @param codec FFmpeg's codec id
/// @param end offset of the end of the image
/// @param cutOff whether the image is truncated, according to its structure
/// @param progressive whether it is a progressive JPEG
/// @param extras other content
public record PictureFile(
        String container, int codec, long end, boolean cutOff, boolean progressive, Extras extras) {
    private static final int PROGRESSIVE = 2;

    private static final List<String> BEGINNINGS =
            List.of(
                    "\u00ff\u00d8\u00ff",
                    "\u0089PNG",
                    "II",
                    "MM",
                    "BM",
                    "qoif",
                    "P7\n",
                    "\0\0\0\fjP",
                    "\u00ffO\u00ffQ");

    /// Number of bytes needed for recognition.
    public static final int HEAD_BYTES = 16;

    /// Whether a file that begins like this may be one of these.
    public static boolean mayBe(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        boolean named =
                BEGINNINGS.stream().anyMatch(latin::startsWith)
                        || (latin.startsWith("RIFF") && latin.startsWith("WEBP", 8));
        // For TGA, only the image type is known so early.
        int kind = head[2] & 7;
        boolean netpbm = OtherPictures.isNetpbm(head);
        boolean targa = kind >= 1 && kind <= 3 && head[1] == (kind == 1 ? 1 : 0);
        return named || netpbm || targa;
    }

    /// Empty if the file is none of these, or is animated.
    public static Optional<PictureFile> of(Path path) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(path)) {
            return of(channel);
        } catch (IOException e) {
            // Opening it will report why it cannot be read.
            return Optional.empty();
        }
    }

    private static Optional<PictureFile> of(FileChannel channel) throws IOException {
        FileBytes file = new FileBytes(channel);
        if (JpegFile.isJpeg(file)) {
            JpegFile jpeg = JpegFile.read(channel);
            return jpeg.film() ? Optional.empty() : Optional.of(jpeg(jpeg, channel));
        }
        if (PngFile.isPng(file)) {
            PngFile png = PngFile.read(channel);
            return png.animated() ? Optional.empty() : Optional.of(png(png));
        }
        if (TiffFile.isTiff(file)) {
            return Optional.of(
                    whole("tiff_pipe", avcodec.AV_CODEC_ID_TIFF, file.size(), true)
                            .with(tiffExtras(channel)));
        }
        return OtherPictures.of(file);
    }

    /// No extras if the tags are corrupt. Such a TIFF is not passed to FFmpeg either, which leaves
    /// unsupported parts unpainted; decoding reports the problem.
    private static Extras tiffExtras(FileChannel channel) {
        try {
            return TiffFile.read(channel).extras();
        } catch (IOException e) {
            return Extras.NONE;
        }
    }

    /// An image that is the whole file.
    ///
    /// @param complete whether the file is not truncated
    static PictureFile whole(String container, int codec, long end, boolean complete) {
        return new PictureFile(container, codec, end, !complete, false, Extras.NONE);
    }

    private PictureFile with(Extras others) {
        return new PictureFile(container, codec, end, cutOff, progressive, others);
    }

    private static PictureFile png(PngFile png) {
        return whole("png_pipe", avcodec.AV_CODEC_ID_PNG, png.end(), png.whole());
    }

    private static PictureFile jpeg(JpegFile jpeg, FileChannel channel) throws IOException {
        JpegPicture shown = jpeg.pictures().getFirst();
        return new PictureFile(
                "jpeg_pipe",
                avcodec.AV_CODEC_ID_MJPEG,
                shown.end(),
                !shown.whole(),
                shown.process() == PROGRESSIVE,
                jpeg.unused(channel));
    }
}
