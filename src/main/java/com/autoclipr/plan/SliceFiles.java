package com.autoclipr.plan;

import com.autoclipr.composition.FontFile;
import com.autoclipr.media.FontSource;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names the files of a slice by what they are: the digest of their content, and of the facts by
/// which the content is read. Where a file lies and how it is called says nothing about pixels.
final class SliceFiles {
    private final Sources sources;
    private final Map<String, String> inSlice = new HashMap<>();
    private final Map<String, String> inProject = new HashMap<>();

    SliceFiles(Sources sources) {
        this.sources = sources;
    }

    /// The name of a source that is seen.
    String pictures(String src) {
        SourceFile file = sources.get(src);
        return name(src, file, "pictures " + file.facts().video());
    }

    /// The name of a source that is heard.
    String sound(String src) {
        SourceFile file = sources.get(src);
        return name(src, file, "sound " + file.facts().audio());
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

    private String name(String src, SourceFile file, String facts) {
        String name = new KeyDigest().add("content", file.sha256()).add("facts", facts).hex();
        inSlice.put(src, name);
        inSlice.put(file.path().toString(), name);
        inProject.putIfAbsent(name, src);
        return name;
    }
}
