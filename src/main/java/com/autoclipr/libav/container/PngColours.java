package com.autoclipr.libav.container;

import com.autoclipr.libav.colour.ColourTransform;
import com.autoclipr.libav.colour.GreyTransform;
import com.autoclipr.libav.colour.MatrixTransform;
import com.autoclipr.libav.colour.Primaries;
import com.autoclipr.libav.colour.ProfileException;
import com.autoclipr.libav.colour.ToneCurve;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;

/// The colour chunks of a PNG by the PNG Specification (third edition): `cICP` precedes `iCCP`,
/// which precedes `sRGB`, which precedes `gAMA` and `cHRM`.
///
/// @param chunks content by type
public record PngColours(Map<String, ByteBuffer> chunks) {
    private static final List<String> TYPES = List.of("cICP", "iCCP", "sRGB", "gAMA", "cHRM");
    private static final int MOST_BYTES = 64;
    private static final double UNIT = 100_000;

    /// The reciprocal of 2.2, and the tolerance within which `gAMA` means sRGB, as many writers use
    /// it.
    private static final double USUAL = 1 / 2.2;

    private static final double NEAR = 0.01;

    /// Empty if the file is not a PNG or cannot be read, which its decoder reports.
    public static PngColours read(Path path) {
        Map<String, ByteBuffer> chunks = new HashMap<>();
        try (FileChannel file = FileChannel.open(path)) {
            PngChunks all = new PngChunks(new FileBytes(file));
            while (all.next() && !all.is("IDAT")) {
                for (String type : TYPES) {
                    if (!chunks.containsKey(type) && all.is(type)) {
                        chunks.put(type, all.content(file, MOST_BYTES));
                    }
                }
            }
        } catch (IOException e) {
            // Chunks before a truncation count.
        }
        return new PngColours(chunks);
    }

    public boolean has(String type) {
        return chunks.containsKey(type);
    }

    /// Unsupported values of `cICP`: reserved numbers, or limited range.
    public Optional<String> unknownCode() {
        ByteBuffer chunk = chunks.get("cICP");
        if (chunk == null || chunk.limit() < 4) {
            return chunk == null ? Optional.empty() : Optional.of("cICP");
        }
        int primaries = chunk.get(0) & 0xff;
        int transfer = chunk.get(1) & 0xff;
        boolean known =
                avutil.av_color_primaries_name(primaries) != null
                        && avutil.av_color_transfer_name(transfer) != null
                        && chunk.get(3) == 1;
        return known
                ? Optional.empty()
                : Optional.of("cICP " + primaries + "/" + transfer + "/" + chunk.get(3));
    }

    /// Whether `gAMA` or `cHRM` apply and differ from sRGB. ImageMagick writes those of sRGB into
    /// all its files.
    public boolean calibrated() {
        return !has("cICP")
                && !has("sRGB")
                && (has("gAMA") || has("cHRM"))
                && !(usual() && primaries().isNear(Primaries.BT709));
    }

    /// The transform by `gAMA` and `cHRM`; a missing one is as in sRGB.
    ///
    /// @param grey whether the picture is grey, so that chromaticities do not matter
    /// @throws ProfileException if they are not valid
    public ColourTransform calibration(boolean grey) throws ProfileException {
        ToneCurve curve = curve();
        return grey ? new GreyTransform(curve) : MatrixTransform.of(primaries(), curve);
    }

    /// Such as `gAMA 0.625, cHRM`.
    public String description() {
        String curve = gamma().map(gamma -> "gAMA " + gamma).orElse("");
        String separator = !curve.isEmpty() && has("cHRM") ? ", " : "";
        return curve + separator + (has("cHRM") ? "cHRM" : "");
    }

    private Optional<Double> gamma() {
        ByteBuffer chunk = chunks.get("gAMA");
        return chunk == null || chunk.limit() < 4
                ? Optional.empty()
                : Optional.of(Integer.toUnsignedLong(chunk.getInt(0)) / UNIT);
    }

    /// Whether the curve is that of sRGB.
    private boolean usual() {
        return gamma().map(gamma -> Math.abs(gamma - USUAL) < NEAR * USUAL).orElse(true);
    }

    private ToneCurve curve() throws ProfileException {
        if (usual()) {
            return ToneCurve.SRGB;
        }
        double gamma = gamma().orElseThrow();
        if (gamma < 0.01 || gamma > 100) {
            throw new ProfileException("damaged");
        }
        return ToneCurve.gamma(1 / gamma);
    }

    private Primaries primaries() {
        ByteBuffer chunk = chunks.get("cHRM");
        if (chunk == null || chunk.limit() < 32) {
            return Primaries.BT709;
        }
        double[] v = new double[8];
        for (int i = 0; i < v.length; i++) {
            v[i] = Integer.toUnsignedLong(chunk.getInt(4 * i)) / UNIT;
        }
        return new Primaries(v[2], v[3], v[4], v[5], v[6], v[7], v[0], v[1]);
    }
}
