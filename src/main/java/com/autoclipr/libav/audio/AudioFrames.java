package com.autoclipr.libav.audio;

import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.time.Rational;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// The decoded frames of an [AudioStream], which it owns, with optional look-ahead: only the
/// following timestamps show whether a deviation is jitter or permanent.
final class AudioFrames implements AutoCloseable {
    /// How far to look ahead.
    private static final Rational WINDOW = new Rational(1, 2);

    private static final int MOST_FRAMES = 64;

    private final AudioStream stream;
    private final Deque<Held> held = new ArrayDeque<>();
    private @Nullable Held current;

    /// A decoded frame.
    ///
    /// @param time seconds from the stream's first sample, if it has a timestamp
    private record Held(FrameHandle frame, Optional<Rational> time) {}

    AudioFrames(AudioStream stream) {
        this.stream = stream;
    }

    /// Advances to the next frame; false at the end.
    boolean next() {
        release();
        current = held.isEmpty() ? decoded() : held.removeFirst();
        return current != null;
    }

    private @Nullable Held decoded() {
        if (!stream.next()) {
            return null;
        }
        FrameHandle frame = new FrameHandle();
        frame.take(stream.handle());
        return new Held(frame, stream.timeOf(frame.get()));
    }

    /// The frame; valid until the next call of [#next()].
    AVFrame frame() {
        return held().frame.get();
    }

    Optional<Rational> time() {
        return held().time;
    }

    private Held held() {
        Held now = current;
        if (now == null) {
            throw new IllegalStateException("there is no frame");
        }
        return now;
    }

    /// The lateness of the frames after the current one, in order, up to a change of format.
    ///
    /// @param counted expected time of the current frame
    List<Rational> latenessAhead(Rational counted) {
        AVFrame frame = frame();
        int rateHz = frame.sample_rate();
        Rational due = counted.plus(new Rational(frame.nb_samples(), rateHz));
        Rational end = due.plus(WINDOW);
        List<Rational> late = new ArrayList<>();
        Deque<Held> looked = new ArrayDeque<>(held);
        while (due.compareTo(end) < 0 && late.size() < MOST_FRAMES) {
            Held next = looked.pollFirst();
            if (next == null) {
                next = decoded();
                if (next == null) {
                    break;
                }
                held.addLast(next);
            }
            AVFrame ahead = next.frame.get();
            if (ahead.sample_rate() != rateHz) {
                break;
            }
            Rational now = due;
            next.time.ifPresent(time -> late.add(time.minus(now)));
            due = due.plus(new Rational(ahead.nb_samples(), rateHz));
        }
        return late;
    }

    private void release() {
        Held before = current;
        if (before != null) {
            before.frame.close();
            current = null;
        }
    }

    @Override
    public void close() {
        release();
        held.forEach(each -> each.frame.close());
        held.clear();
        stream.close();
    }
}
