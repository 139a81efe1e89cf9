package com.autoclipr.render.skia;

import com.autoclipr.render.fonts.Cluster;
import com.autoclipr.render.skia.FontFace.Coverage;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the face that draws a cluster of a text: the chosen font's, the project's other fonts, the
/// base font, the emoji font, the system's. Emoji are looked for in the emoji font before the base
/// font, signs that ask not to be emoji there last.
///
/// @param choice what the text's font became
record FontSearch(FontLibrary fonts, FontLibrary.Choice choice) {
    /// Characters of one cluster that the system is asked about.
    private static final int MOST_ASKED = 8;

    /// @param whole whether it draws a sequence as one picture
    record Found(FontFace face, boolean whole) {}

    /// The first face that draws a cluster; empty if none does.
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

    /// Where a cluster that no font has is drawn as a box.
    FontFace boxes() {
        return choice.base().getFirst();
    }

    /// Whether a face is one that was asked for, or that is always used in its place.
    boolean isExpected(FontFace face, Cluster cluster) {
        boolean usual = choice.family().equalsIgnoreCase(InterFont.FAMILY);
        return choice.named().contains(face)
                || (usual && cluster.canBeEmoji() && face == fonts.emoji());
    }

    /// A font that has the sequence as one picture goes before those that have only its parts, and
    /// these before letters' fonts.
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

    /// Faces that the project names; the base font is used whether it is named or not.
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

    /// Faces that the system names for the characters of a cluster, asked for one after the other.
    private Stream<FontFace> system(Cluster cluster, boolean emoji) {
        return cluster.text()
                .codePoints()
                .limit(MOST_ASKED)
                .boxed()
                .flatMap(codePoint -> fonts.systemFace(codePoint, emoji, choice.font()).stream());
    }
}
