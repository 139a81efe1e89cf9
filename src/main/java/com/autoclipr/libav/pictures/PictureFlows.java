package com.autoclipr.libav.pictures;

import com.autoclipr.libav.container.PamFile;
import com.autoclipr.libav.container.PictureFile;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.timing.PictureTiming;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Selects how the pictures of a file are decoded.
public final class PictureFlows {
    private PictureFlows() {}

    /// The pictures of `stream`, from the start of a newly opened file.
    public static PictureFlow fromStart(InputFile input, AVStream stream, PictureTiming timing) {
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
        Optional<Integer> alpha = AlphaAnimation.streamOf(input, stream);
        input.keepOnly(Set.of(stream.index()));
        DecodedPictures pictures = DecodedPictures.fromStart(input, stream, timing);
        return alpha.isPresent()
                ? AlphaAnimation.of(pictures, input.path(), stream, alpha.get(), timing)
                : pictures;
    }
}
