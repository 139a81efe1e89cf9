package com.autoclipr.cli;

import picocli.CommandLine.IVersionProvider;

/// The version of the program, from the manifest of the jar.
public final class Version implements IVersionProvider {
    /// Such as `0.1.0`; `development` if the classes are not in a jar.
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Autoclipr Export " + current()};
    }
}
