package com.autoclipr.libav.pictures;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
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

/// How a picture is to be turned by its display matrix, which FFmpeg also makes of EXIF and of
/// HEIF's `irot` and `imir`.
///
/// @param orientation what is done
/// @param asked degrees clockwise that the matrix asks for, if that is something else
public record OrientationReading(Orientation orientation, OptionalDouble asked) {
    private static final int ENTRIES = 9;

    /// A matrix further than this from a right angle means nothing that can be done to whole rows.
    private static final double MOST_DEGREES_OFF = 5;

    /// What whole numbers make of an exact turn is nearer to it.
    private static final double ROUNDING_DEGREES = 0.1;

    static final OrientationReading UPRIGHT = exact(Orientation.UPRIGHT);

    public static OrientationReading exact(Orientation orientation) {
        return new OrientationReading(orientation, OptionalDouble.empty());
    }

    /// @param grid of a picture made of tiles: it is turned as a whole
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

    /// @param matrix `a b u c d v x y w` in 16.16 fixed point: the stored point `(p, q)` is shown
    ///   at `(a·p + c·q + x, b·p + d·q + y)`. Mirrored first, then turned clockwise by θ, it is `a
    ///   = ±cos θ, b = ±sin θ, c = −sin θ, d = cos θ`
    static OrientationReading of(int[] matrix) {
        double a = matrix[0];
        double b = matrix[1];
        double c = matrix[3];
        double d = matrix[4];
        double determinant = a * d - b * c;
        // Some writers leave zeros or the smallest integer there.
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

    /// For the report, if not all that the matrix asks for is done.
    public Optional<Decision> inexact() {
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Decision.of(
                                DecisionKind.ORIENTATION_APPROXIMATED,
                                "degrees",
                                String.format(
                                        Locale.ROOT, "%.1f", (asked.getAsDouble() + 360) % 360),
                                "clockwiseDegrees",
                                Integer.toString(orientation.clockwiseDegrees())));
    }

    /// What is reported of an orientation that was applied; without `file`.
    public static Decision applied(Orientation orientation) {
        return Decision.of(
                DecisionKind.ORIENTATION_APPLIED,
                "clockwiseDegrees",
                String.valueOf(orientation.clockwiseDegrees()),
                "mirrored",
                String.valueOf(orientation.mirrored()));
    }
}
