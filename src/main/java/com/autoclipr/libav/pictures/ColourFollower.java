package com.autoclipr.libav.pictures;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.pixels.FrameConverter;
import com.autoclipr.libav.profiles.ColourReading;
import com.autoclipr.libav.profiles.SourceColours;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.media.picture.Picture;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Makes pictures of the decoded frames of a stream, by what each says of its colours: parts of a
/// film may have others than its beginning. Owns the converter; for one thread.
final class ColourFollower implements AutoCloseable {
    /// Of a stream that changes again and again, for the report.
    private static final int MOST_CHANGES = 8;

    /// They do not tag colours: the header repeats what other pictures say.
    private static final Set<String> UNTAGGED =
            Set.of("mpegts", "mpeg", "h264", "hevc", "obu", "mpegvideo", "m4v");

    private final Path file;
    private final VideoFacts facts;
    private final Set<Decision> decisions = new LinkedHashSet<>();
    private FrameConverter converter;
    private ColourFacts colour;
    private long tags;

    /// @param first frame, of which the facts are
    ColourFollower(InputFile input, AVStream stream, AVFrame first, VideoFacts facts) {
        this.file = input.path();
        this.facts = facts;
        this.colour = facts.colour();
        this.tags = tags(first);
        this.converter = converter(input, stream, first, facts);
    }

    private static FrameConverter converter(
            InputFile input, AVStream stream, AVFrame frame, VideoFacts facts) {
        return new FrameConverter(
                facts, SourceColours.of(input, stream, frame, facts.colour()).transform());
    }

    private static long tags(AVFrame frame) {
        long tags = frame.format();
        tags = tags << 8 | (frame.colorspace() & 0xff);
        tags = tags << 8 | (frame.color_range() & 0xff);
        tags = tags << 8 | (frame.color_trc() & 0xff);
        return tags << 8 | (frame.color_primaries() & 0xff);
    }

    /// The picture that a frame holds; valid until the second call after.
    ///
    /// @param frame may be tagged anew
    Picture make(InputFile input, AVStream stream, AVFrame frame) {
        long now = tags(frame);
        if (now != tags && !facts.still()) {
            tags = now;
            follow(input, stream, frame);
        }
        return converter.make(frame);
    }

    private void follow(InputFile input, AVStream stream, AVFrame frame) {
        ColourFacts next = read(input, stream, frame);
        if (next.equals(colour)) {
            return;
        }
        converter.close();
        converter = converter(input, stream, frame, facts.with(next));
        String from = describe(facts.colour());
        String to = describe(next);
        if (!from.equals(to) && decisions.size() < MOST_CHANGES) {
            decisions.add(
                    Decision.of(DecisionKind.COLOUR_CHANGED)
                            .with(Fact.FILE, file.toString())
                            .with(Fact.FROM, from)
                            .with(Fact.TO, to));
        }
        colour = next;
    }

    private static ColourFacts read(InputFile input, AVStream stream, AVFrame frame) {
        if (!UNTAGGED.contains(input.container())) {
            return ColourReading.read(frame, stream.codecpar(), input.isImage());
        }
        AVCodecParameters nothing = avcodec_parameters_alloc();
        try {
            return ColourReading.read(frame, nothing, input.isImage());
        } finally {
            avcodec_parameters_free(nothing);
        }
    }

    private static String describe(ColourFacts colour) {
        String curve =
                colour.transfer() == ColourFacts.Transfer.SDR ? "" : ", " + colour.transfer();
        String range = colour.fullRange() ? "full" : "limited";
        return "%s %s, %s%s"
                .formatted(colour.matrix(), range, colour.primaries(), curve)
                .toLowerCase(Locale.ROOT);
    }

    /// What changed on the way.
    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public void close() {
        converter.close();
    }
}
