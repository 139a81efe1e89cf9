package com.autoclipr.render.skia;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bundled base font: Inter, as WOFF2 files on the class path, one per script, weight and
/// style.
final class InterFont {
    static final String FAMILY = "Inter";

    private static final String PROPERTIES =
            "META-INF/maven/org.mvnpm.at.fontsource/inter/pom.properties";
    private static final String ROOT = "META-INF/resources/_static/inter/";
    private static final Pattern SUBSETS = Pattern.compile("\"subsets\"\\s*:\\s*\\[([^\\]]*)]");
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    private InterFont() {}

    /// Supported scripts, Latin first.
    static List<String> subsets() {
        String metadata = new String(read(root() + "metadata.json"), StandardCharsets.UTF_8);
        Matcher list = SUBSETS.matcher(metadata);
        if (!list.find()) {
            throw new IllegalStateException("the base font does not name its subsets");
        }
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(list.group(1));
        while (name.find()) {
            names.add(name.group(1));
        }
        names.remove("latin");
        names.addFirst("latin");
        return List.copyOf(names);
    }

    /// The nearest available weight: 100, 200, … 900.
    static int nearestWeight(int weight) {
        return 100 * Math.clamp((weight + 50) / 100, 1, 9);
    }

    /// The content of a file.
    ///
    /// @param weight 100, 200, … 900
    static byte[] file(String subset, int weight, boolean italic) {
        String style = italic ? "italic" : "normal";
        return read(root() + "files/inter-" + subset + "-" + weight + "-" + style + ".woff2");
    }

    private static String root() {
        try (InputStream in = open(PROPERTIES)) {
            Properties properties = new Properties();
            properties.load(in);
            return ROOT + properties.getProperty("version") + "/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String path) {
        try (InputStream in = open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        InputStream in = InterFont.class.getClassLoader().getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("the base font is not on the class path: " + path);
        }
        return in;
    }
}
