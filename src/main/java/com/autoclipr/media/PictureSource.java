package com.autoclipr.media;

import com.autoclipr.failure.Decision;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.time.Rational;
import java.util.List;

/// Pictures of one source, by source time. Owns its decoder; closed by the caller; for one thread.
public interface PictureSource extends AutoCloseable {
    /// The picture shown at `sourceTime` (seconds from the source's zero): the last one whose
    /// timestamp is not later than `sourceTime`, but for rounding: two ticks of the container's
    /// time base, at most 2 ms or an eighth of the time since the picture before. Before the first
    /// picture it is the first, after the last the last. The answer depends on `sourceTime` alone,
    /// whatever was asked before.
    ///
    /// The picture is valid until the next call that returns another one; the same instance is
    /// returned as long as the same picture is shown.
    ///
    /// @throws com.autoclipr.failure.FailureException if there is no decodable picture at all
    Picture at(Rational sourceTime);

    /// The size of the picture that [#at] returned last. Pictures of one source may differ in size
    /// and in the shape of their pixels.
    DisplaySize displaySize();

    /// What had to be decided while decoding, such as damaged pictures that were passed over. In
    /// the order met, each once.
    List<Decision> decisions();

    @Override
    void close();
}
