package com.autoclipr.libav.container;

/// What a picture file may hold beside the picture that is shown.
public enum Extra {
    /// How much brighter each place is in HDR (ISO 21496-1, Ultra HDR, Apple's).
    GAIN_MAP("gain-map"),
    /// A film of the moment (motion photo).
    FILM("film"),
    /// How far away each place is.
    DEPTH("depth"),
    /// Where in the picture somebody stands, for effects.
    MATTES("mattes"),
    /// Other views, a burst, a larger preview.
    PICTURES("pictures"),
    /// The same picture, smaller.
    SMALLER("smaller"),
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
