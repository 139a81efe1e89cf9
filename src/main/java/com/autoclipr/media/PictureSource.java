package com.autoclipr.media;

import com.autoclipr.failure.Decision;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.time.Rational;
import java.util.List;

/// Decoded pictures of one source, by source time. Owns its decoder; closed by the caller; not
/// thread-safe.
public interface PictureSource extends AutoCloseable {
    /// The picture shown at `sourceTime` (seconds from the source's zero): the last one whose
    /// timestamp is at or before `sourceTime`, with a tolerance for rounding of two ticks of the
    /// container's time base, at most 2 ms or an eighth of the time since the previous picture.
    /// Clamped to the first and the last picture. The result depends on `sourceTime` alone, not on
    /// earlier calls.
    ///
    /// The picture is valid until a call returns another one; the same instance is returned as long
    /// as the same picture is shown.
    ///
    /// @throws com.autoclipr.failure.FailureException if no picture can be decoded
    Picture at(Rational sourceTime);

    /// The size of the picture that [#at] returned last. Resolution and pixel aspect ratio may
    /// change within a source.
    DisplaySize displaySize();

    /// Decisions made while decoding, such as corrupt pictures that were skipped; in order, without
    /// duplicates.
    List<Decision> decisions();

    @Override
    void close();
}
