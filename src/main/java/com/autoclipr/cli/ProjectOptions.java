package com.autoclipr.cli;

import com.autoclipr.composition.Output;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.FileAccess;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// What every command that reads a project takes.
final class ProjectOptions {
    @Parameters(paramLabel = "PROJECT.json", description = "The project file.")
    Path project = Path.of("");

    @Option(
            names = "--media-root",
            paramLabel = "DIR",
            description = "Read only files below this folder (may be given several times).")
    @Nullable List<Path> mediaRoots;

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

    FileAccess access(CommandLine commandLine) {
        List<Path> roots = mediaRoots;
        if (roots == null || roots.isEmpty()) {
            return FileAccess.everywhere();
        }
        try {
            return FileAccess.below(roots);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(
                    commandLine, "--media-root: no such folder: " + e.getMessage());
        }
    }

    ExportRequest.Overrides overrides(@Nullable Integer crf, @Nullable String preset) {
        return new ExportRequest.Overrides(
                Optional.ofNullable(resolution),
                Optional.ofNullable(frameRate),
                Optional.ofNullable(crf),
                Optional.ofNullable(preset));
    }

    static final class SizeConverter implements CommandLine.ITypeConverter<Output.Size> {
        private static final Pattern SHORT_SIDE = Pattern.compile("(\\d{2,5})p");
        private static final Pattern EXACT = Pattern.compile("(\\d{1,5})[xX×](\\d{1,5})");

        @Override
        public Output.Size convert(String text) {
            Matcher shortSide = SHORT_SIDE.matcher(text);
            if (shortSide.matches()) {
                int pixels = Integer.parseInt(shortSide.group(1));
                return new Output.ShortSide(even("resolution", pixels));
            }
            Matcher exact = EXACT.matcher(text);
            if (exact.matches()) {
                return new Output.Exact(
                        even("width", Integer.parseInt(exact.group(1))),
                        even("height", Integer.parseInt(exact.group(2))));
            }
            throw new TypeConversionException(
                    "must be 720p, 1080p, 1440p or WIDTHxHEIGHT, was '" + text + "'");
        }

        private static int even(String what, int pixels) {
            if (pixels < 16 || pixels > 8192 || pixels % 2 != 0) {
                throw new TypeConversionException(
                        what + " must be even and from 16 to 8192, was " + pixels);
            }
            return pixels;
        }
    }

    static final class FrameRateConverter implements CommandLine.ITypeConverter<FrameRate> {
        private static final Rational MOST = Rational.of(240);

        @Override
        public FrameRate convert(String text) {
            try {
                Rational rate = Rational.parse(text);
                if (rate.signum() > 0 && rate.compareTo(MOST) <= 0) {
                    return new FrameRate(rate);
                }
            } catch (NumberFormatException | ArithmeticException e) {
                throw new TypeConversionException("must be a number or N/D, was '" + text + "'");
            }
            throw new TypeConversionException(
                    "must be above 0 and at most 240, was '" + text + "'");
        }
    }
}
