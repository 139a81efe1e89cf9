package com.autoclipr.export.chunks;

import com.autoclipr.composition.ProjectWriter;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.plan.AudioWork;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.plan.SliceNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An order to encode chunks of a project. It identifies files by content, never by location, so it
/// is valid on any machine that has the content and the same engine (libraries, processor features,
/// system fonts), which the keys of chunks cover.
///
/// @param export id of the export, for logs and flight recordings
/// @param project the project in its normal form
/// @param media content of each source, by its `src` in the project
/// @param fonts digest of each font file, by its `src` in the project
/// @param encoding picture size, frame rate and codec
/// @param frameCount of the whole output
/// @param chunks to be encoded, in order
/// @param audio the audio track, if it has to be encoded
public record ChunkOrder(
        String export,
        byte[] project,
        Map<String, Content> media,
        Map<String, String> fonts,
        VideoEncoding encoding,
        long frameCount,
        List<Chunk> chunks,
        Optional<AudioWork> audio) {
    public ChunkOrder {
        media = Map.copyOf(media);
        fonts = Map.copyOf(fonts);
        chunks = List.copyOf(chunks);
    }

    /// The content of a source.
    ///
    /// @param sha256 hexadecimal digest
    /// @param facts result of probing it
    public record Content(String sha256, MediaFacts facts) {}

    /// An order of no chunks: the project is only drawn.
    public static ChunkOrder toOpen(ExportPlan plan) {
        return of(plan, "", List.of(), false);
    }

    /// @param chunks of the plan that have to be encoded
    /// @param audio whether the audio track has to be encoded
    public static ChunkOrder of(ExportPlan plan, String export, List<Chunk> chunks, boolean audio) {
        Map<String, Content> media = new HashMap<>();
        plan.sources()
                .media()
                .forEach((src, file) -> media.put(src, new Content(file.sha256(), file.facts())));
        Map<String, String> fonts = new HashMap<>();
        plan.sources().fontFiles().forEach((src, file) -> fonts.put(src, file.sha256()));
        Set<String> named = new HashSet<>(media.keySet());
        named.addAll(fonts.keySet());
        return new ChunkOrder(
                export,
                ProjectWriter.write(plan.project()),
                media,
                fonts,
                plan.encoding(),
                plan.frameCount(),
                chunks.stream().map(chunk -> placeless(chunk, named)).toList(),
                audio ? Optional.of(placeless(plan.audio(), named)) : Optional.empty());
    }

    private static Chunk placeless(Chunk chunk, Set<String> named) {
        return new Chunk(
                chunk.index(), chunk.frames(), chunk.key(), placeless(chunk.names(), named));
    }

    private static AudioWork placeless(AudioWork audio, Set<String> named) {
        return new AudioWork(audio.key(), placeless(audio.names(), named));
    }

    /// Without paths of this machine.
    private static SliceNames placeless(SliceNames names, Set<String> named) {
        Map<String, String> inSlice = new HashMap<>(names.inSlice());
        inSlice.keySet().retainAll(named);
        return new SliceNames(names.layers(), inSlice, names.inProject());
    }
}
