package com.autoclipr.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/// Unpacks the `ffmpeg` and `ffprobe` programs, and the libraries that lie beside them, from the
/// FFmpeg jar on the class path.
///
/// The programs are linked to desktop libraries (PulseAudio, ALSA, X) that only capture devices
/// call. Where one is not installed, a copy of a small library of the bundle is used under its
/// name: the loader is content, and none of its functions is ever called.
final class ProgramBundle {
    private static final Pattern MISSING_LIBRARY =
            Pattern.compile("loading shared libraries: ([^:]+): cannot open");
    private static final int MOST_STAND_INS = 12;

    private final Path folder;
    private final Path standIns;

    private ProgramBundle(Path folder) {
        this.folder = folder;
        this.standIns = folder.resolve("stand-ins");
    }

    /// Unpacks below `parent`, unless that was done before, and makes the programs runnable.
    static ProgramBundle unpackedBelow(Path parent) throws IOException {
        JarURLConnection jar = jarOfPrograms();
        String prefix = jar.getEntryName().substring(0, jar.getEntryName().lastIndexOf('/') + 1);
        Path folder = parent.resolve("ffmpeg-programs");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(parent);
            Path unpacking = Files.createTempDirectory(parent, "ffmpeg-unpacking");
            try (JarFile file = jar.getJarFile()) {
                unpack(file, prefix, unpacking);
            }
            ProgramBundle bundle = new ProgramBundle(unpacking);
            bundle.replaceMissingLibraries();
            moveUnlessThere(unpacking, folder);
        }
        return new ProgramBundle(folder);
    }

    /// The program `name` (`ffmpeg` or `ffprobe`).
    String program(String name) {
        return folder.resolve(name + (windows() ? ".exe" : "")).toString();
    }

    /// What must be added to the environment of a program.
    Map<String, String> environment() {
        return Map.of("LD_LIBRARY_PATH", standIns + ":" + folder, "LC_ALL", "C");
    }

    private static JarURLConnection jarOfPrograms() throws IOException {
        String platform = Loader.getPlatform();
        String program = windows() ? "/ffmpeg.exe" : "/ffmpeg";
        for (String variant : List.of("-gpl", "")) {
            URL url =
                    ProgramBundle.class
                            .getClassLoader()
                            .getResource("org/bytedeco/ffmpeg/" + platform + variant + program);
            if (url != null) {
                JarURLConnection connection =
                        (JarURLConnection) URI.create(url.toString()).toURL().openConnection();
                connection.setUseCaches(false);
                return connection;
            }
        }
        throw new IOException("no jar on the class path holds the ffmpeg program for " + platform);
    }

    private static void unpack(JarFile jar, String prefix, Path target) throws IOException {
        for (JarEntry entry : jar.stream().toList()) {
            String name = entry.getName();
            if (entry.isDirectory()
                    || !name.startsWith(prefix)
                    || name.indexOf('/', prefix.length()) >= 0) {
                continue;
            }
            Path file = target.resolve(name.substring(prefix.length()));
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, file);
            }
            if (!file.toFile().setExecutable(true)) {
                throw new IOException("cannot make executable: " + file);
            }
        }
    }

    private void replaceMissingLibraries() throws IOException {
        Files.createDirectories(standIns);
        for (int attempt = 0; attempt < MOST_STAND_INS; attempt++) {
            String complaint = complaintOnStart();
            Matcher missing = MISSING_LIBRARY.matcher(complaint);
            if (!missing.find()) {
                return;
            }
            Files.copy(
                    folder.resolve("libva-drm.so.2"), standIns.resolve(missing.group(1).strip()));
        }
        throw new IOException("the ffmpeg program does not start: " + complaintOnStart());
    }

    private String complaintOnStart() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program("ffmpeg"), "-version");
        builder.environment().putAll(environment());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        return new String(
                process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void moveUnlessThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(to)) {
                throw e;
            }
            // Another process of this test run was quicker; what it unpacked is the same.
            return;
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
