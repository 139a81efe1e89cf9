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

/// Has Linux kill this process when its parent dies. A worker notices that by itself, but not while
/// it is stopped; a kill reaches it even then. Until a worker comes to this, its supervisor has
/// done the same where it can.
///
/// To Linux the parent is the *thread* that started the process: the thread that starts a worker
/// has to do it from a thread that lives as long as the worker may.
public final class ParentDeath {
    private static final Logger LOG = LoggerFactory.getLogger(ParentDeath.class);
    private static final int PR_SET_PDEATHSIG = 1;
    private static final long SIGKILL = 9;

    /// Environment of a worker: the number of the process that it works for.
    private static final String PARENT = "AUTOCLIPR_WORKER_PARENT";

    private ParentDeath() {}

    /// @param environment of a process that the calling one starts
    public static void nameParent(Map<String, String> environment) {
        environment.put(PARENT, Long.toString(ProcessHandle.current().pid()));
    }

    /// The process that this one works for: the one that says so, or else the one that is its
    /// parent now.
    public static long parent() {
        String named = System.getenv(PARENT);
        return named != null && named.matches("\\d{1,18}") ? Long.parseLong(named) : present();
    }

    /// The parent now: another one than [#parent()] once that has died.
    public static long present() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L);
    }

    /// Does nothing where there is no such thing.
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
                LOG.warn("the death of the controller will not be signalled by the system");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("prctl throws nothing", e);
        }
    }
}
