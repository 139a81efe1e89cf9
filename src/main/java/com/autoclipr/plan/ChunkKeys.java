package com.autoclipr.plan;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.json.ProjectWriter;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.time.FrameRange;
import com.autoclipr.time.FrameRate;
import java.util.Map;
import java.util.TreeMap;

/// Keys of chunks and of the sound track: a hash of everything that can change their bytes.
///
/// The whole normalised project goes in, not a list of chosen fields: a field that is forgotten
/// would give stale chunks, a field too many only costs an encoding.
final class ChunkKeys {
    private final byte[] project;
    private final String engine;
    private final TreeMap<String, String> sources = new TreeMap<>();
    private final PixelSize size;
    private final FrameRate frameRate;

    ChunkKeys(
            String engine, Project project, Sources sources, PixelSize size, FrameRate frameRate) {
        this.engine = engine;
        this.project = ProjectWriter.write(project);
        this.size = size;
        this.frameRate = frameRate;
        for (Map.Entry<String, SourceFile> source : sources.media().entrySet()) {
            this.sources.put("media:" + source.getKey(), source.getValue().sha256());
        }
        sources.fontFiles().forEach((src, font) -> this.sources.put("font:" + src, font.sha256()));
    }

    String ofChunk(FrameRange frames) {
        return base("chunk")
                .add("size", size.width() + "x" + size.height())
                .add("frames", frames.first() + "-" + frames.end())
                .hex();
    }

    String ofSound(long frameCount) {
        return base("sound").add("frameCount", Long.toString(frameCount)).hex();
    }

    private KeyDigest base(String what) {
        KeyDigest digest =
                new KeyDigest()
                        .add("what", what)
                        .add("engine", engine)
                        .add("fps", frameRate.toString())
                        .add("project", project);
        sources.forEach(digest::add);
        return digest;
    }
}
