package com.autoclipr.render.skia;

import com.autoclipr.files.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/// The fingerprint of the system fonts. They replace glyphs that a text's font lacks, so they
/// affect pixels.
public final class SystemFonts {
    private SystemFonts() {}

    /// Environment variables that affect where fonts are found and which one is used (fontconfig
    /// prefers fonts for the user's language).
    private static final List<String> VARIABLES =
            List.of(
                    "FONTCONFIG_FILE",
                    "FONTCONFIG_PATH",
                    "FONTCONFIG_SYSROOT",
                    "XDG_DATA_HOME",
                    "XDG_DATA_DIRS",
                    "XDG_CONFIG_HOME",
                    "FC_LANG",
                    "LC_ALL",
                    "LC_CTYPE",
                    "LANG");

    /// Library folders on Linux. The versions of fontconfig and FreeType determine which fonts can
    /// be drawn.
    private static final List<String> LIBRARY_FOLDERS =
            List.of(
                    "/usr/local/lib",
                    "/usr/lib",
                    "/usr/lib64",
                    "/usr/lib/x86_64-linux-gnu",
                    "/usr/lib/aarch64-linux-gnu");

    private static final List<String> LIBRARIES = List.of("libfreetype.so.6", "libfontconfig.so.1");

    /// A digest of the names, sizes and times of all font files in the usual folders of each
    /// system, of their configuration, of the libraries that read them, and of the environment
    /// variables.
    public static String fingerprint() {
        String home = System.getProperty("user.home");
        List<Path> folders =
                List.of(
                        Path.of("/etc/fonts"),
                        Path.of("/usr/share/fontconfig"),
                        Path.of(home, ".config/fontconfig"),
                        Path.of(home, ".fonts.conf"),
                        Path.of("/usr/share/fonts"),
                        Path.of("/usr/local/share/fonts"),
                        Path.of(home, ".fonts"),
                        Path.of(home, ".local/share/fonts"),
                        Path.of("/System/Library/Fonts"),
                        Path.of("/Library/Fonts"),
                        Path.of(home, "Library/Fonts"),
                        Path.of("C:\\Windows\\Fonts"));
        MessageDigest digest = Sha256.start();
        for (Path folder : folders) {
            if (Files.exists(folder)) {
                add(folder, digest);
            }
        }
        for (String folder : LIBRARY_FOLDERS) {
            for (String library : LIBRARIES) {
                addLibrary(Path.of(folder, library), digest);
            }
        }
        for (String variable : VARIABLES) {
            String line = variable + "=" + System.getenv(variable) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.shortHex(digest);
    }

    /// The target of a library's link, which ends with the version.
    private static void addLibrary(Path library, MessageDigest digest) {
        try {
            Path file = library.toRealPath();
            String line = file + " " + Files.size(file) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A library that is not here is not used.
        }
    }

    private static void add(Path folder, MessageDigest digest) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                BasicFileAttributes facts =
                        Files.readAttributes(
                                file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (!facts.isDirectory()) {
                    String line = file + " " + facts.size() + " " + facts.lastModifiedTime() + "\n";
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be read provides no fonts to this process.
            digest.update(("unreadable " + folder).getBytes(StandardCharsets.UTF_8));
        }
    }
}
