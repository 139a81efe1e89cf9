package com.autoclipr.libav.output;

import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/// FFmpeg's extradata: the codec configuration outside of the packets.
final class Extradata {
    private Extradata() {}

    /// The copy is owned by `parameters`.
    static void set(AVCodecParameters parameters, byte[] header) {
        var memory = avutil.av_mallocz(header.length + AV_INPUT_BUFFER_PADDING_SIZE);
        BytePointer extradata = new BytePointer(memory);
        extradata.put(header, 0, header.length);
        parameters.extradata(extradata);
        parameters.extradata_size(header.length);
    }
}
