package com.autoclipr.render.skia;

import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.FontSource;
import io.github.humbleui.skija.FontMgr;
import io.github.humbleui.skija.FontSlant;
import io.github.humbleui.skija.FontStyle;
import io.github.humbleui.skija.FontStyleSet;
import io.github.humbleui.skija.FontVariation;
import io.github.humbleui.skija.FontVariationAxis;
import io.github.humbleui.skija.FontWidth;
import io.github.humbleui.skija.Typeface;
import io.github.humbleui.skija.paragraph.FontCollection;
import io.github.humbleui.skija.paragraph.TypefaceFontProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All available fonts: font files of the project, the base font, the emoji font, system fonts.
/// Owns them; closed by its creator, after the texts that were laid out with it.
///
/// Faces are registered under private names, one face each, and Skia's fallback is disabled:
/// [FontSearch] decides which face draws a character.
public final class FontLibrary implements AutoCloseable {
    private final List<Loaded> loaded = new ArrayList<>();
    private final List<Typeface> owned = new ArrayList<>();
    private final Map<String, FontFace> faces = new HashMap<>();
    private final Set<String> registered = new HashSet<>();
    private final Map<Wanted, Optional<FontFace>> systemFaces = new HashMap<>();
    private final FontMgr system = FontMgr.getDefault();
    private final TypefaceFontProvider provider = new TypefaceFontProvider();
    private final FontCollection collection = new FontCollection();
    private final GlyphInk ink = new GlyphInk();
    private final List<String> interSubsets = InterFont.subsets();

    /// A face of a font file of the project.
    private record Loaded(String family, Typeface typeface, String name) {}

    /// A request to the system's font manager.
    private record Wanted(int codePoint, boolean emoji, int weight, boolean italic) {}

    /// The resolved font of a text.
    ///
    /// @param named faces of the selected family, best match first
    /// @param others faces of other families of the project, in file order
    /// @param base faces of the base font, one per script
    /// @param font the request
    /// @param family the selected family
    record Choice(
            List<FontFace> named,
            List<FontFace> others,
            List<FontFace> base,
            TextLayer.Font font,
            String family) {
        Choice {
            named = List.copyOf(named);
            others = List.copyOf(others);
            base = List.copyOf(base);
        }

        /// Whether the family is the requested one.
        boolean asked() {
            return family.equalsIgnoreCase(font.family());
        }

        FontStyle style() {
            return FontLibrary.style(font);
        }
    }

