package com.autoclipr.export.chunks;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.FontSource;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.plan.SliceNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Locates the content of an order on this machine.
///
/// @param files of this machine
record LocalContents(Sources files) {
    /// The sources of an order, as files of this machine.
    Sources sources(ChunkOrder order) {
        Map<String, SourceFile> media = new HashMap<>();
        order.media()
                .forEach(
                        (src, content) ->
                                media.put(
                                        src,
                                        new SourceFile(
                                                media(src, content.sha256()),
                                                content.sha256(),
                                                content.facts())));
        Map<String, FontSource> fonts = new HashMap<>();
        order.fonts()
                .forEach(
                        (src, sha256) -> fonts.put(src, new FontSource(font(src, sha256), sha256)));
        return new Sources(media, fonts);
    }

    /// The names of a slice, extended by paths of this machine, which decoders use.
    SliceNames names(SliceNames placeless, ChunkOrder order) {
        Map<String, String> inSlice = new HashMap<>(placeless.inSlice());
        order.media()
                .forEach(
                        (src, content) -> {
                            String name = placeless.inSlice().get(src);
                            if (name != null) {
                                inSlice.put(media(src, content.sha256()).toString(), name);
                            }
                        });
        return new SliceNames(placeless.layers(), inSlice, placeless.inProject());
    }

    /// The file with the same name, if it has the content; otherwise any other file with it.
    private Path media(String src, String sha256) {
        SourceFile same = files.media().get(src);
        if (same != null && same.sha256().equals(sha256)) {
            return same.path();
        }
        return files.media().values().stream()
                .filter(file -> Objects.equals(file.sha256(), sha256))
                .map(SourceFile::path)
                .min(Path::compareTo)
                .orElseThrow(() -> missing(sha256));
    }

    private Path font(String src, String sha256) {
        FontSource same = files.fontFiles().get(src);
        if (same != null && same.sha256().equals(sha256)) {
            return same.path();
        }
        return files.fontFiles().values().stream()
                .filter(file -> Objects.equals(file.sha256(), sha256))
                .map(FontSource::path)
                .min(Path::compareTo)
                .orElseThrow(() -> missing(sha256));
    }

    private static FailureException missing(String sha256) {
        return Failure.of(FailureKind.INTERNAL_ERROR)
                .with(Fact.DETAIL, "no file has the content " + sha256)
                .asException();
    }
}
