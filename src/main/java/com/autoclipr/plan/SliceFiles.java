package com.autoclipr.plan;

import com.autoclipr.composition.FontFile;
import com.autoclipr.media.FontSource;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Names the files of a slice by a digest of their content and of the facts with which they are
/// decoded. Pixels don't depend on paths.
final class SliceFiles {
    private final Sources sources;
    private final Map<String, String> known;
    private final Map<String, String> inSlice = new HashMap<>();
    private final Map<String, String> inProject = new HashMap<>();

    /// @param known names found for earlier slices of the same sources; what is found is added
    SliceFiles(Sources sources, Map<String, String> known) {
        this.sources = sources;
        this.known = known;
    }

    /// The name of a source that is seen.
    String pictures(String src) {
        SourceFile file = sources.get(src);
        return name(src, file, "pictures", file.facts().video());
    }

    /// The name of a source that is heard.
    String audio(String src) {
        SourceFile file = sources.get(src);
        return name(src, file, "audio", file.facts().audio());
    }

    /// The same font under its content's name.
    FontFile font(FontFile font, int place) {
        FontSource file = sources.fontFiles().get(font.src());
        if (file == null) {
            throw new IllegalArgumentException("no file was given for the font " + font.src());
        }
        String name = file.sha256();
        inSlice.put(font.src(), name);
        inProject.putIfAbsent(name, font.src());
        return new FontFile("/fonts/" + place, name, font.family());
    }

    SliceNames names(List<String> layers) {
        return new SliceNames(new ArrayList<>(layers), inSlice, inProject);
    }

    /// All components of a record, as its own `toString` has them; but for that of
    /// [com.autoclipr.media.VideoFacts] alone, the JVM generates two dozen classes.
    private static String text(@Nullable Object value) {
        if (value instanceof Optional<?> some) {
            return some.isPresent() ? text(some.get()) : "";
        }
        if (!(value instanceof Record)) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append('[');
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.append(component.getName())
                    .append('=')
                    .append(text(valueOf(component, value)))
                    .append(';');
        }
        return text.append(']').toString();
    }

    private static @Nullable Object valueOf(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("facts are public records", e);
        }
    }

    private String name(String src, SourceFile file, String what, Optional<?> facts) {
        String name =
                known.computeIfAbsent(
                        what + " " + src,
                        _ ->
                                new KeyDigest()
                                        .add("content", file.sha256())
                                        .add("facts", what + " " + text(facts))
                                        .hex());
        inSlice.put(src, name);
        inSlice.put(file.path().toString(), name);
        inProject.putIfAbsent(name, src);
        return name;
    }
}
