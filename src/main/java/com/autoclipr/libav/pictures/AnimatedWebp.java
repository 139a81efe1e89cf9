package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.container.Exif;
import com.autoclipr.libav.container.RiffChunk;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.profiles.SourceColours;
import com.autoclipr.libav.timing.FrameTiming;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The container of an animated WebP, which FFmpeg does not read: its frames and their composition
/// (WebP Container Specification, Google).
///
/// @param width pixels of the canvas
/// @param height pixels of the canvas
/// @param alpha whether the alpha flag is set
/// @param plays how many times it plays; 0: infinitely
/// @param whole whether the file has its declared size, its chunks fill it, and every frame is
///   within the canvas
/// @param frames in order, at least one
public record AnimatedWebp(
        int width, int height, boolean alpha, int plays, boolean whole, List<Frame> frames) {
    static final Rational TICK = Rational.of(1, 1000);

    private static final int ANIMATION_FLAG = 0x02;
    private static final int ALPHA_FLAG = 0x10;

    /// Flags, three reserved bytes, width and height in three bytes each.
    private static final int HEAD_BYTES = 10;

    private static final int FRAME_HEADER = 16;
    private static final int ANIM_BYTES = 6;
    private static final int DISPOSE_FLAG = 0x01;
    private static final int OVERWRITE_FLAG = 0x02;

    /// Browsers show shorter frames for 100 ms.
    private static final int SHORTEST_MS = 10;

    private static final int INSTEAD_OF_SHORTEST_MS = 100;

    public AnimatedWebp {
        frames = List.copyOf(frames);
    }

    /// One frame, a rectangle of the canvas.
    ///
    /// @param startMs milliseconds from the start of the animation
    /// @param durationMs milliseconds
    /// @param blended whether it is blended over the canvas, else it replaces it
    /// @param cleared whether its rectangle is cleared afterwards
    /// @param offset file offset of its image chunks
    /// @param size bytes of these chunks
    record Frame(
            int x,
            int y,
            int width,
            int height,
            long startMs,
            int durationMs,
            boolean blended,
            boolean cleared,
            long offset,
            int size) {}

    /// Empty if `path` is not an animated WebP.
    ///
    /// @throws com.autoclipr.failure.FailureException MEDIA_CORRUPT if it has no frames,
    ///   MEDIA_LIMIT
    public static Optional<AnimatedWebp> read(Path path) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(path)) {
            if (!RiffChunk.isWebp(file)) {
                return Optional.empty();
            }
            List<RiffChunk> chunks = RiffChunk.ofFile(file);
            if (chunks.isEmpty() || !chunks.getFirst().type().equals("VP8X")) {
                return Optional.empty();
            }
            RiffChunk first = chunks.getFirst();
            ByteBuffer head =
                    RiffChunk.read(file, first.offset(), Math.min(HEAD_BYTES, first.size()));
            if (head.limit() < HEAD_BYTES || (head.get(0) & ANIMATION_FLAG) == 0) {
                return Optional.empty();
            }
            return Optional.of(read(path, file, head, chunks));
        } catch (IOException e) {
            throw MediaFailures.of(FailureKind.FILE_MISSING, path, String.valueOf(e.getMessage()))
                    .asException();
        }
    }

    private static AnimatedWebp read(
            Path path, FileChannel file, ByteBuffer head, List<RiffChunk> chunks)
            throws IOException {
        int width = threeBytes(head, 4) + 1;
        int height = threeBytes(head, 7) + 1;
        MediaLimits.requireSize(path, width, height, true);
        List<Frame> frames = new ArrayList<>();
        long startMs = 0;
        int plays = 0;
        boolean allOnCanvas = true;
        for (RiffChunk chunk : chunks) {
            if (chunk.type().equals("ANIM") && chunk.size() >= ANIM_BYTES) {
                // A background colour, then the count.
                plays = RiffChunk.read(file, chunk.offset(), ANIM_BYTES).getShort(4) & 0xffff;
            }
            if (chunk.type().equals("ANMF") && chunk.size() > FRAME_HEADER) {
                MediaLimits.require(
                        path, "packet-bytes", MediaLimits.MAX_FRAME_BYTES, chunk.size());
                Frame frame = frame(file, chunk, startMs);
                if (frame.x + frame.width <= width && frame.y + frame.height <= height) {
                    frames.add(frame);
                    startMs += frame.durationMs;
                } else {
                    allOnCanvas = false;
                }
            }
        }
        if (frames.isEmpty()) {
            throw MediaFailures.of(FailureKind.MEDIA_CORRUPT, path, "no-frames").asException();
        }
        boolean alpha = (head.get(0) & ALPHA_FLAG) != 0;
        long said = 8 + Integer.toUnsignedLong(RiffChunk.read(file, 4, 4).getInt());
        RiffChunk last = chunks.getLast();
        // Some writers count a padding byte and omit it, or the other way round.
        boolean filled = last.offset() + last.size() >= said - 1;
        boolean whole = said <= file.size() && filled && allOnCanvas;
        return new AnimatedWebp(width, height, alpha, plays, whole, frames);
    }

    private static Frame frame(FileChannel file, RiffChunk chunk, long startMs) throws IOException {
        ByteBuffer head = RiffChunk.read(file, chunk.offset(), FRAME_HEADER);
        int durationMs = threeBytes(head, 12);
        int flags = head.get(15);
        return new Frame(
                2 * threeBytes(head, 0),
                2 * threeBytes(head, 3),
                threeBytes(head, 6) + 1,
                threeBytes(head, 9) + 1,
                startMs,
                durationMs <= SHORTEST_MS ? INSTEAD_OF_SHORTEST_MS : durationMs,
                (flags & OVERWRITE_FLAG) == 0,
                (flags & DISPOSE_FLAG) != 0,
                chunk.offset() + FRAME_HEADER,
                chunk.size() - FRAME_HEADER);
    }

    private static int threeBytes(ByteBuffer bytes, int at) {
        return (bytes.get(at) & 0xff)
                | (bytes.get(at + 1) & 0xff) << 8
                | (bytes.get(at + 2) & 0xff) << 16;
    }

    /// The last frame that starts at or before `ms`, or the first.
    int frameAt(long ms) {
        int low = 0;
        int high = frames.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (frames.get(middle).startMs <= ms) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Whether it is independent of the frames before `index`.
    boolean standsAlone(int index) {
        Frame frame = frames.get(index);
        return index == 0 || (frame.width == width && frame.height == height && !frame.blended);
    }

    public MediaFacts facts(Path path) {
        Orientation orientation = Exif.orientation(path);
        boolean still = frames.size() == 1;
        Frame last = frames.getLast();
        Rational duration = still ? Rational.ZERO : TICK.times(last.startMs + last.durationMs);
        FrameTiming timing =
                FrameTiming.of(
                        frames.stream().map(Frame::startMs).toList(), TICK, Optional.empty());
        VideoFacts video =
                new VideoFacts(
                        0,
                        "webp",
                        width,
                        height,
                        orientation,
                        Rational.ONE,
                        orientation.swapsSides() ? height : width,
                        orientation.swapsSides() ? width : height,
                        still ? FrameRate.of(25, 1) : timing.rate(),
                        still || timing.constant(),
                        TICK,
                        Rational.ZERO,
                        duration,
                        new ColourFacts(
                                ColourFacts.Matrix.RGB,
                                true,
                                ColourFacts.Transfer.SDR,
                                "bt709",
                                false,
                                8),
                        false,
                        alpha,
                        still,
                        StreamClock.CONTAINER,
                        Optional.empty(),
                        plays);
        List<Decision> decisions = new ArrayList<>(SourceColours.ofWebp(path).decisions());
        if (!orientation.upright()) {
            decisions.add(OrientationReading.applied(orientation));
        }
        if (!whole) {
            decisions.add(Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED));
        }
        List<Decision> ofFile =
                decisions.stream().map(d -> d.with(Fact.FILE, path.toString())).toList();
        return new MediaFacts(
                "webp", duration, Optional.of(video), Optional.empty(), ofFile, List.of());
    }
}
