package com.autoclipr.plan;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectWriter;
import com.autoclipr.media.Sources;
import com.autoclipr.time.FrameRange;
import com.autoclipr.time.FrameRate;

/// Keys of chunks and of the audio track: a hash of everything that can change their bytes, and of
/// nothing else.
///
/// It covers the engine and the normal form of the [Slice], so a new property of the format is part
/// of it from the start.
final class ChunkKeys {
    private final String engine;
    private final PictureSlices pictures;
    private final AudioSlices audio;

    /// @param engine versions of everything in this program that can change an output byte
    ChunkKeys(
            String engine, Project project, Sources sources, PixelSize size, FrameRate frameRate) {
        long frameCount = frameRate.framesIn(project.cut().duration());
        this.engine = engine;
        this.pictures = new PictureSlices(project, sources, size, frameRate);
        this.audio = new AudioSlices(project, sources, frameRate, frameCount);
    }

    Chunk chunk(int index, FrameRange frames) {
        Slice slice = pictures.of(frames);
        return new Chunk(index, frames, key("pictures", slice), slice.names());
    }

    AudioWork audio() {
        Slice slice = audio.slice();
        return new AudioWork(key("audio", slice), slice.names());
    }

    private String key(String what, Slice slice) {
        return new KeyDigest()
                .add("what", what)
                .add("engine", engine)
                .add("slice", ProjectWriter.write(slice.project()))
                .hex();
    }
}
