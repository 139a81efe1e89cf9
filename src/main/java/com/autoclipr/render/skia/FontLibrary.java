package com.autoclipr.render.skia;

import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.FontSource;
import io.github.humbleui.skija.Data;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The fonts that texts can use: font files of the project, the base font, the system's. Owns them
/// all; closed by whoever made it, after the texts that were laid out with it.
///
/// Faces are registered under names of our own, one face each, so that which face is taken is
/// decided here and not by Skia's matching, and so that the base font, which comes in one file per
/// script, is looked through script by script.
public final class FontLibrary implements AutoCloseable {
    private final List<Face> faces = new ArrayList<>();
    private final List<Typeface> owned = new ArrayList<>();
    private final Set<String> registered = new HashSet<>();
    private final FontMgr system = FontMgr.getDefault();
    private final TypefaceFontProvider provider = new TypefaceFontProvider();
    private final FontCollection collection = new FontCollection();
    private final List<String> interSubsets = InterFont.subsets();

    /// A face of a font file of the project.
    private record Face(String family, Typeface typeface, String name) {}

    /// What a text's font became.
    ///
    /// @param families names to lay out with: the chosen font's own first
    /// @param chosen how many of them are the chosen font's
    /// @param style weight and slant asked for
    /// @param family the chosen font's family
    /// @param asked whether that is the family that was asked for
    record Choice(
            List<String> families, int chosen, FontStyle style, String family, boolean asked) {
        Choice {
            families = List.copyOf(families);
        }
    }

    /// @param files font files of the project
    /// @param paths where they are, by their `src`
    /// @throws FailureException `FONT_BROKEN` with `file` and `pointer` if one of them is no font
    public FontLibrary(List<FontFile> files, Map<String, FontSource> paths) {
        collection.setAssetFontManager(provider);
        collection.setDefaultFontManager(system);
        try {
            for (FontFile file : files) {
                load(file, path(file, paths));
            }
        } catch (FailureException e) {
            close();
            throw e;
        }
    }

    /// For laying out; owned by this library.
    FontCollection collection() {
        return collection;
    }

    /// The font for `font`: a face of the project's files by its family, the base font by its name,
    /// a font of the system; where none has the family, the base font. The base font is looked
    /// through after the chosen one in any case, and then the system's.
    Choice choose(TextLayer.Font font) {
        List<String> families = new ArrayList<>();
        Optional<Face> face = nearestFace(font);
        boolean inter = font.family().equalsIgnoreCase(InterFont.FAMILY);
        String family = font.family();
        if (face.isPresent()) {
            families.add(register(face.get(), font.weight()));
        } else if (!inter && systemHas(font.family())) {
            families.add(font.family());
        } else {
            family = InterFont.FAMILY;
            inter = true;
        }
        int chosen = families.size();
        families.addAll(registerInter(font.weight(), font.italic()));
        return new Choice(
                families,
                chosen == 0 ? families.size() : chosen,
                style(font),
                family,
                family.equalsIgnoreCase(font.family()));
    }

    /// The family of the font that stands in for a character which the chosen font has not: empty
    /// if no font has it.
    Optional<String> standIn(int codePoint, Choice choice) {
        List<String> base = choice.families().subList(choice.chosen(), choice.families().size());
        if (has(codePoint, base, choice.style())) {
            return Optional.of(InterFont.FAMILY);
        }
        Typeface found = null;
        if (Character.isEmojiPresentation(codePoint)) {
            String[] emoji = {"und-Zsye"};
            found = system.matchFamilyStyleCharacter(null, choice.style(), emoji, codePoint);
        }
        if (found == null) {
            found = collection.defaultFallback(codePoint, choice.style(), "");
        }
        try (Typeface typeface = found) {
            return Optional.ofNullable(typeface).map(Typeface::getFamilyName);
        }
    }

    /// Whether the chosen font has a character.
    boolean has(int codePoint, Choice choice) {
        return has(codePoint, choice.families().subList(0, choice.chosen()), choice.style());
    }

    @Override
    public void close() {
        collection.close();
        provider.close();
        owned.forEach(Typeface::close);
        owned.clear();
    }

    private boolean has(int codePoint, List<String> families, FontStyle style) {
        boolean found = false;
        if (!families.isEmpty()) {
            for (Typeface face : collection.findTypefaces(families.toArray(String[]::new), style)) {
                found |= face.getUTF32Glyph(codePoint) != 0;
                face.close();
            }
        }
        return found;
    }

    private static FontStyle style(TextLayer.Font font) {
        FontSlant slant = font.italic() ? FontSlant.ITALIC : FontSlant.UPRIGHT;
        return new FontStyle(font.weight(), FontWidth.NORMAL, slant);
    }

    private boolean systemHas(String family) {
        try (FontStyleSet set = system.matchFamily(family)) {
            return set != null && set.count() > 0;
        }
    }

    private List<String> registerInter(int weight, boolean italic) {
        int nearest = InterFont.nearestWeight(weight);
        List<String> names = new ArrayList<>();
        for (String subset : interSubsets) {
            String name = "autoclipr inter " + subset + " " + nearest + (italic ? " italic" : "");
            if (registered.add(name)) {
                try (Data data = Data.makeFromBytes(InterFont.file(subset, nearest, italic))) {
                    Typeface typeface = system.makeFromData(data);
                    owned.add(typeface);
                    provider.registerTypeface(typeface, name);
                }
            }
            names.add(name);
        }
        return names;
    }

    /// The face of the family whose slant, then weight, is nearest.
    private Optional<Face> nearestFace(TextLayer.Font font) {
        return faces.stream()
                .filter(face -> face.family.equalsIgnoreCase(font.family()))
                .min(
                        Comparator.comparing(
                                        (Face face) -> face.typeface.isItalic() != font.italic())
                                .thenComparing(
                                        face ->
                                                Math.abs(
                                                        face.typeface.getFontStyle().getWeight()
                                                                - font.weight())));
    }

    private String register(Face face, int weight) {
        Optional<FontVariationAxis> axis = weightAxis(face.typeface);
        String name = axis.isPresent() ? face.name + " " + weight : face.name;
        if (registered.add(name)) {
            Typeface typeface = face.typeface;
            if (axis.isPresent()) {
                float value =
                        Math.clamp(weight, axis.get().getMinValue(), axis.get().getMaxValue());
                typeface = face.typeface.makeClone(new FontVariation("wght", value));
                owned.add(typeface);
            }
            provider.registerTypeface(typeface, name);
        }
        return name;
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
        for (int index = 0; index < FontCheck.MAX_FACES; index++) {
            Typeface typeface = system.makeFromFile(path.toString(), index);
            if (typeface == null) {
                if (index == 0) {
                    throw Failure.of(
                                    FailureKind.FONT_BROKEN,
                                    "file",
                                    file.src(),
                                    "pointer",
                                    file.pointer())
                            .asException();
                }
                return;
            }
            owned.add(typeface);
            String family = file.family().orElseGet(typeface::getFamilyName);
            faces.add(new Face(family, typeface, "autoclipr " + file.pointer() + " " + index));
        }
    }
}
