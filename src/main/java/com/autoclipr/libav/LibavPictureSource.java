package com.autoclipr.libav;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.Decision;
import com.autoclipr.media.DecisionKind;
import com.autoclipr.media.Picture;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avformat;
import org.jspecify.annotations.Nullable;

/// Pictures of a file by libav. Owns the open file and its decoder; for one thread.
///
/// It holds two decoded pictures, the one that is shown and the one after it, since only the next
/// picture's time tells how long this one lasts. Pictures are copied to Java memory when they are
/// asked for, not when they are decoded.
///
/// Every jump begins with a fresh decoder at a key packet, so that what is shown never depends on
/// what was asked before; if decoding cannot start early enough there, it begins further back, and
/// at last at the start of the file.
final class LibavPictureSource implements PictureSource {
    private static final Rational HALF = Rational.of(1, 2);

    /// Without an index, only jumps longer than this many seconds are worth a seek.
    private static final int FAR_SECONDS = 10;

    private final Path file;
    private final VideoFacts facts;
    private final PictureMaker maker;
    private final FrameHandle shown = new FrameHandle();
    private final FrameHandle ahead = new FrameHandle();
    private final long firstTicks;
    private final long startTicks;
    private final Rational zeroTicks;
    private final boolean seekable;
    private InputFile input;
    private PictureFlow flow;
    private boolean ended;
    private boolean damaged;
    private boolean open = true;
    private @Nullable Picture made;

    private LibavPictureSource(Path file, VideoFacts facts) {
        this.file = file;
        this.facts = facts;
        this.input = InputFile.open(file);
        // Of GIF and APNG every picture but the first refers to others, whatever its packet says.
        boolean wholeOnly = VideoProbe.isImage(input) && !input.container().startsWith("mov,");
        this.seekable = !wholeOnly && !facts.still();
        this.flow = flow(true);
        boolean any = flow.next(ahead);
        this.maker =
                new PictureMaker(
                        facts,
                        any
                                ? SourceColours.of(input, stream(), ahead.get(), facts.colour())
                                        .transform()
                                : Optional.empty());
        if (!any) {
            close();
            throw InputFile.failure(FailureKind.MEDIA_BROKEN, file, "no-picture").asException();
        }
        this.firstTicks = ahead.get().pts();
        this.startTicks = VideoProbe.startTicks(input, stream(), firstTicks);
        this.zeroTicks =
                Rational.of(startTicks).minus(facts.firstPicture().dividedBy(facts.timeBase()));
        step();
    }

    static PictureSource open(Path file, VideoFacts facts) {
        return new LibavPictureSource(file, facts);
    }

    @Override
    public Picture at(Rational sourceTime) {
        if (!open) {
            throw new IllegalStateException("the pictures of " + file + " are closed");
        }
        return LibavMedia.withExactTimes(file, () -> pictureAt(sourceTime));
    }

    private Picture pictureAt(Rational sourceTime) {
        Rational ticks = sourceTime.dividedBy(facts.timeBase()).plus(zeroTicks);
        long limit = Math.max(startTicks, ticks.plus(HALF).floor());
        if (limit < shown.get().pts() || worthSeeking(limit)) {
            moveTo(limit);
        }
        forwardTo(limit);
        Picture picture = made;
        if (picture == null) {
            requireSize(shown.get());
            picture = maker.make(shown.get());
            made = picture;
        }
        return picture;
    }

    /// Shows the last picture at or before `limit`, which is not before the one shown.
    ///
    /// @throws FailureException MEDIA_LIMIT if there are too many pictures on the way
    private void forwardTo(long limit) {
        long from = shown.get().pts();
        long passed = 0;
        while (!ended && ahead.get().pts() <= limit) {
            step();
            passed++;
            if (passed % MediaLimits.MAX_FRAMES_PER_SECOND == 0) {
                requireRate(passed, shown.get().pts() - from);
            }
        }
    }

    private void requireRate(long pictures, long ticks) {
        long seconds = facts.timeBase().times(ticks).ceil() + 1;
        MediaLimits.require(
                file, "frame-rate", MediaLimits.MAX_FRAMES_PER_SECOND, pictures / seconds);
    }

    /// Pictures may change their size on the way.
    private void requireSize(AVFrame frame) {
        MediaLimits.requireSize(file, frame.width(), frame.height(), !facts.still());
    }

    /// The picture ahead becomes the one shown, and the next one is decoded.
    private void step() {
        shown.take(ahead);
        made = null;
        ended = !flow.next(ahead);
        damaged |= flow.damaged();
    }

    private boolean worthSeeking(long limit) {
        if (ended || !seekable || limit <= ahead.get().pts()) {
            return false;
        }
        AVStream stream = stream();
        AVIndexEntry key =
                avformat.avformat_index_get_entry_from_timestamp(
                        stream, limit, avformat.AVSEEK_FLAG_BACKWARD);
        long secondTicks = facts.timeBase().reciprocal().ceil();
        if (key != null && !key.isNull() && key.timestamp() > ahead.get().pts() + secondTicks) {
            return true;
        }
        return limit - ahead.get().pts() > FAR_SECONDS * secondTicks;
    }

    /// Begins to decode at or before the picture that is shown at `limit`.
    private void moveTo(long limit) {
        long end = facts.duration().dividedBy(facts.timeBase()).plus(zeroTicks).ceil();
        long target = end > firstTicks ? Math.min(limit, end) : limit;
        long backTicks = 0;
        while (seekable && target - backTicks > firstTicks) {
            if (beginAt(target - backTicks) && ahead.get().pts() <= limit) {
                step();
                return;
            }
            backTicks = backTicks == 0 ? facts.timeBase().reciprocal().ceil() : 2 * backTicks;
        }
        beginAtStart();
    }

    private boolean beginAt(long ticks) {
        flow.close();
        if (!input.seek(stream(), ticks)) {
            return false;
        }
        flow = flow(false);
        boolean any = flow.next(ahead);
        damaged |= flow.damaged();
        return any;
    }

    /// Opens the file again, which is the only way to its first packet that every demuxer has.
    private void beginAtStart() {
        flow.close();
        input.close();
        input = InputFile.open(file);
        flow = flow(true);
        if (!flow.next(ahead)) {
            throw InputFile.failure(FailureKind.SOURCE_CHANGED, file, "").asException();
        }
        step();
    }

    private PictureFlow flow(boolean fromStart) {
        Rational rate = facts.frameRate().framesPerSecond();
        PictureFlow decoded =
                fromStart ? PictureFlow.fromStart(input, stream(), rate) : afterSeek(rate);
        return facts.interlaced() ? new DeinterlacedPictures(decoded, fromStart) : decoded;
    }

    private PictureFlow afterSeek(Rational rate) {
        input.keepOnly(Set.of(facts.streamIndex()));
        return DecodedPictures.fromNextKey(input, stream(), rate);
    }

    private AVStream stream() {
        return input.stream(facts.streamIndex());
    }

    @Override
    public List<Decision> decisions() {
        return damaged
                ? List.of(Decision.of(DecisionKind.DAMAGE_PASSED_OVER, "file", file.toString()))
                : List.of();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            flow.close();
            input.close();
            shown.close();
            ahead.close();
            maker.close();
        }
    }
}
