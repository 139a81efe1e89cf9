package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;

/// A file that holds one picture to be shown, recognised by what it begins with. It is handed to
/// its decoder whole, not searched for pictures as a stream would be.
///
/// @param container the name of its format, as FFmpeg names the demuxers of such pictures
/// @param codec FFmpeg's number of the decoder
/// @param end how many bytes of the file are the picture
/// @param cutOff whether the file ends before its picture does, as far as its structure shows
/// @param progressive whether it is a JPEG that is coded in several passes
/// @param extras what else it holds
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

    /// So many bytes tell whether a file may be one of these.
    public static final int HEAD_BYTES = 16;

    /// Whether a closer look at a file is worth while that begins like this.
    public static boolean mayBe(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        boolean named =
                BEGINNINGS.stream().anyMatch(latin::startsWith)
                        || (latin.startsWith("RIFF") && latin.startsWith("WEBP", 8));
        // Of TGA, only the kind of picture is known so early.
        int kind = head[2] & 7;
        boolean netpbm = OtherPictures.isNetpbm(head);
        boolean targa = kind >= 1 && kind <= 3 && head[1] == (kind == 1 ? 1 : 0);
        return named || netpbm || targa;
    }

    /// Empty if the file is none of these, or holds pictures that move.
    public static Optional<PictureFile> of(Path path) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(path)) {
            return of(channel);
        } catch (IOException e) {
            // Opening it reports why it cannot be read.
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

    /// None where the tags are damaged. Such a TIFF is not for FFmpeg either, which leaves
    /// unpainted what it does not know: reading the picture reports what is wrong with it.
    private static Extras tiffExtras(FileChannel channel) {
        try {
            return TiffFile.read(channel).extras();
        } catch (IOException e) {
            return Extras.NONE;
        }
    }

    /// A picture that is all of its file.
    ///
    /// @param complete whether the file ends where its picture does
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
