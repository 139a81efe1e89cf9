package com.autoclipr.libav.pictures;

import com.autoclipr.libav.handles.Decoder;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.input.InputFile;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/// Decodes single images that are separate streams.
final class StillDecoding {
    private StillDecoding() {}

    /// Decodes the image in `packet`.
    ///
    /// @return whether it was decoded
    static boolean decode(InputFile input, AVPacket packet, FrameHandle into) {
        try (Decoder decoder = Decoder.open(input.stream(packet.stream_index()), input.path())) {
            decoder.send(packet);
            decoder.send(null);
            Decoder.Outcome outcome = decoder.receive(into.get());
            return outcome == Decoder.Outcome.FRAME;
        }
    }
}
