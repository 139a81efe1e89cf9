package com.autoclipr.libav;

import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Decoded pictures of one stream in the order in which they are shown.
interface PictureFlow extends AutoCloseable {
    /// The pictures of `stream`, from the start of a file just opened.
    static PictureFlow fromStart(InputFile input, AVStream stream, PictureTiming timing) {
        Optional<TileGrid> grid = TileGrid.of(input);
        if (grid.isPresent() && grid.get().firstStream() == stream.index()) {
            return new TiledPicture(input, grid.get());
        }
        Optional<AlphaPair> pair = AlphaPair.of(input, stream);
        if (pair.isPresent()) {
            return pair.get();
        }
        input.keepOnly(Set.of(stream.index()));
        return DecodedPictures.fromStart(input, stream, timing);
    }

    /// Fills `into` with the next picture; its `pts` is its time in ticks of the stream's time
    /// base, later than that of the picture before.
    ///
    /// @return false if there are no more; `into` is empty then
    boolean next(FrameHandle into);

    /// Whether anything was damaged and passed over so far.
    boolean damaged();

    /// How many pictures were dropped so far because their times were not later than that of the
    /// one before.
    default long dropped() {
        return 0;
    }

    @Override
    void close();
}
