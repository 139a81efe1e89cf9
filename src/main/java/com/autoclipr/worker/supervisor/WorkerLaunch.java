package com.autoclipr.worker.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The command line of a worker: the class path of this program, a small heap, and a JVM that
/// leaves memory and CPU time to the encoder.
public final class WorkerLaunch {
    /// Pictures, frames and rasters are on the heap (a 4K 16-bit picture has 25 MB, three are
    /// kept), codecs are not.
    private static final long MOST_HEAP_BYTES = 768L << 20;

    private static final String HEAP = "-Xmx";

    /// Initial heap: frames and pictures at 1080 × 1920. The JVM's default, a share of the
    /// machine's memory, would be filled before the first collection.
    private static final String FIRST_HEAP = "-Xms40m";

    /// Rasters of moving layers are redrawn for every frame, a megabyte each, and have to die
    /// young. Promoted ones stay until the old generation is full, which first grows to the whole
    /// heap (with 4 MB: 1 GB for twelve moving layers instead of 300 MB).
    private static final String YOUNG_HEAP = "-Xmn24m";

    /// A worker lives for about a minute and runs little Java code: the frame loop and its kernels.
    /// Methods called a few hundred times during startup are not worth compiling.
    private static final String COMPILE_LATER = "-XX:CompileThresholdScaling=5";

    /// But loops over pixels are: their interpreted start costs more than compiling them. Scaled by
    /// [#COMPILE_LATER].
    private static final String COMPILE_LOOPS = "-XX:Tier3BackEdgeThreshold=6000";

    /// Only the fast compiler: the optimising one takes as long to start as one frame to draw.
    private static final String COMPILE_FAST = "-XX:TieredStopAtLevel=1";

    /// Settings of glibc's allocator, ignored by others. The encoder of each chunk allocates and
    /// frees 300 MB; if the process keeps them, the kernel need not clear them again. The encoding
    /// thread has its own arena, so that the next encoder finds the same blocks free; the top of an
    /// arena is never trimmed, because its pad is as large as a segment.
    static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "MALLOC_ARENA_MAX", "64",
                    "MALLOC_TOP_PAD_", Integer.toString(64 << 20),
                    "MALLOC_MMAP_THRESHOLD_", Integer.toString(32 << 20),
                    "MALLOC_TRIM_THRESHOLD_", Long.toString(4L << 30));

    /// System property of a worker: the private folder for native libraries.
    public static final String NATIVES = "autoclipr.natives";

    /// System property of a worker: its log lines go to the controller.
    public static final String LOGS = "autoclipr.logs.worker";

    /// System property of the controller: the AOT cache (JEP 514) for workers. The JVM ignores one
    /// that is missing or was made for another JDK or class path.
    static final String START_CACHE = "autoclipr.worker.aot";

    private WorkerLaunch() {}

    /// @param mainClass the class whose `main` becomes a worker when its first argument is `worker`
    /// @param nativesDir private folder into which native libraries are unpacked
    /// @param options further JVM options
    public static List<String> command(String mainClass, Path nativesDir, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(heap(WorkerSettings.DEFAULT_MEMORY_BYTES));
        command.add(FIRST_HEAP);
        command.add(YOUNG_HEAP);
        command.add(COMPILE_LATER);
        command.add(COMPILE_LOOPS);
        // Serial GC: the heap is small, and the encoder needs the CPU time.
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        // Crash reports go to the log instead of files in the working directory.
        command.add("-XX:+ErrorFileToStderr");
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.awt.headless=true");
        // Generated accessors are faster after thousands of calls, but slower to create.
        command.add("-Djdk.reflect.useNativeAccessorOnly=true");
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + nativesDir.resolve("javacpp"));
        // Every native handle has an owner that closes it, so JavaCPP needs no collector thread and
        // no memory checks.
        command.add("-Dorg.bytedeco.javacpp.nopointergc=true");
        command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        command.add("-D" + NATIVES + "=" + nativesDir);
        // Standard output belongs to the protocol: JVM messages go to standard error, and flight
        // recordings do not announce themselves.
        command.add("-Xlog:disable");
        command.add("-Xlog:all=warning,aot*=off,cds*=off,jfr+startup=error:stderr");
        String startCache = System.getProperty(START_CACHE);
        if (startCache != null) {
            command.add("-XX:AOTCache=" + startCache);
        }
        command.add("-D" + LOGS + "=true");
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.add("worker");
        return command;
    }

    /// `command` for workers that end after one job, such as a frame or a probe.
    static List<String> forOneJob(List<String> command) {
        List<String> changed = new ArrayList<>(command);
        // Before the options given by the user, which come last and take precedence.
        changed.add(1, COMPILE_FAST);
        return List.copyOf(changed);
    }

    /// A heap size that leaves room for codecs and rasters within the memory limit of the process.
    private static String heap(long memoryBytes) {
        return HEAP + (Math.min(MOST_HEAP_BYTES, memoryBytes * 3 / 8) >> 20) + "m";
    }

    /// `command` with a heap for workers that may use `memoryBytes`. Options given by the user come
    /// last and take precedence.
    static List<String> withHeapFor(List<String> command, long memoryBytes) {
        List<String> changed = new ArrayList<>(command);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).startsWith(HEAP)) {
                changed.set(i, heap(memoryBytes));
                break;
            }
        }
        return List.copyOf(changed);
    }
}
