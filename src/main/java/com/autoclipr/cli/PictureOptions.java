package com.autoclipr.cli;

import com.autoclipr.composition.Output;
import com.autoclipr.composition.value.Notation;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.time.FrameRate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Options of every command that draws a project; they override fields of `output`.
final class PictureOptions {
    @Option(
            names = "--resolution",
            paramLabel = "720p|1080p|1440p|WxH",
            converter = SizeConverter.class,
            description = "Size of the output; 720p names the short side.")
    Output.@Nullable Size resolution;

    @Option(
            names = "--fps",
            paramLabel = "N|N/D",
            converter = FrameRateConverter.class,
            description = "Frames per second, such as 30 or 30000/1001.")
    @Nullable FrameRate frameRate;

    ExportRequest.Overrides overrides(@Nullable Integer crf, @Nullable String preset) {
        return new ExportRequest.Overrides(
                Optional.ofNullable(resolution),
                Optional.ofNullable(frameRate),
                Optional.ofNullable(crf),
                Optional.ofNullable(preset));
    }

    static final class SizeConverter implements CommandLine.ITypeConverter<Output.Size> {
        @Override
        public Output.Size convert(String text) {
            return Output.resolution(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "must be 720p, 1080p, 1440p or WIDTHxHEIGHT with even"
                                                    + " sides from 16 to 8192, was '"
                                                    + text
                                                    + "'"));
        }
    }

    static final class FrameRateConverter implements CommandLine.ITypeConverter<FrameRate> {
        @Override
        public FrameRate convert(String text) {
            return Notation.frameRate(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "must be from 1 to 240, such as 30, 29.97 or"
                                                    + " 30000/1001, was '"
                                                    + text
                                                    + "'"));
        }
    }
}
