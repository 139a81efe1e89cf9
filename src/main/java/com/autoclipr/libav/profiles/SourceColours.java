package com.autoclipr.libav.profiles;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_ICC_PROFILE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_ICC_PROFILE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.colour.ColourTransform;
import com.autoclipr.libav.colour.IccProfile;
import com.autoclipr.libav.colour.InkTransform;
import com.autoclipr.libav.colour.MatrixTransform;
import com.autoclipr.libav.colour.Primaries;
import com.autoclipr.libav.colour.ProfileException;
import com.autoclipr.libav.colour.ToneCurve;
import com.autoclipr.libav.container.JpegColours;
import com.autoclipr.libav.container.PngColours;
import com.autoclipr.libav.container.TiffFile;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.PrimaryPicture;
import com.autoclipr.libav.input.TileGrid;
import com.autoclipr.libav.pixels.CmykJpeg;
import com.autoclipr.libav.pixels.PixelLayout;
import com.autoclipr.libav.pixels.ToneMapping;
import com.autoclipr.media.picture.ColourFacts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/// Determines the colour transform of a source beyond matrix and range: an ICC profile, PNG
/// chromaticities, Adobe RGB by EXIF, wide-gamut code points, unusual transfer characteristics, and
/// HDR in images and pictures with alpha. For common video only the first frame is checked.
public final class SourceColours {
    /// A video profile with a smaller effect only states another curve for BT.709, which players
    /// ignore.
    private static final double CURVE_ONLY = 32;

    private static final Decision INKS_ASSUMED =
            Decision.of(DecisionKind.COLOUR_ASSUMED).with(Fact.MATRIX, "CMYK");

    private final InputFile input;
    private final AVStream stream;
    private final AVFrame frame;
    private final ColourFacts colour;
    private final int channels;
    private final ColourNotes notes = new ColourNotes();

    /// The result.
    ///
    /// @param transform empty if samples are unchanged
    /// @param decisions without `file`
    public record Found(Optional<ColourTransform> transform, List<Decision> decisions) {
        static final Found NONE = new Found(Optional.empty(), List.of());
    }

    private SourceColours(InputFile input, AVStream stream, AVFrame frame, ColourFacts colour) {
        this.input = input;
        this.stream = stream;
        this.frame = frame;
        this.colour = colour;
        this.channels = channels(input, stream, frame);
    }

    /// @param frame the first picture, as its flow delivers it
    public static Found of(InputFile input, AVStream stream, AVFrame frame, ColourFacts colour) {
        SourceColours colours = new SourceColours(input, stream, frame, colour);
        Optional<ColourTransform> transform =
                input.isImage() ? colours.ofImage() : colours.ofFilm();
        ColourReading.unsupported(frame, stream.codecpar())
                .ifPresent(coding -> colours.unsupported(coding));
        return new Found(transform, colours.notes.decisions());
    }

