package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.colour.ColourTransform;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.RefreshPoints;
import com.autoclipr.libav.pixels.FrameConverter;
import com.autoclipr.libav.profiles.SourceColours;
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
public final class LibavPictureSource implements PictureSource {
    private static final Rational TWO = Rational.of(2);
    private static final Rational MOST_LATE = new Rational(2, 1_000);

    /// Of a stream that changes its size again and again, for the report.
    private static final int MOST_SIZES = 8;

    /// Without an index, only jumps longer than this many seconds are worth a seek.
    private static final int FAR_SECONDS = 10;

    private final Path file;
    private final VideoFacts facts;
    private final FrameConverter maker;
    private final FrameHandle shown;
    private final FrameHandle ahead;
    private final DroppedPictures dropped;
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
    private DisplaySize displaySize;
    private final Set<DisplaySize> sizes = new LinkedHashSet<>();
    private boolean open = true;
    private @Nullable Picture made;

    /// @param input just opened; this source's from now on, unless an exception is thrown
    private LibavPictureSource(Path file, VideoFacts facts, InputFile input) {
        this.file = file;
        this.facts = facts;
        this.displaySize = facts.displaySize();
        this.dropped = new DroppedPictures(file.toString());
        this.input = input;
        // Of GIF and APNG every picture but the first refers to others, whatever its packet says;
        // of HEIF and AVIF the transparency is a stream of its own.
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
            Optional<ColourTransform> colours =
                    SourceColours.of(input, stream(), picture, facts.colour()).transform();
            step();
            this.maker = new FrameConverter(facts, colours);
        } catch (RuntimeException e) {
            flow.close();
            shown.close();
            ahead.close();
            throw e;
        }
    }

    /// How late the picture ahead may be, in ticks: two, since the timestamp of the first picture
    /// and its own may each be rounded by one; but no more than two milliseconds or an eighth of
    /// the time since the picture before.
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
        }
        forwardTo(from);
        Picture picture = made;
        if (picture == null) {
            requireSize(shown.get());
            measure(shown.get());
            picture = maker.make(shown.get());
            made = picture;
        }
        return picture;
    }

    /// Shows the last picture that is due at `ticks`, which is not before the one shown.
    ///
    /// @throws FailureException MEDIA_LIMIT if there are too many pictures on the way
    private void forwardTo(Rational ticks) {
        long from = shown.get().pts();
        long passed = 0;
        while (!ended && isDue(ahead.get().pts(), graceAhead(), ticks)) {
            step(graceAhead());
            passed++;
            dropped.count(flow.dropped(), sourceTime(shown.get().pts()));
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

    /// Pictures may change their size on the way.
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

    /// The picture ahead becomes the one shown, and the next one is decoded.
    private void step() {
        step(Rational.ZERO);
    }

    /// @param grace how late the picture ahead may be, in ticks
    private void step(Rational grace) {
        shownGrace = grace;
        shown.take(ahead);
        made = null;
        ended = !flow.next(ahead);
        damaged |= flow.damaged();
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

    /// Begins to decode at or before the picture that is shown at `limit`.
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

    /// Likewise, in a file that cannot be asked for a time: it is read from its start, and what
    /// lies before the entry is not decoded.
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

    /// The last entry at or before `limit`; the first one before all.
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

    /// Opens the file again, which is the only way to its first packet that every demuxer has.
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
        return facts.interlaced() ? new DeinterlacedPictures(decoded, fromStart) : decoded;
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
        for (DisplaySize size : sizes) {
            decisions.add(
                    Decision.of(
                            DecisionKind.RESOLUTION_CHANGED,
                            "file",
                            file.toString(),
                            "from",
                            facts.displaySize().toString(),
                            "to",
                            size.toString()));
        }
        if (damaged) {
            decisions.add(Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED, "file", file.toString()));
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
