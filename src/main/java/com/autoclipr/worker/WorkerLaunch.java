package com.autoclipr.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of a worker: this program's own class path, a small heap, one compiler thread's
/// worth of JVM.
public final class WorkerLaunch {
    /// Pictures and frames live on the heap (a 4K 16-bit picture has 25 MB, three are kept),
    /// rasters and codecs do not.
    private static final long MOST_HEAP_BYTES = 768L << 20;

    private static final String HEAP = "-Xmx";

    /// System property of a worker: the private folder for native libraries.
    public static final String NATIVES = "autoclipr.natives";

    private WorkerLaunch() {}

    /// @param mainClass the class whose `main` becomes a worker when its first argument is `worker`
    /// @param nativesDir private folder into which native libraries are unpacked
    public static List<String> command(String mainClass, Path nativesDir) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(heap(WorkerSettings.DEFAULT_MEMORY_BYTES));
        // One thread collects and the heap is small: no need of more, and no processor time beside
        // the encoder.
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Xshare:auto");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.awt.headless=true");
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + nativesDir.resolve("javacpp"));
        // Every native handle here has an owner that closes it: no collector thread, no checks of
        // resident memory.
        command.add("-Dorg.bytedeco.javacpp.nopointergc=true");
        command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        command.add("-D" + NATIVES + "=" + nativesDir);
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

    /// `command` with a heap for workers that may use `memoryBytes`.
    static List<String> withHeapFor(List<String> command, long memoryBytes) {
        return command.stream()
                .map(word -> word.startsWith(HEAP) ? heap(memoryBytes) : word)
                .toList();
    }
}
