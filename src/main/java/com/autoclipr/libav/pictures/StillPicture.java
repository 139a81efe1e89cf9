package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Decision;
import com.autoclipr.libav.container.PictureFile;
import com.autoclipr.libav.container.ProgressiveCheck;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.LogCapture;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.pixels.AlphaSense;
import com.autoclipr.libav.pixels.CmykJpeg;
import com.autoclipr.libav.pixels.JpegComponents;
import com.autoclipr.libav.pixels.PackedPixels;
import com.autoclipr.libav.pixels.Unpainted;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/// The image of a [PictureFile]. Does not own the input.
///
/// Image decoders return partial results for corrupt images and report that only in their log.
final class StillPicture implements PictureFlow {
    /// Log messages that do not concern the image: maker notes, profiles.
    private static final List<String> NOT_THE_PICTURE =
            List.of("app", "exif", "icc", "tiff header", "comment", "metadata", "chunk too large");

    private final InputFile input;
    private final PictureFile file;
    private final List<Decision> decisions = new ArrayList<>();
    private boolean delivered;
    private boolean damaged;

    StillPicture(InputFile input, PictureFile file) {
        this.input = input;
        this.file = file;
    }

    @Override
    public boolean next(FrameHandle into) {
        into.clear();
        AVPacket packet = delivered ? null : input.read();
        delivered = true;
        if (packet == null) {
            return false;
        }
        long mark = LogCapture.mark();
        JpegComponents.Meaning components =
                JpegComponents.settle(input.stream(packet.stream_index()), packet);
        if (!StillDecoding.decode(input, packet, into)) {
            return false;
        }
        into.get().pts(0);
        PackedPixels.widen(into);
        AlphaSense.correct(input.path(), file.container(), into.get()).ifPresent(decisions::add);
        damaged = file.cutOff() || complained(mark);
        if (!damaged && file.progressive()) {
            damaged = ProgressiveCheck.damaged(input.path());
        }
        if (damaged && !Unpainted.fill(into.get())) {
            into.clear();
            return false;
        }
        switch (components) {
            case INKS, YCCK -> CmykJpeg.toInks(into, components);
            case RGB -> JpegComponents.toRgb(into);
            case YCC, OTHER -> {
                // As it was decoded.
            }
        }
        return true;
    }

    private static boolean complained(long mark) {
        return LogCapture.since(mark).stream()
                .map(line -> line.toLowerCase(java.util.Locale.ROOT))
                .anyMatch(line -> NOT_THE_PICTURE.stream().noneMatch(line::contains));
    }

    @Override
    public boolean damaged() {
        return damaged;
    }

    @Override
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public void close() {
        // Nothing to close: the decoder was closed after decoding.
    }
}
