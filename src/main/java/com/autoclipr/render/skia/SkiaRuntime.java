package com.autoclipr.render.skia;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.FileFailures;
import com.autoclipr.files.OwnerOnly;
import io.github.humbleui.skija.impl.Library;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Skia's native library: unpacked once into a private folder and loaded from there.
///
/// By default Skija unpacks into a predictable folder in the temporary directory, without a lock:
/// concurrent processes race, and another user could plant a library there. Here the file is moved
/// into place atomically, and the folder belongs to the user.
public final class SkiaRuntime {
    /// Skija's property for the folder with its library.
    private static final String FOLDER_PROPERTY = "skija.library.path";

    private static final Pattern MISSING =
            Pattern.compile("(lib[\\w+.-]+\\.so[\\w.]*): cannot open shared object file");

    /// Debian packages of the libraries that Skia is linked to.
    private static final Map<String, String> PACKAGES =
            Map.of(
                    "libGL.so.1", "libgl1",
                    "libEGL.so.1", "libegl1",
                    "libfontconfig.so.1", "libfontconfig1",
                    "libfreetype.so.6", "libfreetype6",
                    "libX11.so.6", "libx11-6",
                    "libstdc++.so.6", "libstdc++6");

    private SkiaRuntime() {}

    /// Unpacks the library into `folder`, if necessary, and sets it up to be loaded on first use.
    /// The folder is created, for this user only, if it does not exist.
    ///
    /// @throws FailureException `NOT_WRITABLE` or `DISK_FULL` if that fails
    public static void useFolder(Path folder) {
        URL library = packedLibrary();
        try {
            Path own = folder.resolve("skija-" + version());
            Files.createDirectories(own, OwnerOnly.attributes(own));
            Path file = own.resolve(System.mapLibraryName("skija"));
            if (!Files.exists(file)) {
                unpack(library, file);
            }
            System.setProperty(FOLDER_PROPERTY, own.toString());
        } catch (IOException e) {
            throw FileFailures.writing(folder.resolve("skija"), e);
        }
    }

    /// Loads the library, by default from a private folder in the user's cache. Does nothing if it
    /// is loaded.
    ///
    /// @throws FailureException `LIBRARY_MISSING` with `library` and `package` (Debian's) if a
    ///   system library that it needs is not installed
    public static void load() {
        if (Library._loaded) {
            return;
        }
        if (System.getProperty(FOLDER_PROPERTY) == null) {
            useFolder(Path.of(System.getProperty("user.home"), ".cache", "autoclipr"));
        }
        try {
            Library.staticLoad();
        } catch (UnsatisfiedLinkError e) {
            throw new FailureException(missing(String.valueOf(e.getMessage())), e);
        }
    }

    /// Name and version of Skia, part of the fingerprint.
    public static String version() {
        String version = Library.class.getPackage().getImplementationVersion();
        return version != null ? version : packedVersion();
    }

    /// Interprets an error of the dynamic linker.
    static Failure missing(String linkerMessage) {
        Failure failure = Failure.of(FailureKind.LIBRARY_MISSING).with(Fact.DETAIL, linkerMessage);
        Matcher matcher = MISSING.matcher(linkerMessage);
        if (!matcher.find()) {
            return failure;
        }
        String library = matcher.group(1);
        Failure named = failure.with(Fact.LIBRARY, library);
        String from = PACKAGES.get(library);
        return from == null ? named : named.with(Fact.PACKAGE, from);
    }

    private static void unpack(URL library, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, "unpacking", ".part");
        try {
            try (InputStream in = library.openStream()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static URL packedLibrary() {
        return resource(System.mapLibraryName("skija"));
    }

    private static String packedVersion() {
        try (InputStream in = resource("skija.version").openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A file in the platform's jar, under `io/github/humbleui/skija/<os>/<arch>`.
    private static URL resource(String name) {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String folder = system() + "/" + (arch.equals("aarch64") ? "arm64" : "x64");
        String path = "io/github/humbleui/skija/" + folder + "/" + name;
        URL found = SkiaRuntime.class.getClassLoader().getResource(path);
        if (found == null) {
            throw Failure.of(FailureKind.LIBRARY_MISSING)
                    .with(Fact.LIBRARY, "skija")
                    .with(Fact.DETAIL, path)
                    .asException();
        }
        return found;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return "macos";
        }
        return name.contains("windows") ? "windows" : "linux";
    }
}
