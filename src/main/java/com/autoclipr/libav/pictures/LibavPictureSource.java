package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.RefreshPoints;
import com.autoclipr.libav.timing.PictureTiming;
import com.autoclipr.libav.timing.StreamStart;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.EditList;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avformat;
import org.jspecify.annotations.Nullable;

/// Pictures of a file, decoded by libav. Owns the open file and its decoder; not thread-safe.
///
/// It holds two decoded pictures, the current and the next one, since only the timestamp of the
/// next tells how long the current one lasts. Pictures are copied to Java memory when requested,
/// not when decoded.
///
/// Every seek starts a new decoder at a keyframe, so that results never depend on earlier requests;
/// if that is not early enough, it starts further back, and finally at the start of the file.
public final class LibavPictureSource implements PictureSource {
    private static final Rational TWO = Rational.of(2);
    private static final Rational MOST_LATE = new Rational(2, 1_000);

    /// Limit of resolution changes in the report.
    private static final int MOST_SIZES = 8;

    /// Without an index, only seeks further than this many seconds pay off.
    private static final int FAR_SECONDS = 10;

    private final Path file;
    private final VideoFacts facts;
    private final ColourFollower maker;
    private final FrameHandle shown;
    private final FrameHandle ahead;
    private final DroppedPictures dropped;
    private final UntimedPictures untimed = new UntimedPictures();
    private final Rational mostLateTicks;
    private Rational shownGrace = Rational.ZERO;
    private final long firstTicks;
    private final long startTicks;
    private final Rational zeroTicks;
    private final boolean seekable;
    private InputFile input;
    private PictureFlow flow;
    private boolean ended;
    private boolean damaged;
    private boolean deinterlaced;
    private DisplaySize displaySize;
    private final Set<DisplaySize> sizes = new LinkedHashSet<>();
    private boolean open = true;
    private @Nullable Picture made;

    /// @param input newly opened; owned by this source, unless an exception is thrown
    private LibavPictureSource(Path file, VideoFacts facts, InputFile input) {
        this.file = file;
        this.facts = facts;
        this.displaySize = facts.displaySize();
        this.dropped = new DroppedPictures(file.toString());
        this.input = input;
        // In GIF and APNG every picture but the first depends on others, whatever its packet flags
        // say; in HEIF and AVIF alpha is a separate stream.
        boolean wholeOnly = input.isImage();
        this.seekable =
                !wholeOnly && !facts.still() && RefreshPoints.areFound(stream(), facts.clock());
        this.mostLateTicks = TWO.min(MOST_LATE.dividedBy(facts.timeBase()));
        this.flow = flow(true);
        this.shown = new FrameHandle();
        this.ahead = new FrameHandle();
        try {
            if (!flow.next(ahead)) {
                throw MediaFailures.of(FailureKind.MEDIA_CORRUPT, file, "no-picture").asException();
            }
            this.firstTicks = ahead.get().pts();
            this.startTicks = StreamStart.ofPictures(input, stream(), firstTicks);
            Rational first =
                    facts.clock().edits().map(EditList::firstMedia).orElse(facts.firstPicture());
            this.zeroTicks = Rational.of(startTicks).minus(first.dividedBy(facts.timeBase()));
            AVFrame picture = ahead.get();
            this.maker = new ColourFollower(input, stream(), picture, facts);
            step();
        } catch (RuntimeException e) {
            flow.close();
            shown.close();
            ahead.close();
            throw e;
        }
    }

    /// Tolerance for the next picture in ticks: two, since the first timestamp and its own may each
    /// be rounded by one, but at most 2 ms or an eighth of the time since the previous picture.
    private Rational graceAhead() {
        return mostLateTicks.min(Rational.of(ahead.get().pts() - shown.get().pts(), 8));
    }

    private static boolean isDue(long begins, Rational grace, Rational ticks) {
        return ticks.plus(grace).compareTo(Rational.of(begins)) >= 0;
    }

    public static PictureSource open(Path file, VideoFacts facts) {
        PictureSource track = openTrack(file, facts);
        return facts.clock()
                .edits()
                .<PictureSource>map(edits -> new EditedPictures(track, edits, file, facts))
                .orElse(track);
    }

    private static PictureSource openTrack(Path file, VideoFacts facts) {
        InputFile input = InputFile.open(file, facts.clock());
        try {
            return new LibavPictureSource(file, facts, input);
        } catch (RuntimeException e) {
            input.close();
            throw e;
        }
    }

    @Override
    public Picture at(Rational sourceTime) {
        if (!open) {
            throw new IllegalStateException("the pictures of " + file + " are closed");
        }
        return MediaFailures.withExactTimes(file, () -> pictureAt(sourceTime));
    }

    private Picture pictureAt(Rational sourceTime) {
        Rational ticks = sourceTime.dividedBy(facts.timeBase()).plus(zeroTicks);
        Rational from = ticks.max(Rational.of(startTicks));
        long limit = from.floor();
        boolean before = !isDue(shown.get().pts(), shownGrace, from);
        if (before || worthSeeking(limit)) {
            moveTo(limit);
            dropped.begin(flow.dropped());
            untimed.begin(flow.untimed());
        }
        forwardTo(from);
        Picture picture = made;
        if (picture == null) {
            requireSize(shown.get());
            measure(shown.get());
            picture = maker.make(input, stream(), shown.get());
            made = picture;
        }
        return picture;
    }

