package com.autoclipr.export;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.failure.Failure;
import com.autoclipr.worker.LogContext;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Tells the events of an export to the log, so that it reads as a story.
final class EventLog implements Consumer<StampedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger("com.autoclipr.events");

    @Override
    public void accept(StampedEvent stamped) {
        switch (stamped.event()) {
            case ExportEvent.Requested asked ->
                    LOG.info(
                            "asked for {} as {}, workers: {}, {}",
                            asked.order().project(),
                            asked.order().destination(),
                            asked.order().workers(),
                            asked.engine());
            case ExportEvent.StateChanged changed -> LOG.info("{}", changed.state().token());
            case ExportEvent.Planned plan ->
                    LOG.info(
                            "frames: {}, of {}x{} at {} a second; chunks: {}, of them stored: {}",
                            plan.frames(),
                            plan.width(),
                            plan.height(),
                            plan.fps(),
                            plan.chunks(),
                            plan.chunksStored());
            case ExportEvent.FramesDone _ -> {}
            case ExportEvent.ChunkDone chunk -> chunk(chunk);
            case ExportEvent.Retried retried -> retried(retried);
            case ExportEvent.AudioDone audio ->
                    LOG.info(
                            audio.reused() ? "audio reused" : "audio made in {} ms",
                            audio.elapsedMs());
            case ExportEvent.Decided decided ->
                    LOG.info(
                            "adapted: {} {}",
                            decided.decision().kind().token(),
                            decided.decision().facts());
            case ExportEvent.Used used ->
                    LOG.info(
                            "used: workers {}, controller {} ms of processor, memory in bytes {}",
                            used.workers(),
                            used.controllerCpuMs(),
                            used.controllerPeakMemoryBytes());
            case ExportEvent.Finished done ->
                    LOG.info(
                            "{}: bytes {}, sha256 {}; {} % of the time was {}",
                            done.file(),
                            done.bytes(),
                            done.sha256(),
                            done.bottleneck().sharePercent(),
                            done.bottleneck().kind().token());
            case ExportEvent.Failed failed -> {
                LOG.error("{}", text(failed.failure()));
                failed.problems().forEach(problem -> LOG.error("{}", problem));
            }
        }
    }

    private static void retried(ExportEvent.Retried retried) {
        String why = text(retried.failure());
        retried.index()
                .ifPresentOrElse(
                        index ->
                                ofChunk(
                                        index,
                                        () ->
                                                LOG.warn(
                                                        "attempt {} failed: {}",
                                                        retried.attempt(),
                                                        why)),
                        () ->
                                LOG.warn(
                                        "attempt {} at the audio failed: {}",
                                        retried.attempt(),
                                        why));
    }

    private static void chunk(ExportEvent.ChunkDone chunk) {
        ofChunk(
                chunk.index(),
                () ->
                        chunk.effort()
                                .ifPresentOrElse(
                                        effort ->
                                                LOG.info(
                                                        "made: frames {}, bytes {}; decoding {} ms,"
                                                                + " drawing {} ms, encoding {} ms",
                                                        chunk.frames(),
                                                        effort.bytes(),
                                                        effort.decodeMs(),
                                                        effort.drawMs(),
                                                        effort.encodeMs()),
                                        () -> LOG.info("reused: frames {}", chunk.frames())));
    }

    private static void ofChunk(int index, Runnable tell) {
        try (MDC.MDCCloseable _ = MDC.putCloseable(LogContext.CHUNK, Integer.toString(index))) {
            tell.run();
        }
    }

    private static String text(Failure failure) {
        return failure.kind().token() + " " + failure.facts();
    }
}
