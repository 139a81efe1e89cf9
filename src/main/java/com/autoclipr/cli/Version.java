package com.autoclipr.cli;

import picocli.CommandLine.IVersionProvider;

/// The program's version, from the jar's manifest.
public final class Version implements IVersionProvider {
    /// Such as `0.1.0`; `development` when the classes do not come from the jar.
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Autoclipr Export " + current()};
    }
}