    /// @param files font files of the project
    /// @param paths their paths, by `src`
    /// @throws FailureException `FONT_INVALID` with `file` and `pointer` if one of them is not a
    ///   font
    public FontLibrary(List<FontFile> files, Map<String, FontSource> paths) {
        collection.setAssetFontManager(provider);
        collection.setEnableFallback(false);
        try {
            for (FontFile file : files) {
                load(file, path(file, paths));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// The font collection for layout with registered faces; owned by this library.
    FontCollection collection() {
        return collection;
    }

    /// Determines what faces draw.
    GlyphInk ink() {
        return ink;
    }

    /// Resolves `font`: by family in the project's files, the bundled fonts, and the system fonts;
    /// else the base font.
    Choice choose(TextLayer.Font font) {
        Map<String, List<FontFace>> families = families(font);
        String family = font.family();
        List<FontFace> named = families.remove(family.toLowerCase(Locale.ROOT));
        List<FontFace> base = base(font.weight(), font.italic());
        if (named == null && family.equalsIgnoreCase(EmojiFont.FAMILY)) {
            named = List.of(emoji());
        } else if (named == null && !family.equalsIgnoreCase(InterFont.FAMILY)) {
            named = systemFamily(font).map(List::of).orElse(null);
        }
        List<FontFace> others = families.values().stream().flatMap(List::stream).toList();
        return named == null
                ? new Choice(base, others, base, font, InterFont.FAMILY)
                : new Choice(named, others, base, font, family);
    }

    /// The bundled emoji font.
    FontFace emoji() {
        return face(
                "autoclipr emoji",
                EmojiFont.FAMILY,
                () -> {
                    Typeface typeface = EmojiFont.open();
                    owned.add(typeface);
                    return typeface;
                });
    }

    /// The system's face for a character, if there is one.
    Optional<FontFace> systemFace(int codePoint, boolean emoji, TextLayer.Font font) {
        return systemFaces.computeIfAbsent(
                new Wanted(codePoint, emoji, font.weight(), font.italic()),
                _ -> {
                    String[] languages = emoji ? new String[] {"und-Zsye"} : null;
                    return systemFace(
                            system.matchFamilyStyleCharacter(
                                    null, style(font), languages, codePoint));
                });
    }

    /// Registers a face with Skia under its name.
    void prepare(FontFace face) {
        if (registered.add(face.name())) {
            provider.registerTypeface(face.typeface(), face.name());
        }
    }

    @Override
    public void close() {
        collection.close();
        provider.close();
        ink.close();
        owned.forEach(Typeface::close);
        owned.clear();
    }

    private FontFace face(String name, String family, Supplier<Typeface> opening) {
        return faces.computeIfAbsent(name, _ -> new FontFace(family, name, opening));
    }

    private static FontStyle style(TextLayer.Font font) {
        FontSlant slant = font.italic() ? FontSlant.ITALIC : FontSlant.UPRIGHT;
        return new FontStyle(font.weight(), FontWidth.NORMAL, slant);
    }

    private Optional<FontFace> systemFamily(TextLayer.Font font) {
        try (FontStyleSet set = system.matchFamily(font.family())) {
            return set == null || set.count() == 0
                    ? Optional.empty()
                    : systemFace(set.matchStyle(style(font)));
        }
    }

    private Optional<FontFace> systemFace(@Nullable Typeface typeface) {
        if (typeface == null) {
            return Optional.empty();
        }
        owned.add(typeface);
        String name = "autoclipr system " + typeface.getUniqueId();
        return Optional.of(face(name, typeface.getFamilyName(), () -> typeface));
    }

    private List<FontFace> base(int weight, boolean italic) {
        int nearest = InterFont.nearestWeight(weight);
        String style = nearest + (italic ? " italic" : "");
        return interSubsets.stream()
                .map(
                        subset ->
                                face(
                                        "autoclipr inter " + subset + " " + style,
                                        InterFont.FAMILY,
                                        () -> openInter(subset, nearest, italic)))
                .toList();
    }

    private Typeface openInter(String subset, int weight, boolean italic) {
        Typeface typeface = FaceFile.of(InterFont.file(subset, weight, italic));
        if (typeface == null) {
            throw new IllegalStateException("the base font cannot be read: " + subset);
        }
        owned.add(typeface);
        return typeface;
    }

    /// Faces of the project by family name in lower case; within a family, sorted by distance in
    /// slant, then weight.
    private Map<String, List<FontFace>> families(TextLayer.Font font) {
        Map<String, List<Loaded>> byFamily = new LinkedHashMap<>();
        for (Loaded face : loaded) {
            byFamily.computeIfAbsent(face.family.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(face);
        }
        Comparator<Loaded> nearness =
                Comparator.comparing((Loaded face) -> face.typeface.isItalic() != font.italic())
                        .thenComparing(face -> distance(face.typeface, font.weight()));
        Map<String, List<FontFace>> families = new LinkedHashMap<>();
        byFamily.forEach(
                (family, of) ->
                        families.put(
                                family,
                                of.stream()
                                        .sorted(nearness)
                                        .map(face -> face(face, font.weight()))
                                        .toList()));
        return families;
    }

    private static int distance(Typeface typeface, int weight) {
        return weightAxis(typeface).isPresent()
                ? 0
                : Math.abs(typeface.getFontStyle().getWeight() - weight);
    }

    private FontFace face(Loaded face, int weight) {
        Optional<FontVariationAxis> axis = weightAxis(face.typeface);
        if (axis.isEmpty()) {
            return face(face.name, face.family, () -> face.typeface);
        }
        float value = Math.clamp(weight, axis.get().getMinValue(), axis.get().getMaxValue());
        return face(
                face.name + " " + weight,
                face.family,
                () -> {
                    Typeface varied = face.typeface.makeClone(new FontVariation("wght", value));
                    owned.add(varied);
                    return varied;
                });
    }

    private static Optional<FontVariationAxis> weightAxis(Typeface typeface) {
        return Stream.ofNullable(typeface.getVariationAxes())
                .flatMap(Arrays::stream)
                .filter(axis -> axis.getTag().equals("wght"))
                .findFirst();
    }

    private static Path path(FontFile file, Map<String, FontSource> paths) {
        FontSource source = paths.get(file.src());
        if (source == null) {
            throw new IllegalArgumentException("no path was given for the font " + file.src());
        }
        return source.path();
    }

    /// Loads every face of a font file (a collection has several).
    private void load(FontFile file, Path path) {
        FaceFile faceFile = new FaceFile(path);
        for (int index = 0; index < FontCheck.MAX_FACES; index++) {
            Typeface typeface = faceFile.face(index);
            if (typeface == null) {
                if (index == 0) {
                    throw Failure.of(FailureKind.FONT_INVALID)
                            .with(Fact.FILE, file.src())
                            .with(Fact.POINTER, file.pointer())
                            .asException();
                }
                return;
            }
            owned.add(typeface);
            if (FaceTables.hasColours(typeface)) {
                typeface = FaceTables.withoutSelectors(typeface);
                owned.set(owned.size() - 1, typeface);
            }
            String family = file.family().orElseGet(typeface::getFamilyName);
            loaded.add(new Loaded(family, typeface, "autoclipr " + file.pointer() + " " + index));
        }
    }
}
