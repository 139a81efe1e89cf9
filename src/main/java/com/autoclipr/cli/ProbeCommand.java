package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// `probe MEDIA`.
@Command(
        mixinStandardHelpOptions = true,
        description = "Prints the properties of a media file as JSON.")
final class ProbeCommand implements Callable<Integer> {
    private final Autoclipr autoclipr;
    private final Console console;

    @Parameters(paramLabel = "MEDIA", description = "The file.")
    private Path file = Path.of("");

    ProbeCommand(Autoclipr autoclipr, Console console) {
        this.autoclipr = autoclipr;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        MediaFacts facts = autoclipr.probe(file);
        SimpleModule exactTypes = new SimpleModule("exact types");
        exactTypes.addSerializer(Rational.class, ToStringSerializer.instance);
        exactTypes.addSerializer(FrameRate.class, ToStringSerializer.instance);
        JsonMapper mapper =
                JsonMapper.builder()
                        .addMixIn(VideoFacts.class, WithoutClock.class)
                        .addMixIn(AudioFacts.class, WithoutClock.class)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .addModule(exactTypes)
                        .build();
        console.out().println(mapper.writeValueAsString(facts));
        return ExitCode.DONE;
    }

    /// Packet timing is of use only to decoders.
    @JsonIgnoreProperties({"clock"})
    private interface WithoutClock {}
}
