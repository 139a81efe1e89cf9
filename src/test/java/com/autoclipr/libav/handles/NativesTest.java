package com.autoclipr.libav.handles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.LibavMedia;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

class NativesTest {
    @Test
    void namesTheLibraryThatTheSystemLacks() {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError("no jniavutil in java.library.path");
        error.initCause(
                new UnsatisfiedLinkError(
                        "/cache/libjniavutil.so: libva.so.2: cannot open shared object file:"
                                + " No such file or directory"));
        Failure failure = Natives.libraryMissing(error);
        assertEquals(FailureKind.LIBRARY_MISSING, failure.kind());
        assertEquals("libva.so.2", failure.fact(Fact.LIBRARY));
    }

    @Test
    void keepsWhatTheLibrariesSayAndPrintsNothing() {
        Natives.load();
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            long mark = LogCapture.mark();
            avutil.av_log(null, avutil.AV_LOG_ERROR, "what went wrong\n");
            avutil.av_log(null, avutil.AV_LOG_INFO, "chatter\n");
            assertTrue(LogCapture.since(mark).contains("what went wrong"));
            assertFalse(LogCapture.since(mark).contains("chatter"));
            assertEquals("", printed.toString(UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void fingerprintNamesVersionsBuildAndProcessor() {
        String fingerprint = new LibavMedia().fingerprint();
        assertTrue(
                fingerprint.matches(
                        "ffmpeg \\S+ (\\d+\\.\\d+\\.\\d+/?){6} [0-9a-f]{16} cpu [0-9a-f]+"),
                fingerprint);
        assertEquals(fingerprint, new LibavMedia().fingerprint());
    }
}
