package com.autoclipr.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.FileNotFoundException;
import org.junit.jupiter.api.Test;

class UnexpectedErrorsTest {
    private static FailureKind kindOf(Throwable defect) {
        return UnexpectedErrors.asFailure(defect).failure().kind();
    }

    @Test
    void whatTheMachineLacksIsNoDefect() {
        assertEquals(FailureKind.OUT_OF_MEMORY, kindOf(new OutOfMemoryError("Java heap space")));
        // As the JDK says it when it cannot read its own time zones.
        assertEquals(
                FailureKind.TOO_MANY_OPEN_FILES,
                kindOf(new Error(new FileNotFoundException("tzdb.dat (Too many open files)"))));
        assertEquals(
                FailureKind.TOO_MANY_OPEN_FILES,
                kindOf(new UnsatisfiedLinkError("libmanagement.so: Too many open files")));
    }

    @Test
    void aDefectKeepsItsTraceAndAFailureStaysWhatItIs() {
        Failure defect = UnexpectedErrors.asFailure(new IllegalStateException("odd")).failure();
        assertEquals(FailureKind.INTERNAL_ERROR, defect.kind());
        assertTrue(defect.fact(Fact.TRACE).contains("UnexpectedErrorsTest"));
        FailureException known = Failure.of(FailureKind.DISK_FULL).asException();
        assertSame(known, UnexpectedErrors.asFailure(known));
    }
}
