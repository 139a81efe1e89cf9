package com.autoclipr.libav;

import com.autoclipr.media.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Decoded pictures of one stream in the order in which they are shown.
interface PictureFlow extends AutoCloseable {
    /// The pictures of `stream`, from the start of a file just opened.
    static PictureFlow fromStart(InputFile input, AVStream stream, PictureTiming timing) {
        if (input.picture().isPresent()) {
            PictureFile picture = input.picture().get();
            return switch (picture.container()) {
                case "tiff_pipe" -> new TiffPicture(input.path());
                case PamFile.CONTAINER -> new PamPicture(input.path());
                default -> new StillPicture(input, picture);
            };
        }
        Optional<HeifPicture> picture = HeifPicture.of(input, stream);
        if (picture.isPresent()) {
            return picture.get();
        }
        Optional<Integer> alpha = AlphaFilm.streamOf(input, stream);
        input.keepOnly(Set.of(stream.index()));
        DecodedPictures pictures = DecodedPictures.fromStart(input, stream, timing);
        return alpha.isPresent()
                ? AlphaFilm.of(pictures, input.path(), stream, alpha.get(), timing)
                : pictures;
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

    /// What was adapted in the pictures so far, beside damage; without `file`.
    default List<Decision> decisions() {
        return List.of();
    }

    @Override
    void close();
}
