package com.autoclipr.libav.pictures;

import com.autoclipr.libav.handles.Decoder;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.input.InputFile;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/// Decodes single pictures that are streams of their own.
final class StillDecoding {
    private StillDecoding() {}

    /// Decodes the picture in `packet` alone.
    ///
    /// @return whether `into` holds it now
    static boolean decode(InputFile input, AVPacket packet, FrameHandle into) {
        try (Decoder decoder = Decoder.open(input.stream(packet.stream_index()), input.path())) {
            decoder.send(packet);
            decoder.send(null);
            Decoder.Outcome outcome = decoder.receive(into.get());
            return outcome == Decoder.Outcome.FRAME;
        }
    }
}
