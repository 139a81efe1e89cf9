package com.autoclipr.testkit.reading.audio;

import com.autoclipr.time.Rational;
import java.util.List;

/// What one reading found of the sound of a source.
///
/// @param start source time of the first sample that is heard, seconds
/// @param end source time of the end of the last sample, seconds
/// @param said where the sound ends by what was said beforehand; as `end` where nothing was
/// @param piece seconds of the longest piece that the decoder gave; zero where that is not known
/// @param jumps gaps (positive) and overlaps (negative) between decoded pieces, seconds
/// @param profile how loud it is when
/// @param whole whether the profile is that of the whole sound
public record AudioReading(
        Rational start,
        Rational end,
        Rational said,
        Rational piece,
        List<Double> jumps,
        AudioProfile profile,
        boolean whole) {}
