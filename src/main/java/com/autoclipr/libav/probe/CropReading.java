package com.autoclipr.libav.probe;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_FRAME_CROPPING;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.container.Box;
import com.autoclipr.libav.container.CleanAperture;
import com.autoclipr.libav.container.HeifItem;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.PrimaryPicture;
import com.autoclipr.media.Crop;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;

/// The crop of a container: the clean aperture of MP4, HEIF and AVIF, and Matroska's PixelCrop.
///
/// @param crop the visible part, if not all
/// @param refused an invalid crop, for the report
record CropReading(Optional<Crop> crop, Optional<String> refused) {
    /// Fields of a visual sample entry before its boxes.
    private static final int VISUAL_ENTRY_BYTES = 78;

    private static final CropReading NONE = new CropReading(Optional.empty(), Optional.empty());

    /// @param width pixels of a stored picture
    /// @param height likewise
    static CropReading of(InputFile input, AVStream stream, int width, int height) {
        if (input.picture().isPresent()) {
            return NONE;
        }
        Optional<PrimaryPicture> primary = input.primary();
        Optional<CleanAperture> ofItem =
                primary.map(PrimaryPicture::item).flatMap(HeifItem::aperture);
        if (ofItem.isPresent()) {
            return of(ofItem.get(), width, height);
        }
        Optional<CropReading> sides = sides(stream, width, height);
        boolean tracks = input.container().startsWith("mov,") && primary.isEmpty();
        if (sides.isPresent() || !tracks) {
            return sides.orElse(NONE);
        }
        // FFmpeg silently ignores an invalid aperture.
        return ofTrack(input.path(), stream.id()).map(a -> of(a, width, height)).orElse(NONE);
    }

    private static CropReading of(CleanAperture aperture, int width, int height) {
        Optional<Crop> crop = aperture.of(width, height);
        return crop.isEmpty()
                ? new CropReading(crop, Optional.of(aperture.text()))
                : new CropReading(
                        crop.filter(part -> !part.whole(width, height)), Optional.empty());
    }

    /// Pixels cropped at the top, bottom, left and right, little-endian.
    private static Optional<CropReading> sides(AVStream stream, int width, int height) {
        int count = stream.codecpar().nb_coded_side_data();
        AVPacketSideData data =
                count == 0
                        ? null
                        : av_packet_side_data_get(
                                stream.codecpar().coded_side_data(),
                                count,
                                AV_PKT_DATA_FRAME_CROPPING);
        if (data == null || data.isNull() || data.size() < 16) {
            return Optional.empty();
        }
        BytePointer bytes = data.data();
        long top = side(bytes, 0);
        long bottom = side(bytes, 4);
        long left = side(bytes, 8);
        long right = side(bytes, 12);
        if (top + bottom >= height || left + right >= width) {
            String said = "top " + top + ", bottom " + bottom + ", left " + left;
            return Optional.of(
                    new CropReading(Optional.empty(), Optional.of(said + ", right " + right)));
        }
        Crop crop =
                new Crop(
                        (int) left,
                        (int) top,
                        (int) (width - left - right),
                        (int) (height - top - bottom));
        return Optional.of(new CropReading(Optional.of(crop), Optional.empty()));
    }

    private static long side(BytePointer bytes, int at) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = (value << 8) | (bytes.get(at + i) & 0xff);
        }
        return value;
    }

    /// The aperture in the first sample description of a track.
    private static Optional<CleanAperture> ofTrack(Path path, int id) {
        try (FileChannel file = FileChannel.open(path)) {
            Optional<Box> movie = Box.of(file).child("moov", 0);
            for (Box track : movie.isEmpty() ? List.<Box>of() : movie.get().children(0)) {
                if (track.type().equals("trak")
                        && Box.trackId(track).filter(n -> n == id).isPresent()) {
                    Optional<Box> table = track.at("mdia", "minf", "stbl", "stsd");
                    List<Box> entries = table.isEmpty() ? List.of() : table.get().children(8);
                    Optional<Box> aperture =
                            entries.isEmpty()
                                    ? Optional.empty()
                                    : entries.getFirst().child("clap", VISUAL_ENTRY_BYTES);
                    return aperture.isEmpty()
                            ? Optional.empty()
                            : CleanAperture.read(aperture.get().content());
                }
            }
            return Optional.empty();
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /// The decision for the report.
    ///
    /// @param cropped the crop that was applied
    static Optional<Decision> applied(Optional<Crop> cropped) {
        return cropped.map(
                crop ->
                        Decision.of(DecisionKind.CROP_APPLIED)
                                .with(Fact.WIDTH, Integer.toString(crop.width()))
                                .with(Fact.HEIGHT, Integer.toString(crop.height()))
                                .with(Fact.LEFT, Integer.toString(crop.left()))
                                .with(Fact.TOP, Integer.toString(crop.top())));
    }

    /// The decision for the report.
    Optional<Decision> ignored() {
        return refused.map(said -> Decision.of(DecisionKind.CROP_IGNORED).with(Fact.CROP, said));
    }
}
