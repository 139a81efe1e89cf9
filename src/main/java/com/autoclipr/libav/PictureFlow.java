package com.autoclipr.libav;

import com.autoclipr.time.Rational;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Decoded pictures of one stream in the order in which they are shown.
interface PictureFlow extends AutoCloseable {
    /// The pictures of `stream`, from the start of a file just opened.
    ///
    /// @param rate frames per second, for pictures that carry no time
    static PictureFlow fromStart(InputFile input, AVStream stream, Rational rate) {
        Optional<TileGrid> grid = TileGrid.of(input);
        if (grid.isPresent() && grid.get().firstStream() == stream.index()) {
            return new TiledPicture(input, grid.get());
        }
        Optional<AlphaPair> pair = AlphaPair.of(input, stream);
        if (pair.isPresent()) {
            return pair.get();
        }
        if (CmykJpeg.is(input, stream)) {
            return new CmykJpeg(input, stream);
        }
        input.keepOnly(Set.of(stream.index()));
        return DecodedPictures.fromStart(input, stream, rate);
    }

    /// Fills `into` with the next picture; its `pts` is its time in ticks of the stream's time
    /// base, later than that of the picture before.
    ///
    /// @return false if there are no more; `into` is empty then
    boolean next(FrameHandle into);

    /// Whether anything was damaged and passed over so far.
    boolean damaged();

    @Override
    void close();
}
