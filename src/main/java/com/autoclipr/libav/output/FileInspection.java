package com.autoclipr.libav.output;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.LogCapture;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.media.FileFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avutil;

/// Reads a finished file back whole: every packet, and what decoders opened afresh make of the
/// sound and of the pictures up to the second key frame.
public final class FileInspection {
    /// More complaints than this say nothing new.
    private static final int MOST_ERRORS = 20;

    private static final int PACKETS_A_REPORT = 64;

    private final Path file;
    private final FrameRate frameRate;
    private final LongConsumer progress;
    private final List<String> errors = new ArrayList<>();

    private FileInspection(Path file, FrameRate frameRate, LongConsumer progress) {
        this.file = file;
        this.frameRate = frameRate;
        this.progress = progress;
    }

    /// @param frameRate that it should have
    /// @param progress called with the number of packets read
    /// @throws FailureException MEDIA_CORRUPT if it is no such file at all
    public static FileFacts of(Path file, FrameRate frameRate, LongConsumer progress) {
        return new FileInspection(file, frameRate, progress).inspect();
    }

    private FileFacts inspect() {
        Mp4Boxes boxes = boxes();
        long mark = LogCapture.mark();
        try (InputFile input = InputFile.open(file);
                VideoInspection video =
                        new VideoInspection(
                                stream(input, true).orElseThrow(this::noPicture),
                                boxes.colours().map(FileInspection::tags).orElse("none"),
                                frameRate)) {
            Optional<AVStream> soundStream = stream(input, false);
            try (AudioInspection sound = soundStream.map(AudioInspection::new).orElse(null)) {
                long packets = 0;
                for (AVPacket packet = input.read(); packet != null; packet = input.read()) {
                    packets++;
                    if (packets % PACKETS_A_REPORT == 0) {
                        progress.accept(packets);
                    }
                    if (packet.stream_index() == video.streamIndex()) {
                        video.take(packet);
                    } else if (sound != null && packet.stream_index() == sound.streamIndex()) {
                        sound.take(packet);
                    }
                }
                video.end();
                errors.addAll(video.errors());
                if (sound != null) {
                    sound.end();
                    errors.addAll(sound.errors());
                }
                errors.addAll(LogCapture.since(mark));
                return facts(video, Optional.ofNullable(sound), boxes.indexFirst());
            }
        }
    }

    private FileFacts facts(
            VideoInspection video, Optional<AudioInspection> sound, boolean indexFirst) {
        return new FileFacts(
                video.packets(),
                video.digest(),
                video.look().width(),
                video.look().height(),
                video.firstFrame(),
                video.frameDuration(),
                video.decodingTimesIncrease(),
                video.keyFrames(),
                video.duration(),
                sound.map(AudioInspection::samples).orElse(-1L),
                sound.map(AudioInspection::start).orElse(Rational.ZERO),
                sound.map(AudioInspection::duration).orElse(Rational.ZERO),
                video.look().colourTags(),
                indexFirst,
                errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
    }

    private Mp4Boxes boxes() {
        try {
            return Mp4Boxes.read(file);
        } catch (IOException e) {
            errors.add("boxes: " + e.getMessage());
            return new Mp4Boxes(false, Optional.empty());
        }
    }

    private static String tags(Mp4Boxes.Colours colours) {
        int range = colours.fullRange() ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG;
        return FrameLook.tags(colours.primaries(), colours.transfer(), colours.matrix(), range);
    }

    private static Optional<AVStream> stream(InputFile input, boolean picture) {
        int type = picture ? avutil.AVMEDIA_TYPE_VIDEO : avutil.AVMEDIA_TYPE_AUDIO;
        return input.streams().stream().filter(s -> s.codecpar().codec_type() == type).findFirst();
    }

    private FailureException noPicture() {
        return MediaFailures.of(FailureKind.MEDIA_CORRUPT, file, "no-picture").asException();
    }
}
