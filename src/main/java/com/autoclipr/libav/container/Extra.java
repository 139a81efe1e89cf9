package com.autoclipr.libav.container;

/// What an image file may contain in addition to the image that is shown.
public enum Extra {
    /// The gain map of an HDR photo (ISO 21496-1, Ultra HDR, Apple's).
    GAIN_MAP("gain-map"),
    /// The clip of a motion photo.
    VIDEO("video"),
    /// A depth map.
    DEPTH_MAP("depth-map"),
    /// Segmentation mattes, for effects.
    MATTES("mattes"),
    /// Other views, a burst, a larger preview.
    IMAGES("images"),
    /// The same image at a smaller size.
    THUMBNAIL("thumbnail"),
    /// Pages of a document.
    PAGES("pages");

    private final String token;

    Extra(String token) {
        this.token = token;
    }

    /// Its name in reports.
    String token() {
        return token;
    }
}
