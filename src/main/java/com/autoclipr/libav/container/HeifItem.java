package com.autoclipr.libav.container;

import java.util.List;
import java.util.Optional;

/// A picture of a HEIF or AVIF file (ISO/IEC 23008-12), as its boxes describe it.
///
/// @param id its number in the file
/// @param type how it is coded, such as `av01` or `grid`
/// @param size how large the file says that it is
/// @param hidden whether the file says that it is not to be shown by itself
/// @param auxiliary what it is to another picture, such as its transparency; empty if it is none
/// @param auxiliaryTo the pictures that it is that to
/// @param thumbnailOf the pictures of which it is a smaller version
/// @param parts the pictures it is made of, in order
/// @param aperture what of it is seen, if not all
/// @param grid how its parts lie, if it is a grid
/// @param profile where its restricted ICC profile lies in the file
public record HeifItem(
        int id,
        String type,
        Optional<Size> size,
        boolean hidden,
        String auxiliary,
        List<Integer> auxiliaryTo,
        List<Integer> thumbnailOf,
        List<Integer> parts,
        Optional<CleanAperture> aperture,
        Optional<Grid> grid,
        Optional<Profile> profile) {
    public HeifItem {
        auxiliaryTo = List.copyOf(auxiliaryTo);
        thumbnailOf = List.copyOf(thumbnailOf);
        parts = List.copyOf(parts);
    }

    /// Rows and columns of parts, and the size of the whole in pixels.
    public record Grid(int rows, int columns, int width, int height) {}

    /// Pixels. Zero if the file says several sizes, one of which cannot be.
    public record Size(int width, int height) {
        static final Size NONE = new Size(0, 0);

        public boolean positive() {
            return width > 0 && height > 0;
        }
    }

    /// @param offset in the file
    /// @param bytes how long it is
    public record Profile(long offset, long bytes) {}

    /// Whether it is made of tiles.
    public boolean tiled() {
        return type.equals("grid");
    }

    /// Whether the file says how large it is.
    boolean sized() {
        return size.filter(Size::positive).isPresent();
    }

    /// Whether it is the transparency of a picture (MPEG's and AV1's names of it).
    boolean alpha() {
        return auxiliary.equals("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha")
                || auxiliary.equals("urn:mpeg:hevc:2015:auxid:1");
    }

    /// What it adds to the picture that is shown, if it can be seen at all.
    Optional<Extra> extra() {
        if (type.equals("tmap") || auxiliary.contains("gainmap")) {
            return Optional.of(Extra.GAIN_MAP);
        }
        if (auxiliary.contains("depth")
                || auxiliary.contains("disparity")
                || auxiliary.equals("urn:mpeg:hevc:2015:auxid:2")) {
            return Optional.of(Extra.DEPTH_MAP);
        }
        if (!auxiliary.isEmpty()) {
            return Optional.of(Extra.MATTES);
        }
        return hidden || !thumbnailOf.isEmpty() || !picture()
                ? Optional.empty()
                : Optional.of(Extra.IMAGES);
    }

    /// Whether it is a picture at all, and not a camera's notes.
    public boolean picture() {
        return switch (type) {
            case "hvc1", "hev1", "av01", "avc1", "jpeg", "j2k1", "vvc1", "unci" -> true;
            case "grid", "iovl", "iden" -> true;
            default -> false;
        };
    }
}
