package com.autoclipr.libav.pictures;

import com.autoclipr.libav.container.HeifItem;
import com.autoclipr.libav.container.HeifItems;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.PrimaryPicture;
import com.autoclipr.libav.input.Tiles;
import com.autoclipr.libav.pixels.AuxiliaryAlpha;
import com.autoclipr.libav.pixels.TileCanvas;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// A HEIF or AVIF image composed of several coded ones: tiles, and alpha, which may be tiled too.
/// Each is decoded by a separate decoder and copied into place. Does not own the input.
final class HeifPicture implements PictureFlow {
    private final InputFile input;
    private final Tiles colour;
    private final Optional<Tiles> alpha;
    private final boolean premultiplied;
    private boolean delivered;
    private boolean damaged;

    /// @param damaged whether alpha cannot be read at all
    private HeifPicture(
            InputFile input,
            Tiles colour,
            Optional<Tiles> alpha,
            boolean premultiplied,
            boolean damaged) {
        this.input = input;
        this.colour = colour;
        this.alpha = alpha;
        this.premultiplied = premultiplied;
        this.damaged = damaged;
    }

    /// The image whose stream, or first tile, is `stream`; empty if it is a single coded image.
    static Optional<HeifPicture> of(InputFile input, AVStream stream) {
        Optional<PrimaryPicture> primary =
                input.primary().filter(picture -> picture.streamIndex() == stream.index());
        if (primary.isEmpty()) {
            return Optional.empty();
        }
        HeifItems items = primary.get().items();
        Tiles colour = primary.get().tiles();
        int shown = primary.get().item().id();
        Optional<HeifItem> whole = items.alphaOf(shown);
        Optional<Tiles> alpha =
                whole.isPresent()
                        ? Tiles.of(input, items, whole.get())
                        : colour.alphas(input, items);
        boolean transparent = whole.isPresent() || colour.transparent(input, items);
        boolean lost = transparent && alpha.isEmpty();
        if (colour.single() && alpha.isEmpty() && !lost) {
            return Optional.empty();
        }
        boolean premultiplied = items.isPremultiplied(shown);
        return Optional.of(new HeifPicture(input, colour, alpha, premultiplied, lost));
    }

    @Override
    public boolean next(FrameHandle into) {
        into.clear();
        if (delivered) {
            return false;
        }
        delivered = true;
        try (TileCanvas colours = new TileCanvas(colour, false)) {
            if (alpha.isEmpty()) {
                decode(colours, Optional.empty());
                if (colours.isEmpty()) {
                    return false;
                }
                into.take(colours.picture());
            } else if (!join(colours, alpha.get(), into)) {
                return false;
            }
            damaged |= !colours.isWhole();
            into.get().pts(0);
            return true;
        }
    }

    /// @return whether anything was decoded
    private boolean join(TileCanvas colours, Tiles transparency, FrameHandle into) {
        try (TileCanvas alphas = new TileCanvas(transparency, true)) {
            decode(colours, Optional.of(alphas));
            if (colours.isEmpty()) {
                return false;
            }
            damaged |= !alphas.isWhole();
            if (alphas.isEmpty()) {
                into.take(colours.picture());
                return true;
            }
            AVFrame seen = alphas.picture().get();
            AuxiliaryAlpha.Range range = AuxiliaryAlpha.Range.of(seen);
            new AuxiliaryAlpha(colours.picture().get(), seen, range, premultiplied)
                    .into(into.get());
            return true;
        }
    }

    private void decode(TileCanvas colours, Optional<TileCanvas> alphas) {
        long most = colour.mostPixels() + alpha.map(Tiles::mostPixels).orElse(0L);
        long pixels = 0;
        Set<Integer> wanted = new TreeSet<>(colour.streams());
        alpha.ifPresent(tiles -> wanted.addAll(tiles.streams()));
        input.keepOnly(wanted);
        for (AVPacket packet = input.read(); packet != null; packet = input.read()) {
            int index = packet.stream_index();
            Optional<TileCanvas> canvas =
                    colours.wants(index)
                            ? Optional.of(colours)
                            : alphas.filter(canvases -> canvases.wants(index));
            if (canvas.isEmpty()) {
                continue;
            }
            try (FrameHandle frame = new FrameHandle()) {
                if (StillDecoding.decode(input, packet, frame)) {
                    pixels += (long) frame.get().width() * frame.get().height();
                    MediaLimits.require(input.path(), "pixels", most, pixels);
                    canvas.get().put(index, frame);
                }
            }
        }
    }

    @Override
    public boolean damaged() {
        return damaged;
    }

    @Override
    public void close() {
        // Nothing to close: each decoder was closed after its picture.
    }
}
