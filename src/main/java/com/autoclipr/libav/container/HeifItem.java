package com.autoclipr.libav.container;

import java.util.List;
import java.util.Optional;

/// An image item of a HEIF or AVIF file (ISO/IEC 23008-12).
///
/// @param id item id
/// @param type item type, such as `av01` or `grid`
/// @param size declared size
/// @param hidden whether it is marked as hidden
/// @param auxiliary auxiliary type, such as alpha; empty if it is not auxiliary
/// @param auxiliaryTo items that it is auxiliary to
/// @param thumbnailOf items that it is a thumbnail of
/// @param parts items that it is derived from, in order
/// @param aperture clean aperture, if there is one
/// @param grid layout of its parts, if it is a grid
/// @param profile position of its restricted ICC profile in the file
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

    /// Rows and columns of tiles, and the size of the whole in pixels.
    public record Grid(int rows, int columns, int width, int height) {}

    /// Size in pixels; zero if the file declares conflicting sizes.
    public record Size(int width, int height) {
        static final Size NONE = new Size(0, 0);

        public boolean positive() {
            return width > 0 && height > 0;
        }
    }

    /// @param offset in the file
    /// @param bytes length
    public record Profile(long offset, long bytes) {}

    /// Whether it is a tiled image.
    public boolean tiled() {
        return type.equals("grid");
    }

    /// Whether its size is declared.
    boolean sized() {
        return size.filter(Size::positive).isPresent();
    }

    /// Whether it is an alpha plane (by the names of MPEG and AV1).
    boolean alpha() {
        return auxiliary.equals("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha")
                || auxiliary.equals("urn:mpeg:hevc:2015:auxid:1");
    }

    /// Its kind in addition to the shown image, if it is visible content.
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

    /// Whether it is an image, as opposed to metadata.
    public boolean picture() {
        return switch (type) {
            case "hvc1", "hev1", "av01", "avc1", "jpeg", "j2k1", "vvc1", "unci" -> true;
            case "grid", "iovl", "iden" -> true;
            default -> false;
        };
    }
}
