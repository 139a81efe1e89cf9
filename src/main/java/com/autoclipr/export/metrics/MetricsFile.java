package com.autoclipr.export.metrics;

import com.autoclipr.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the metrics to a file every five seconds and when closed; atomically, because a collector
/// may read at any time. A file that cannot be written does not fail the export; that is logged
/// once.
public final class MetricsFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsFile.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Path file;
    private final ExportMetrics metrics;
    private final Thread thread;
    private boolean complained;

    public MetricsFile(Path file, ExportMetrics metrics) {
        this.file = file.toAbsolutePath();
        this.metrics = metrics;
        this.thread = Thread.ofVirtual().name("metrics").start(this::writeAgainAndAgain);
    }

    private void writeAgainAndAgain() {
        try {
            while (true) {
                write();
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private synchronized void write() {
        try {
            WholeFile.write(file, metrics.text());
        } catch (IOException e) {
            if (!complained) {
                LOG.error("the metrics cannot be written: {}", e.toString());
            }
            complained = true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write();
    }
}
