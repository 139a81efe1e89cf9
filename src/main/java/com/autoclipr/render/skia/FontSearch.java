package com.autoclipr.render.skia;

import com.autoclipr.render.fonts.Cluster;
import com.autoclipr.render.skia.FontFace.Coverage;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the face for a cluster of a text in the selected font, the project's other fonts, the base
/// font, the emoji font, and the system fonts. For emoji presentation the emoji font precedes the
/// base font; for text presentation it is the last resort.
///
/// @param choice the resolved font of the text
record FontSearch(FontLibrary fonts, FontLibrary.Choice choice) {
    /// Maximum number of characters of a cluster that are looked up in the system.
    private static final int MOST_ASKED = 8;

    /// @param whole whether it draws a sequence as one glyph
    record Found(FontFace face, boolean whole) {}

    /// The first face that supports a cluster; empty if there is none.
    Optional<Found> find(Cluster cluster) {
        Stream<FontFace> own = Stream.concat(choice.named().stream(), choice.others().stream());
        Stream<FontFace> base = choice.base().stream();
        Stream<FontFace> emoji = cluster.canBeEmoji() ? emoji() : Stream.empty();
        return switch (cluster.presentation()) {
            case PLAIN -> first(cluster, Stream.of(own, base, emoji, system(cluster, false)));
            case TEXT -> first(cluster, Stream.of(own, base, system(cluster, false), emoji));
            case EMOJI ->
                    first(cluster, Stream.of(ofProject(), emoji, system(cluster, true), base));
            case EMOJI_SEQUENCE -> sequence(cluster);
        };
    }

    /// The face that draws boxes for missing glyphs.
    FontFace boxes() {
        return choice.base().getFirst();
    }

    /// Whether a face was requested, or is its regular replacement.
    boolean isExpected(FontFace face, Cluster cluster) {
        boolean usual = choice.family().equalsIgnoreCase(InterFont.FAMILY);
        return choice.named().contains(face)
                || (usual && cluster.canBeEmoji() && face == fonts.emoji());
    }

    /// A font with the sequence as one glyph precedes those that have only its parts, and these
    /// precede text fonts.
    private Optional<Found> sequence(Cluster cluster) {
        return first(cluster, Coverage.WHOLE::equals, emojiFaces(cluster))
                .or(() -> first(cluster, Stream.of(emojiFaces(cluster))))
                .or(
                        () ->
                                first(
                                        cluster,
                                        Stream.of(
                                                choice.named().stream(),
                                                choice.others().stream(),
                                                choice.base().stream(),
                                                system(cluster, false))));
    }

    private Stream<FontFace> emojiFaces(Cluster cluster) {
        return Stream.of(ofProject().filter(FontFace::isEmojiFont), emoji(), system(cluster, true))
                .flatMap(faces -> faces);
    }

    /// Faces that the project names, and the base font.
    private Stream<FontFace> ofProject() {
        return Stream.concat(
                choice.named().stream().filter(face -> !choice.base().contains(face)),
                choice.others().stream());
    }

    private Optional<Found> first(Cluster cluster, Stream<Stream<FontFace>> faces) {
        return first(cluster, coverage -> coverage != Coverage.NONE, faces.flatMap(part -> part));
    }

    private Optional<Found> first(
            Cluster cluster, Predicate<Coverage> enough, Stream<FontFace> faces) {
        return faces.filter(face -> enough.test(face.coverage(cluster, fonts.ink())))
                .findFirst()
                .map(
                        face ->
                                new Found(
                                        face,
                                        face.coverage(cluster, fonts.ink()) == Coverage.WHOLE));
    }

    private Stream<FontFace> emoji() {
        return Stream.of(fonts).map(FontLibrary::emoji);
    }

    /// System faces for the characters of a cluster, one after the other.
    private Stream<FontFace> system(Cluster cluster, boolean emoji) {
        return cluster.text()
                .codePoints()
                .limit(MOST_ASKED)
                .boxed()
                .flatMap(codePoint -> fonts.systemFace(codePoint, emoji, choice.font()).stream());
    }
}
