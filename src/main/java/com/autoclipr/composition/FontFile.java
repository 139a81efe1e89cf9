package com.autoclipr.composition;

import com.autoclipr.composition.json.SourceReference;
import com.autoclipr.composition.type.FileType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.TextType;
import java.util.Optional;

/// A font file that texts may use.
///
/// @param pointer JSON pointer, such as `/fonts/0`
/// @param src path as the project file names it
/// @param family the name under which texts use it; empty: the name in the file
public record FontFile(String pointer, String src, Optional<String> family) {
    private static final Property<FontFile, String> SRC =
            Property.required("src", new FileType(SourceReference.Kind.FONT), FontFile::src)
                    .says("The file (TTF, OTF, WOFF, WOFF2).");
    private static final Property<FontFile, Optional<String>> FAMILY =
            Property.optional("family", TextType.NAME, FontFile::family, "the name in the file")
                    .says("The name under which texts use it.");

    public static final ObjectType<FontFile> TYPE =
            ObjectType.<FontFile>define(
                            "fontFile",
                            "Font file",
                            "A font file that texts may use, besides Inter and the system's fonts.")
                    .with(SRC)
                    .with(FAMILY)
                    .makes(v -> new FontFile(v.pointer(), v.get(SRC), v.get(FAMILY)));
}
