package com.autoclipr.libav.pictures;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.input.TileGrid;
import com.autoclipr.media.Orientation;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// The orientation from a display matrix, which FFmpeg also derives from EXIF and from HEIF's
/// `irot` and `imir`.
///
/// @param orientation that is applied
/// @param asked clockwise degrees in the matrix, if different
public record OrientationReading(Orientation orientation, OptionalDouble asked) {
    private static final int ENTRIES = 9;

    /// Maximum deviation from a multiple of 90°.
    private static final double MOST_DEGREES_OFF = 5;

    /// Rounding errors of an exact rotation are smaller.
    private static final double ROUNDING_DEGREES = 0.1;

    static final OrientationReading UPRIGHT = exact(Orientation.UPRIGHT);

    public static OrientationReading exact(Orientation orientation) {
        return new OrientationReading(orientation, OptionalDouble.empty());
    }

    /// @param grid of a tiled image, which is rotated as a whole
    public static OrientationReading read(AVFrame frame, AVStream stream, Optional<TileGrid> grid) {
        if (grid.isPresent()) {
            return read(grid.get().sideData(), grid.get().sideDataCount());
        }
        AVFrameSideData ofFrame = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
        if (ofFrame != null && !ofFrame.isNull()) {
            return of(entries(ofFrame.data()));
        }
        return read(stream.codecpar().coded_side_data(), stream.codecpar().nb_coded_side_data());
    }

    private static OrientationReading read(@Nullable AVPacketSideData all, int count) {
        if (all == null || count == 0) {
            return UPRIGHT;
        }
        AVPacketSideData ofStream = av_packet_side_data_get(all, count, AV_PKT_DATA_DISPLAYMATRIX);
        return ofStream == null || ofStream.isNull() ? UPRIGHT : of(entries(ofStream.data()));
    }

    private static int[] entries(Pointer data) {
        int[] matrix = new int[ENTRIES];
        new IntPointer(data).get(matrix);
        return matrix;
    }

    /// @param matrix `a b u c d v x y w` in 16.16 fixed point: the stored point `(p, q)` is
    ///   displayed at `(a·p + c·q + x, b·p + d·q + y)`. For mirroring followed by a clockwise
    ///   rotation by θ it is `a = ±cos θ, b = ±sin θ, c = −sin θ, d = cos θ`
    static OrientationReading of(int[] matrix) {
        double a = matrix[0];
        double b = matrix[1];
        double c = matrix[3];
        double d = matrix[4];
        double determinant = a * d - b * c;
        // Some writers leave zeros or the minimum integer there.
        if (Math.abs(determinant) < 1 || matrix[4] == Integer.MIN_VALUE) {
            return UPRIGHT;
        }
        double degrees = Math.toDegrees(Math.atan2(-c, d));
        long quarters = Math.round(degrees / 90);
        double off = Math.abs(degrees - quarters * 90);
        boolean turned = off <= MOST_DEGREES_OFF;
        Orientation orientation =
                turned
                        ? new Orientation((int) Math.floorMod(quarters, 4L) * 90, determinant < 0)
                        : Orientation.UPRIGHT;
        return off <= ROUNDING_DEGREES
                ? exact(orientation)
                : new OrientationReading(orientation, OptionalDouble.of(degrees));
    }

    /// The decision, if the matrix is not applied exactly.
    public Optional<Decision> inexact() {
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Decision.of(DecisionKind.ORIENTATION_APPROXIMATED)
                                .with(
                                        Fact.DEGREES,
                                        String.format(
                                                Locale.ROOT,
                                                "%.1f",
                                                (asked.getAsDouble() + 360) % 360))
                                .with(
                                        Fact.CLOCKWISE_DEGREES,
                                        Integer.toString(orientation.clockwiseDegrees())));
    }

    /// The decision for an applied orientation; without `file`.
    public static Decision applied(Orientation orientation) {
        return Decision.of(DecisionKind.ORIENTATION_APPLIED)
                .with(Fact.CLOCKWISE_DEGREES, String.valueOf(orientation.clockwiseDegrees()))
                .with(Fact.MIRRORED, String.valueOf(orientation.mirrored()));
    }
}
