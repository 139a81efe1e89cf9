package com.autoclipr.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of a worker: this program's own class path, a small heap, one compiler thread's
/// worth of JVM.
public final class WorkerLaunch {
    /// Pictures and frames live on the heap (a 4K 16-bit picture has 25 MB, three are kept),
    /// rasters and codecs do not.
    private static final String HEAP = "-Xmx768m";

    /// System property of a worker: the private folder for native libraries.
    public static final String NATIVES = "autoclipr.natives";

    private WorkerLaunch() {}

    /// @param mainClass the class whose `main` becomes a worker when its first argument is `worker`
    /// @param nativesDir private folder into which native libraries are unpacked
    public static List<String> command(String mainClass, Path nativesDir) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        // One thread collects and the heap is small: no need of more, and no processor time beside
        // the encoder.
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Xshare:auto");
        // Ctrl-C reaches the whole process group; the controller ends its workers itself.
        command.add("-Xrs");
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
}
