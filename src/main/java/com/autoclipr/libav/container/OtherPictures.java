package com.autoclipr.libav.container;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;

/// Recognises image formats by their headers.
final class OtherPictures {
    private static final String QOI_END = "\0\0\0\0\0\0\0\u0001";
    private static final String JP2 = "\0\0\0\fjP  \r\n";
    private static final String CODESTREAM = "\u00ffO\u00ffQ";
    private static final String TGA_END = "TRUEVISION-XFILE.\0";
    private static final int BMP_HEADER_BYTES = 14;
    private static final int TGA_HEADER_BYTES = 18;

    /// A container and a decoder of FFmpeg.
    private record Kind(String container, int codec) {
        PictureFile with(long size) {
            return PictureFile.whole(container, codec, size, true);
        }
    }

    /// PBM, PGM and PPM, `P1` to `P3` as text, `P4` to `P6` as bytes.
    private static final List<Kind> NETPBM =
            List.of(
                    new Kind("pbm_pipe", avcodec.AV_CODEC_ID_PBM),
                    new Kind("pgm_pipe", avcodec.AV_CODEC_ID_PGM),
                    new Kind("ppm_pipe", avcodec.AV_CODEC_ID_PPM));

    private OtherPictures() {}

    /// Whether it begins as a PBM, PGM or PPM with its size on the first line. FFmpeg recognises
    /// only files whose first line ends after the type, and reads them as streams.
    static boolean isNetpbm(byte[] head) {
        return head[0] == 'P'
                && head[1] >= '1'
                && head[1] <= '6'
                && (head[2] == ' ' || head[2] == '\t');
    }

    private static PictureFile pam(PamFile pam, long size) {
        return PictureFile.whole(
                PamFile.CONTAINER,
                avcodec.AV_CODEC_ID_PAM,
                Math.min(pam.end(), size),
                pam.end() <= size);
    }

    static Optional<PictureFile> of(FileBytes file) throws IOException {
        long size = file.size();
        if (file.startsWith(0, "BM") && isBitmap(file)) {
            return Optional.of(PictureFile.whole("bmp_pipe", avcodec.AV_CODEC_ID_BMP, size, true));
        }
        if (file.startsWith(0, "RIFF") && file.startsWith(8, "WEBP")) {
            long end = 8 + little(file, 4, 4);
            return Optional.of(
                    PictureFile.whole(
                            "webp_pipe",
                            avcodec.AV_CODEC_ID_WEBP,
                            Math.min(end, size),
                            end <= size));
        }
        if (file.startsWith(0, "qoif")) {
            boolean complete = file.startsWith(size - QOI_END.length(), QOI_END);
            return Optional.of(
                    PictureFile.whole("qoi_pipe", avcodec.AV_CODEC_ID_QOI, size, complete));
        }
        if (PamFile.isPam(file)) {
            return PamFile.read(file).map(pam -> pam(pam, size));
        }
        byte[] start = {(byte) file.at(0), (byte) file.at(1), (byte) file.at(2)};
        if (isNetpbm(start)) {
            return Optional.of(NETPBM.get((start[1] - '1') % 3).with(size));
        }
        if (file.startsWith(0, JP2) || file.startsWith(0, CODESTREAM)) {
            return Optional.of(
                    PictureFile.whole("j2k_pipe", avcodec.AV_CODEC_ID_JPEG2000, size, true));
        }
        return isTarga(file)
                ? Optional.of(PictureFile.whole("tga_pipe", avcodec.AV_CODEC_ID_TARGA, size, true))
                : Optional.empty();
    }

    /// The second header has a known size, and the pixels begin within the file.
    private static boolean isBitmap(FileBytes file) throws IOException {
        long header = little(file, BMP_HEADER_BYTES, 4);
        return header >= 12 && header <= 255 && little(file, 10, 4) < file.size();
    }

    /// TGA has no signature: every field of its header has to be plausible, and without a footer
    /// its pixels have to fit the file.
    private static boolean isTarga(FileBytes file) throws IOException {
        int mapped = file.at(1);
        int type = file.at(2);
        int bits = file.at(16);
        boolean indexed = (type & 7) == 1;
        boolean kind =
                (type & 7) >= 1
                        && (type & 7) <= 3
                        && (type & ~11) == 0
                        && mapped == (indexed ? 1 : 0);
        boolean map =
                indexed
                        ? little(file, 5, 2) > 0 && isDepth(file.at(7)) && bits == 8
                        : little(file, 3, 4) == 0 && file.at(7) == 0;
        boolean depth = (type & 7) == 2 ? isDepth(bits) : bits == 8 || bits == 16;
        long width = little(file, 12, 2);
        long height = little(file, 14, 2);
        if (!kind || !map || !depth || width <= 0 || height <= 0 || (file.at(17) & 0xc0) != 0) {
            return false;
        }
        if (file.startsWith(file.size() - TGA_END.length(), TGA_END)) {
            return true;
        }
        int bytes = (bits + 7) / 8;
        long colours = indexed ? little(file, 5, 2) * ((file.at(7) + 7) / 8) : 0;
        long data = TGA_HEADER_BYTES + file.at(0) + colours;
        boolean packed = (type & 8) != 0;
        // With RLE, a packet of 128 pixels takes at least two bytes.
        long least =
                packed ? Math.ceilDiv(width * height, 128) * (1 + bytes) : width * height * bytes;
        return data + least <= file.size();
    }

    private static boolean isDepth(int bits) {
        return bits == 15 || bits == 16 || bits == 24 || bits == 32;
    }

    /// A little-endian number.
    private static long little(FileBytes file, long at, int bytes) throws IOException {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = (value << 8) | Math.max(0, file.at(at + i));
        }
        return value;
    }
}
