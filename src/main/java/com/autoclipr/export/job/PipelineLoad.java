package com.autoclipr.export.job;

import java.util.Optional;

/// The rate at which frames are encoded, and the bottleneck. Rates and percentages cover the last
/// few seconds; percentages are shares of the time in which threads had a chunk, over all workers.
///
/// Drawing threads decode, draw or wait for a free slot in the frame ring; encoding threads encode
/// or wait for a frame. A ring that is nearly full means that encoding is the slower side, a nearly
/// empty one that decoding or drawing is.
///
/// @param framesPerSecond frames encoded per second
/// @param averageFramesPerSecond the same since the first frame was encoded
/// @param decodePercent of the drawing threads' time
/// @param drawPercent of the drawing threads' time
/// @param drawWaitPercent of the drawing threads' time
/// @param ringFrames frames in the rings of all workers that wait to be encoded
/// @param ringSlots slots in the rings of all workers
/// @param encodePercent of the encoding threads' time
/// @param encodeWaitPercent of the encoding threads' time
/// @param workersBusy workers that have work
/// @param workers all of them
/// @param slowest what the other side waits for; empty until there is a measurement
public record PipelineLoad(
        double framesPerSecond,
        double averageFramesPerSecond,
        int decodePercent,
        int drawPercent,
        int drawWaitPercent,
        int ringFrames,
        int ringSlots,
        int encodePercent,
        int encodeWaitPercent,
        int workersBusy,
        int workers,
        Optional<Bottleneck.Kind> slowest) {}
