package com.autoclipr.api;

/// The version of this program, from the jar's manifest.
public final class ProgramVersion {
    private ProgramVersion() {}

    /// Such as `0.1.0`; `development` when the classes do not come from the jar.
    public static String current() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
