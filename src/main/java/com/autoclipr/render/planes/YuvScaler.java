package com.autoclipr.render.planes;

import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.render.planes.AxisMap.Siting;
import org.jspecify.annotations.Nullable;

/// Resamples pictures of one format with one geometry: directly from the source's planes to 8-bit
/// planes, each with the phase of its siting, optionally converting to limited BT.709. Reused
/// between pictures; not thread-safe.
///
/// A range conversion is folded into the vertical weights. A matrix conversion first mixes the
/// chroma planes in source resolution (BT.709 chroma is a 2×2 matrix of the source's) and adds a
/// contribution of chroma to luma, resampled with the phase of luma.
public final class YuvScaler {
    private final Format format;
    private final Placing placing;
    private final boolean fullChroma;
    private final ColourMatrix colour;
    private final PlaneResampler luma;
    private final PlaneResampler chroma;
    private final @Nullable Mixing mixing;

    /// State for a matrix conversion.
    private record Mixing(ChromaMixer mixer, PlaneResampler forLuma) {}

    /// The format of the pictures.
    private record Format(
            Region luma,
            Region chroma,
            Siting sitingX,
            Siting sitingY,
            int bitDepth,
            Matrix matrix,
            boolean fullRange) {
        static Format of(YuvPicture picture) {
            return new Format(
                    new Region(0, 0, picture.width(), picture.height()),
                    new Region(0, 0, picture.cb().width(), picture.cb().height()),
                    new Siting(picture.chromaOffsetX(), picture.chromaStepX()),
                    new Siting(picture.chromaOffsetY(), picture.chromaStepY()),
                    picture.luma().bitDepth(),
                    picture.matrix(),
                    picture.fullRange());
        }
    }

    private YuvScaler(YuvPicture sample, Placing placing, boolean fullChroma, ColourMatrix colour) {
        this.format = Format.of(sample);
        this.placing = placing;
        this.fullChroma = fullChroma;
        this.colour = colour;
        Region wanted = placing.region();
        this.luma =
                new PlaneResampler(
                        placing.x(), placing.y(), wanted, format.luma, colour.lumaGain());
        Siting toX = fullChroma ? Siting.LUMA : Siting.LEFT;
        Siting toY = fullChroma ? Siting.LUMA : Siting.CENTRE;
        this.chroma =
                new PlaneResampler(
                        placing.x().between(toX, format.sitingX),
                        placing.y().between(toY, format.sitingY),
                        fullChroma ? wanted : wanted.chroma(),
                        format.chroma,
                        colour.mixes() ? 1 : colour.cbFromCb());
        this.mixing = colour.mixes() ? mixing() : null;
    }

    /// A scaler to limited BT.709 in 4:2:0.
    ///
    /// @param sample a picture with the format of all that follow
    public static YuvScaler toOutput(YuvPicture sample, Placing placing) {
        return new YuvScaler(sample, placing, false, ColourMatrix.of(sample));
    }

    /// A scaler that keeps matrix and range, in 4:4:4.
    public static YuvScaler toFullChroma(YuvPicture sample, Placing placing) {
        return new YuvScaler(sample, placing, true, ColourMatrix.NONE);
    }

    /// A scaler to limited BT.709 in 4:4:4.
    public static YuvScaler toFullChromaOutput(YuvPicture sample, Placing placing) {
        return new YuvScaler(sample, placing, true, ColourMatrix.of(sample));
    }

    /// Whether this scaler can be reused for these parameters.
    public boolean fits(YuvPicture picture, Placing wanted) {
        return placing.equals(wanted) && format.equals(Format.of(picture));
    }

    /// A raster for the output of this scaler.
    public YuvRaster newRaster() {
        return fullChroma ? YuvRaster.full(placing.region()) : YuvRaster.halved(placing.region());
    }

    /// Resamples `picture` into `into`.
    public void scale(YuvPicture picture, YuvRaster into) {
        luma.begin(picture.luma(), false);
        if (mixing != null) {
            ChromaMixer mixer = mixing.mixer;
            Region needed = mixing.forLuma.needed().with(chroma.needed());
            mixer.mix(picture.cb(), picture.cr(), needed);
            mixing.forLuma.begin(mixer.luma(), true);
            luma.write(colour.lumaOffset(), mixing.forLuma, into.luma());
            chroma.begin(mixer.cb(), true);
            chroma.write(128, null, into.cb());
            chroma.begin(mixer.cr(), true);
            chroma.write(128, null, into.cr());
            return;
        }
        luma.write(colour.lumaOffset(), null, into.luma());
        double middle = 128 - 128 * colour.cbFromCb();
        chroma.begin(picture.cb(), false);
        chroma.write(middle, null, into.cb());
        chroma.begin(picture.cr(), false);
        chroma.write(middle, null, into.cr());
    }

    private Mixing mixing() {
        PlaneResampler forLuma =
                new PlaneResampler(
                        placing.x().between(Siting.LUMA, format.sitingX),
                        placing.y().between(Siting.LUMA, format.sitingY),
                        placing.region(),
                        format.chroma,
                        1);
        return new Mixing(
                new ChromaMixer(colour, format.chroma.width(), format.chroma.height()), forLuma);
    }
}
