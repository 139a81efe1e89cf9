package com.autoclipr.worker;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has Linux kill this process when its parent dies. A worker notices that by itself, but not while
/// it is stopped; a kill reaches it even then.
///
/// To Linux the parent is the *thread* that started the process: whoever starts a worker has to do
/// it from a thread that lives as long as the worker may.
final class ParentDeath {
    private static final Logger LOG = LoggerFactory.getLogger(ParentDeath.class);
    private static final int PR_SET_PDEATHSIG = 1;
    private static final long SIGKILL = 9;

    private ParentDeath() {}

    /// Does nothing where there is no such thing.
    static void killsThisProcess() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> prctl = linker.defaultLookup().find("prctl");
        if (prctl.isEmpty()) {
            return;
        }
        MethodHandle call =
                linker.downcallHandle(
                        prctl.get(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG),
                        Linker.Option.firstVariadicArg(1));
        try {
            int refused = (int) call.invokeExact(PR_SET_PDEATHSIG, SIGKILL);
            if (refused != 0) {
                LOG.warn("the death of the controller will not be told by the system");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("prctl throws nothing", e);
        }
    }
}
