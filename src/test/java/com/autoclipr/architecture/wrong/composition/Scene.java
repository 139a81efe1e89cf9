package com.autoclipr.architecture.wrong.composition;

import com.autoclipr.architecture.wrong.render.Brush;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Breaks rules.
public final class Scene {
    public Object look() throws IOException {
        return Files.readString(Path.of("" + new Brush().depth()));
    }
}
