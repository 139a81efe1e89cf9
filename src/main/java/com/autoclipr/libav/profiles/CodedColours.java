package com.autoclipr.libav.profiles;

import com.autoclipr.libav.colour.ColourTransform;
import com.autoclipr.libav.colour.HdrTransform;
import com.autoclipr.libav.colour.MatrixTransform;
import com.autoclipr.libav.colour.Primaries;
import com.autoclipr.libav.colour.ProfileException;
import com.autoclipr.libav.colour.ToneCurve;
import com.autoclipr.libav.pixels.ToneMapping;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.media.picture.ColourFacts.Transfer;

/// Colour transforms by code points of ITU-T H.273.
final class CodedColours {
    private CodedColours() {}

    /// @throws ProfileException never, for known primaries
    static ColourTransform transform(ColourFacts colour) throws ProfileException {
        Primaries primaries = primaries(colour.primaries());
        return switch (colour.transfer()) {
            case PQ -> HdrTransform.pq(primaries, ToneMapping.DIFFUSE_WHITE);
            case HLG -> HdrTransform.hlg(primaries, ToneMapping.DIFFUSE_WHITE);
            case SDR -> MatrixTransform.of(primaries, ToneCurve.SRGB);
            case LINEAR -> MatrixTransform.of(primaries, ToneCurve.LINEAR);
            case LOG_100 -> MatrixTransform.of(primaries, ToneCurve.log(2));
            case LOG_316 -> MatrixTransform.of(primaries, ToneCurve.log(2.5));
            case ST428 -> MatrixTransform.of(primaries, ToneCurve.ST428);
        };
    }

    /// Those of standard-definition television count as BT.709.
    private static Primaries primaries(String name) {
        return switch (name) {
            case "bt2020" -> Primaries.BT2020;
            case "smpte432" -> Primaries.DISPLAY_P3;
            case "smpte431" -> Primaries.DCI_P3;
            case "smpte428" -> Primaries.XYZ;
            case "film" -> Primaries.FILM;
            case "bt470m" -> Primaries.BT470M;
            default -> Primaries.BT709;
        };
    }

    /// Such as `smpte432` or `bt2020 LINEAR`.
    static String description(ColourFacts colour) {
        String curve = colour.transfer() == Transfer.SDR ? "" : " " + colour.transfer();
        ColourFacts.Matrix matrix = colour.matrix();
        boolean plain = matrix.linear() || matrix == ColourFacts.Matrix.RGB;
        return colour.primaries() + curve + (plain ? "" : " " + matrix);
    }
}
