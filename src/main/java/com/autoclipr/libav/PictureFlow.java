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
        if (input.picture().isPresent()) {
            PictureFile picture = input.picture().get();
            return picture.container().equals("tiff_pipe")
                    ? new TiffPicture(input.path())
                    : new StillPicture(input, picture);
        }
        Optional<HeifPicture> picture = HeifPicture.of(input, stream);
        if (picture.isPresent()) {
            return picture.get();
        }
        Optional<Integer> alpha = AlphaFilm.streamOf(input, stream);
        input.keepOnly(Set.of(stream.index()));
        DecodedPictures pictures = DecodedPictures.fromStart(input, stream, rate);
        return alpha.isPresent()
                ? AlphaFilm.of(pictures, input.path(), stream, alpha.get(), rate)
                : pictures;
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
