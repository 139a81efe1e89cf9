package com.autoclipr.worker.child;

import com.autoclipr.worker.protocol.PipelineSample;
import java.util.function.LongSupplier;

/// Measures what the drawing and the encoding thread of a pipeline spend their time on. A sample
/// can be taken at any moment, even while a thread is stuck. Each thread reports what it does next;
/// safe for several threads.
final class PipelineClock {
    private final LongSupplier clockNs;
    private Drawing drawing = Drawing.IDLE;
    private Encoding encoding = Encoding.WAITING;
    private long sinceNs;
    private long decodeNs;
    private long drawNs;
    private long drawWaitNs;
    private long encodeNs;
    private long encodeWaitNs;

    /// What the drawing thread does.
    enum Drawing {
        /// It has no chunk.
        IDLE,
        /// It waits for a free slot in the frame ring.
        WAITING,
        /// It opens or decodes a source.
        DECODING,
        /// It puts a frame together from layers.
        DRAWING
    }

    /// What the encoding thread does.
    enum Encoding {
        /// It waits for a frame: for the drawing thread, unless that is idle.
        WAITING,
        ENCODING
    }

    PipelineClock() {
        this(System::nanoTime);
    }

    /// @param clockNs nanoseconds from any moment
    PipelineClock(LongSupplier clockNs) {
        this.clockNs = clockNs;
        this.sinceNs = clockNs.getAsLong();
    }

    /// The drawing thread now does `next`.
    ///
    /// @return what it did before
    synchronized Drawing drawing(Drawing next) {
        addElapsed();
        Drawing before = drawing;
        drawing = next;
        return before;
    }

    /// The encoding thread now does `next`.
    synchronized void encoding(Encoding next) {
        addElapsed();
        encoding = next;
    }

    /// The times until now.
    synchronized PipelineSample sample(int ringFrames, int ringSlots) {
        addElapsed();
        return new PipelineSample(
                decodeNs, drawNs, drawWaitNs, encodeNs, encodeWaitNs, ringFrames, ringSlots);
    }

    private void addElapsed() {
        long nowNs = clockNs.getAsLong();
        long elapsedNs = nowNs - sinceNs;
        sinceNs = nowNs;
        switch (drawing) {
            case IDLE -> {}
            case WAITING -> drawWaitNs += elapsedNs;
            case DECODING -> decodeNs += elapsedNs;
            case DRAWING -> drawNs += elapsedNs;
        }
        switch (encoding) {
            case WAITING -> encodeWaitNs += drawing == Drawing.IDLE ? 0 : elapsedNs;
            case ENCODING -> encodeNs += elapsedNs;
        }
    }
}
