package com.autoclipr.worker.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The command line of a worker: this program's own class path, a small heap, and a JVM that leaves
/// memory and processor time to the encoder.
public final class WorkerLaunch {
    /// Pictures, frames and rasters live on the heap (a 4K 16-bit picture has 25 MB, three are
    /// kept), codecs do not.
    private static final long MOST_HEAP_BYTES = 768L << 20;

    private static final String HEAP = "-Xmx";

    /// What a worker begins with: its frames and pictures at 1080 × 1920. A share of the machine's
    /// memory, as the JVM would take, is filled before anything is collected.
    private static final String FIRST_HEAP = "-Xms40m";

    /// Rasters of layers that move are drawn anew for every frame, a megabyte each: they have to
    /// die here. Those that are promoted stay until the old generation is full, which may grow to
    /// all of the heap first (with 4 MB: 1 GB for twelve moving layers, instead of 300 MB).
    private static final String YOUNG_HEAP = "-Xmn24m";

    /// A worker lives for a minute and runs little Java: the frame loop and its kernels. What is
    /// called a few hundred times while it starts is not worth compiling.
    private static final String COMPILE_LATER = "-XX:CompileThresholdScaling=5";

    /// For glibc's allocator; others do not look. An encoder opened for every chunk takes and gives
    /// back 300 MB: kept by the process, they need not be cleared by the system each time. The
    /// thread that encodes has an arena of its own, so that nothing else lies in between when the
    /// next encoder wants the same pieces; the top of an arena is never given back, as its pad is
    /// as large as one of its segments.
    static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "MALLOC_ARENA_MAX", "64",
                    "MALLOC_TOP_PAD_", Integer.toString(64 << 20),
                    "MALLOC_MMAP_THRESHOLD_", Integer.toString(32 << 20),
                    "MALLOC_TRIM_THRESHOLD_", Long.toString(4L << 30));

    /// System property of a worker: the private folder for native libraries.
    public static final String NATIVES = "autoclipr.natives";

    /// System property of a worker: its log lines are for the controller.
    public static final String LOGS = "autoclipr.logs.worker";

    /// System property of the controller: the AOT cache (JEP 514) that workers start from. One that
    /// is missing, or was made for another JDK or class path, is passed over by the JVM.
    static final String START_CACHE = "autoclipr.worker.aot";

    private WorkerLaunch() {}

    /// @param mainClass the class whose `main` becomes a worker when its first argument is `worker`
    /// @param nativesDir private folder into which native libraries are unpacked
    /// @param options further options of Java
    public static List<String> command(String mainClass, Path nativesDir, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(heap(WorkerSettings.DEFAULT_MEMORY_BYTES));
        command.add(FIRST_HEAP);
        command.add(YOUNG_HEAP);
        command.add(COMPILE_LATER);
        // One thread collects and the heap is small: no need of more, and no processor time beside
        // the encoder.
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        // What a crash in native code leaves is told, not left lying in somebody's folder.
        command.add("-XX:+ErrorFileToStderr");
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.awt.headless=true");
        // Accessors made of classes are faster after thousands of calls, and slower to make.
        command.add("-Djdk.reflect.useNativeAccessorOnly=true");
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + nativesDir.resolve("javacpp"));
        // Every native handle here has an owner that closes it: no collector thread, no checks of
        // resident memory.
        command.add("-Dorg.bytedeco.javacpp.nopointergc=true");
        command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        command.add("-D" + NATIVES + "=" + nativesDir);
        // Standard output is the protocol's: what the JVM has to say goes elsewhere, and a flight
        // recording that is asked for does not announce itself.
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

    /// A heap that leaves room for codecs and rasters under a bound on the whole process.
    private static String heap(long memoryBytes) {
        return HEAP + (Math.min(MOST_HEAP_BYTES, memoryBytes * 3 / 8) >> 20) + "m";
    }

    /// `command` with a heap for workers that may use `memoryBytes`. An option that somebody gave
    /// besides stands behind the program's own, and holds.
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
