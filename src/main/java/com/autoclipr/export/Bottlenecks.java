package com.autoclipr.export;

import com.autoclipr.export.job.Bottleneck;
import com.autoclipr.export.job.ExportState;
import java.util.Map;

/// Finds out what the time of an export went into.
///
/// The longest stage decides. If that is rendering, it is the side of the frame ring that was
/// waited for (drawing and encoding run beside each other in every worker: making the other side
/// faster would change nothing), or the sound, if chunks were done long before it.
///
/// @param stageMs milliseconds by token of the stage
/// @param work summed over the workers
/// @param ring summed over the workers
/// @param workers how many worked beside each other
record Bottlenecks(
        Map<String, Long> stageMs,
        ExportReport.Work work,
        ExportReport.FrameRingUse ring,
        int workers) {
    Bottleneck find() {
        long preparing = stage(ExportState.PREPARING);
        long rendering = stage(ExportState.RENDERING);
        long assembling = stage(ExportState.ASSEMBLING);
        long verifying = stage(ExportState.VERIFYING);
        long whole = Math.max(1, preparing + rendering + assembling + verifying);
        long longest = Math.max(Math.max(preparing, rendering), Math.max(assembling, verifying));
        if (longest == rendering) {
            return rendering(rendering, whole);
        }
        if (longest == preparing) {
            return of(Bottleneck.Kind.PREPARING, preparing, whole);
        }
        return longest == verifying
                ? of(Bottleneck.Kind.VERIFYING, verifying, whole)
                : of(Bottleneck.Kind.ASSEMBLING, assembling, whole);
    }

    private Bottleneck rendering(long renderingMs, long wholeMs) {
        long drawingSideMs = work.decodeMs() + work.drawMs();
        long chunksMs = Math.max(drawingSideMs, work.encodeMs()) / Math.max(1, workers);
        if (work.audioMs() > chunksMs) {
            return of(Bottleneck.Kind.AUDIO, Math.min(work.audioMs(), renderingMs), wholeMs);
        }
        boolean encoderIsSlower = ring.drawWaitMs() >= ring.encodeWaitMs();
        long busyMs = encoderIsSlower ? work.encodeMs() : drawingSideMs;
        long waitMs = encoderIsSlower ? ring.encodeWaitMs() : ring.drawWaitMs();
        long partMs = encoderIsSlower ? work.encodeMs() : Math.max(work.decodeMs(), work.drawMs());
        Bottleneck.Kind kind =
                encoderIsSlower
                        ? Bottleneck.Kind.ENCODING
                        : work.decodeMs() >= work.drawMs()
                                ? Bottleneck.Kind.DECODING
                                : Bottleneck.Kind.DRAWING;
        return of(kind, renderingMs * partMs / Math.max(1, busyMs + waitMs), wholeMs);
    }

    private long stage(ExportState state) {
        return stageMs.getOrDefault(state.token(), 0L);
    }

    private static Bottleneck of(Bottleneck.Kind kind, long partMs, long wholeMs) {
        return new Bottleneck(kind, Math.clamp(partMs * 100 / wholeMs, 0, 100));
    }
}
