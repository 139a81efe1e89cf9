package com.autoclipr.cli;

import com.autoclipr.api.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/// What `--version` says.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Autoclipr Export " + ProgramVersion.current()};
    }
}
