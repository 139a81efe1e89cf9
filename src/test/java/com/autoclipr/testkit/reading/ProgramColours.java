package com.autoclipr.testkit.reading;

import com.autoclipr.testkit.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The colours of the first picture of a film as zimg converts them, a library that this engine
/// does not use, in the `ffmpeg` program's filter `zscale`.
final class ProgramColours {
    private ProgramColours() {}

    /// @param stream the picture stream, which says by which matrix its colours are coded
    /// @return empty if zimg cannot convert it
    static Optional<ColourPrint> of(Path file, int stream) {
        String size = "w=%d:h=%d".formatted(ColourPrint.SIDE, ColourPrint.SIDE);
        List<String> arguments =
                List.of(
                        "-i",
                        file.toString(),
                        "-map",
                        "0:" + stream,
                        "-vf",
                        "zscale=" + size + ":matrix=gbr:range=full,format=gbrp",
                        "-frames:v",
                        "1",
                        "-f",
                        "rawvideo",
                        "-");
        try {
            byte[] planes = Programs.ffmpegOutput(arguments);
            boolean whole = planes.length == 3 * ColourPrint.SIDE * ColourPrint.SIDE;
            return whole ? Optional.of(ColourPrint.ofPlanes(planes)) : Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