    /// Advances to the last picture due at `ticks`, which is not before the current one.
    ///
    /// @throws FailureException MEDIA_LIMIT if it has to skip too many pictures
    private void forwardTo(Rational ticks) {
        long from = shown.get().pts();
        long passed = 0;
        while (!ended && isDue(ahead.get().pts(), graceAhead(), ticks)) {
            step(graceAhead());
            passed++;
            Rational now = sourceTime(shown.get().pts());
            dropped.count(flow.dropped(), now);
            untimed.count(flow.untimed(), now);
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

    private Rational sourceTime(long ticks) {
        return Rational.of(ticks).minus(zeroTicks).times(facts.timeBase());
    }

    /// The resolution may change within the stream.
    private void requireSize(AVFrame frame) {
        MediaLimits.requireSize(file, frame.width(), frame.height(), !facts.still());
    }

    private void measure(AVFrame frame) {
        displaySize = PixelAspect.displaySize(input, stream(), frame, facts);
        if (!displaySize.equals(facts.displaySize()) && sizes.size() < MOST_SIZES) {
            sizes.add(displaySize);
        }
    }

    @Override
    public DisplaySize displaySize() {
        return displaySize;
    }

    /// Makes the next picture current and decodes another one.
    private void step() {
        step(Rational.ZERO);
    }

    /// @param grace tolerance for the next picture in ticks
    private void step(Rational grace) {
        shownGrace = grace;
        shown.take(ahead);
        made = null;
        ended = !flow.next(ahead);
        damaged |= flow.damaged();
        deinterlaced |= flow.deinterlaces();
    }

    private boolean worthSeeking(long limit) {
        if (ended || !seekable || limit <= ahead.get().pts()) {
            return false;
        }
        long secondTicks = facts.timeBase().reciprocal().ceil();
        if (!facts.clock().entries().isEmpty()) {
            return entryAt(limit).ticks() > ahead.get().pts() + secondTicks;
        }
        AVStream stream = stream();
        AVIndexEntry key =
                avformat.avformat_index_get_entry_from_timestamp(
                        stream, limit, avformat.AVSEEK_FLAG_BACKWARD);
        if (key != null && !key.isNull() && key.timestamp() > ahead.get().pts() + secondTicks) {
            return true;
        }
        return limit - ahead.get().pts() > FAR_SECONDS * secondTicks;
    }

    /// Starts decoding at or before the picture shown at `limit`.
    private void moveTo(long limit) {
        if (!facts.clock().entries().isEmpty()) {
            moveToEntry(limit);
            return;
        }
        long end = facts.duration().dividedBy(facts.timeBase()).plus(zeroTicks).ceil();
        boolean ends = end > firstTicks && facts.clock().edits().isEmpty();
        long target = ends ? Math.min(limit, end) : limit;
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

    /// Likewise, in a file that cannot be seeked by time: it is read from its start, and packets
    /// before the entry point are not decoded.
    private void moveToEntry(long limit) {
        StreamClock.Entry entry = entryAt(limit);
        if (entry.packet() > 0) {
            reopen();
            input.keepOnly(Set.of(facts.streamIndex()));
            PictureTiming timing = PictureTiming.of(facts);
            flow = deinterlaced(DecodedPictures.fromEntry(input, stream(), timing, entry), false);
            if (flow.next(ahead) && ahead.get().pts() <= limit) {
                step();
                return;
            }
        }
        beginAtStart();
    }

    /// The last entry point at or before `limit`, or else the first one.
    private StreamClock.Entry entryAt(long limit) {
        List<StreamClock.Entry> entries = facts.clock().entries();
        int low = 0;
        int high = entries.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (entries.get(middle).ticks() <= limit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return entries.get(low);
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

    /// Reopens the file, the only way back to its first packet that works with every demuxer.
    private void beginAtStart() {
        reopen();
        flow = flow(true);
        if (!flow.next(ahead)) {
            throw MediaFailures.of(FailureKind.SOURCE_CHANGED, file, "").asException();
        }
        step();
    }

    private void reopen() {
        flow.close();
        input.close();
        input = InputFile.open(file, facts.clock());
    }

    private PictureFlow flow(boolean fromStart) {
        PictureTiming timing = PictureTiming.of(facts);
        return deinterlaced(
                fromStart ? PictureFlows.fromStart(input, stream(), timing) : afterSeek(timing),
                fromStart);
    }

    private PictureFlow deinterlaced(PictureFlow decoded, boolean fromStart) {
        if (facts.interlaced()) {
            return new DeinterlacedPictures(decoded, fromStart);
        }
        return facts.still() || input.isImage() ? decoded : new InterlacedRuns(decoded, fromStart);
    }

    private PictureFlow afterSeek(PictureTiming timing) {
        input.keepOnly(Set.of(facts.streamIndex()));
        return DecodedPictures.fromNextKey(input, stream(), timing);
    }

    private AVStream stream() {
        return input.stream(facts.streamIndex());
    }

    @Override
    public List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>(dropped.decisions());
        untimed.decision(file.toString()).ifPresent(decisions::add);
        decisions.addAll(maker.decisions());
        for (DisplaySize size : sizes) {
            decisions.add(
                    Decision.of(DecisionKind.RESOLUTION_CHANGED)
                            .with(Fact.FILE, file.toString())
                            .with(Fact.FROM, facts.displaySize().toString())
                            .with(Fact.TO, size.toString()));
        }
        if (deinterlaced) {
            decisions.add(Decision.of(DecisionKind.DEINTERLACED).with(Fact.FILE, file.toString()));
        }
        if (damaged) {
            decisions.add(
                    Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED)
                            .with(Fact.FILE, file.toString()));
        }
        return decisions;
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
