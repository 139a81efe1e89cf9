package com.autoclipr.libav.output;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.encoded.EncodedPacket;
import com.autoclipr.media.encoded.EncodedVideo;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// Verifies that a chunk can be decoded independently: a new decoder that knows only the chunk's
/// own header returns all frames in order, with the requested size and colours, and reports no
/// errors.
final class ChunkVerification {
    private ChunkVerification() {}

    /// @throws FailureException ENCODING_FAILED with the first error
    static void require(VideoEncoding encoding, EncodedVideo chunk) {
        List<String> complaints = complaints(encoding, chunk);
        if (!complaints.isEmpty()) {
            throw Failure.of(FailureKind.ENCODING_FAILED)
                    .with(
                            Fact.DETAIL,
                            "what was encoded cannot be decoded: " + complaints.getFirst())
                    .asException();
        }
    }

    static List<String> complaints(VideoEncoding encoding, EncodedVideo chunk) {
        FrameLook look = new FrameLook();
        List<Long> order = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        AVCodecParameters parameters = parameters(encoding, chunk);
        try (StrictDecoder decoder =
                new StrictDecoder(
                        parameters,
                        avutil.av_make_q(1, 1),
                        1,
                        frame -> {
                            order.add(frame.pts());
                            look.take(frame);
                        })) {
            for (EncodedPacket packet : chunk.packets()) {
                decoder.decode(packet);
            }
            decoder.decodeRest();
            complaints.addAll(decoder.errors());
        } finally {
            avcodec.avcodec_parameters_free(parameters);
        }
        complaints.addAll(look.errors());
        int frames = chunk.packets().size();
        for (int i = 0; i < Math.max(frames, order.size()); i++) {
            if (i >= frames || i >= order.size() || order.get(i) != i) {
                complaints.add(frames + " packets gave the frames " + order);
                break;
            }
        }
        if (look.width() != encoding.width() || look.height() != encoding.height()) {
            complaints.add("the frames have " + look.width() + "×" + look.height() + " pixels");
        }
        if (!look.colourTags().equals(FileFacts.OUTPUT_COLOURS)) {
            complaints.add("the colours are " + look.colourTags());
        }
        if (!look.keyFrames().equals(keyFrames(chunk))) {
            complaints.add("key frames lie elsewhere: " + look.keyFrames());
        }
        return complaints;
    }

    private static List<Long> keyFrames(EncodedVideo chunk) {
        return chunk.packets().stream()
                .filter(EncodedPacket::keyFrame)
                .map(EncodedPacket::presentationIndex)
                .sorted()
                .toList();
    }

    private static AVCodecParameters parameters(VideoEncoding encoding, EncodedVideo chunk) {
        AVCodecParameters parameters = avcodec.avcodec_parameters_alloc();
        parameters.codec_type(avutil.AVMEDIA_TYPE_VIDEO);
        parameters.codec_id(AV_CODEC_ID_H264);
        parameters.width(encoding.width());
        parameters.height(encoding.height());
        Extradata.set(parameters, chunk.header());
        return parameters;
    }
}