    /// For an animated WebP, which FFmpeg does not open.
    public static Found ofWebp(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            Optional<byte[]> icc = FileProfile.ofWebp(file);
            if (icc.isEmpty()) {
                return Found.NONE;
            }
            ColourNotes notes = new ColourNotes();
            try {
                return new Found(notes.icc(icc.get(), 3), notes.decisions());
            } catch (ProfileException e) {
                return new Found(Optional.empty(), notes.decisions());
            }
        } catch (IOException e) {
            // The decoder reports unreadable pictures.
            return Found.NONE;
        }
    }

    private static int channels(InputFile input, AVStream stream, AVFrame frame) {
        if (CmykJpeg.is(input, stream)) {
            return 4;
        }
        boolean grey =
                !PixelLayout.of(frame.format()).rgb()
                        && av_pix_fmt_desc_get(frame.format()).nb_components() <= 2;
        return grey ? 1 : 3;
    }

    private void unsupported(String coding) {
        ColourFacts.Matrix taken = colour.matrix();
        boolean plain = taken.linear() && taken != ColourFacts.Matrix.YCGCO;
        unsupported(coding, plain ? taken.name() : ColourFacts.Matrix.BT709.name());
    }

    private void unsupported(String coding, String taken) {
        notes.add(
                Decision.of(DecisionKind.COLOUR_ENCODING_UNSUPPORTED)
                        .with(Fact.ENCODING, coding)
                        .with(Fact.TREATED_AS, taken));
    }

    /// The filters for other video support neither alpha nor all curves.
    private Optional<ColourTransform> ofFilm() {
        icc().ifPresent(this::notOfFilm);
        boolean alpha = PixelLayout.of(frame.format()).alpha();
        if (colour.matrix().reversible() && !alpha) {
            return coded();
        }
        if (ToneMapping.needed(colour)) {
            if (alpha || colour.transfer() == ColourFacts.Transfer.ST428) {
                return coded();
            }
            if (!colour.hdr()) {
                notes.applied(CodedColours.description(colour));
            }
        }
        return Optional.empty();
    }

    private boolean multiplied() {
        ColourFacts.Matrix matrix = colour.matrix();
        return matrix.linear() || matrix.reversible() || matrix == ColourFacts.Matrix.RGB;
    }

    private void notOfFilm(byte[] bytes) {
        try {
            IccProfile profile = IccProfile.of(bytes);
            if (profile.channels() == 3
                    && profile.transform().largestChange() > CURVE_ONLY
                    && !ToneMapping.needed(colour)) {
                notes.ignored(profile.description(), "film");
            }
        } catch (ProfileException e) {
            notes.ignored("ICC", e.reason());
        }
    }

    private Optional<ColourTransform> ofImage() {
        PngColours png =
                switch (input.container()) {
                    case "png_pipe", "apng" -> PngColours.read(input.path());
                    default -> new PngColours(Map.of());
                };
        JpegColours jpeg =
                stream.codecpar().codec_id() == AV_CODEC_ID_MJPEG
                        ? JpegColours.read(input.path())
                        : new JpegColours(false, false);
        if (isTiffOfInks()) {
            icc().ifPresent(profile -> notes.ignored(name(profile), "CMYK TIFF"));
            notes.add(INKS_ASSUMED);
            return Optional.empty();
        }
        png.unknownCode().ifPresent(code -> unsupported(code, "sRGB"));
        if (png.has("cICP") || colour.hdr()) {
            return ToneMapping.needed(colour) ? coded() : Optional.empty();
        }
        Optional<byte[]> icc = icc();
        if (icc.isPresent()) {
            try {
                return notes.icc(icc.get(), channels);
            } catch (ProfileException e) {
                // Recorded; other colour information of the file is used then.
            }
        } else if (png.has("iCCP") || jpeg.profile()) {
            notes.ignored("ICC", "damaged");
        }
        if (channels == 4) {
            notes.add(INKS_ASSUMED);
            return Optional.of(new InkTransform());
        }
        if (png.calibrated()) {
            return calibrated(png);
        }
        if (jpeg.adobeRgb()) {
            return ofAdobeRgb();
        }
        return ToneMapping.needed(colour) ? coded() : Optional.empty();
    }

    /// Its reader has converted them to R′G′B′.
    private boolean isTiffOfInks() {
        if (!input.container().equals("tiff_pipe")) {
            return false;
        }
        try (FileChannel file = FileChannel.open(input.path())) {
            return TiffFile.read(file).inks();
        } catch (IOException e) {
            // Its picture was read just before.
            return false;
        }
    }

    private static String name(byte[] profile) {
        try {
            String name = IccProfile.of(profile).description();
            return name.isEmpty() ? "ICC" : name;
        } catch (ProfileException e) {
            return "ICC";
        }
    }

    private Optional<ColourTransform> calibrated(PngColours png) {
        try {
            return notes.unlessNothing(png.calibration(channels == 1), png.description());
        } catch (ProfileException e) {
            notes.ignored(png.description(), e.reason());
            return Optional.empty();
        }
    }

    private Optional<ColourTransform> ofAdobeRgb() {
        try {
            ToneCurve curve = ToneCurve.gamma(563.0 / 256);
            return notes.unlessNothing(
                    MatrixTransform.of(Primaries.ADOBE_RGB, curve), "Adobe RGB (EXIF)");
        } catch (ProfileException e) {
            throw new IllegalStateException("Adobe RGB is well known", e);
        }
    }

    /// By code points, if the matrix is linear.
    private Optional<ColourTransform> coded() {
        if (!multiplied()) {
            return Optional.empty();
        }
        try {
            ColourTransform transform = CodedColours.transform(colour);
            // Integer transforms have to be converted to R′G′B′ even if colours do not change.
            return colour.hdr() || colour.matrix().reversible()
                    ? Optional.of(transform)
                    : notes.unlessNothing(transform, CodedColours.description(colour));
        } catch (ProfileException e) {
            notes.ignored(CodedColours.description(colour), e.reason());
            return Optional.empty();
        }
    }

    /// For a grid, that of the whole; else the picture's own, or its stream's.
    private Optional<byte[]> icc() {
        Optional<TileGrid> grid = input.primary().flatMap(PrimaryPicture::grid);
        if (grid.isPresent()) {
            Optional<byte[]> whole = icc(grid.get().sideData(), grid.get().sideDataCount());
            if (whole.isPresent()) {
                return whole;
            }
        }
        AVFrameSideData data = av_frame_get_side_data(frame, AV_FRAME_DATA_ICC_PROFILE);
        if (data != null && !data.isNull()) {
            return Optional.of(bytes(data.data(), data.size()));
        }
        Optional<byte[]> ofStream =
                icc(stream.codecpar().coded_side_data(), stream.codecpar().nb_coded_side_data());
        return ofStream.isPresent() ? ofStream : FileProfile.read(input);
    }

    private static Optional<byte[]> icc(@Nullable AVPacketSideData all, int count) {
        if (all == null || count == 0) {
            return Optional.empty();
        }
        AVPacketSideData data = av_packet_side_data_get(all, count, AV_PKT_DATA_ICC_PROFILE);
        return data == null || data.isNull()
                ? Optional.empty()
                : Optional.of(bytes(data.data(), data.size()));
    }

    /// Longer ones are truncated, and then refused as too long.
    private static byte[] bytes(BytePointer data, long size) {
        byte[] bytes = new byte[(int) Math.min(size, IccProfile.MOST_BYTES + 1)];
        new BytePointer(data).get(bytes);
        return bytes;
    }
}
