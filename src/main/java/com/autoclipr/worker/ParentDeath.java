package com.autoclipr.worker;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes Linux kill this process when its parent dies. A worker notices that itself, but not while
/// it is stopped; a kill works even then. Until a worker reaches this point, its supervisor has
/// arranged the same where possible.
///
/// For Linux the parent is the *thread* that started the process, so a worker has to be started
/// from a thread that outlives it.
public final class ParentDeath {
    private static final Logger LOG = LoggerFactory.getLogger(ParentDeath.class);
    private static final int PR_SET_PDEATHSIG = 1;
    private static final long SIGKILL = 9;

    /// Environment variable of a worker: the process id of its controller.
    private static final String PARENT = "AUTOCLIPR_WORKER_PARENT";

    private ParentDeath() {}

    /// @param environment of a process that this one starts
    public static void nameParent(Map<String, String> environment) {
        environment.put(PARENT, Long.toString(ProcessHandle.current().pid()));
    }

    /// The controller of this process: the one given in the environment, or else the current
    /// parent.
    public static long parent() {
        String named = System.getenv(PARENT);
        return named != null && named.matches("\\d{1,18}") ? Long.parseLong(named) : present();
    }

    /// The current parent; differs from [#parent()] once that has died.
    public static long present() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L);
    }

    /// Does nothing on other systems.
    public static void killsThisProcess() {
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
                LOG.warn("the system will not signal the death of the controller");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("prctl does not throw", e);
        }
    }
}
