package com.autoclipr.testkit.reading;

import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.TestFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A small file that the `ffmpeg` program makes: moving pictures, noise that swells, or both.
///
/// @param name what it is, and the end of its name after the last dot
/// @param pictures size, rate and seconds, such as `96x64 25 1.2`; empty for none
/// @param sound sample rate and channels, such as `44100 2`; empty for none
/// @param options how it is written
record MadeMedia(String name, String pictures, String sound, String options) {
    static MadeMedia film(String name, String options) {
        return new MadeMedia(name, "96x64 25 1.2", "44100 2", options);
    }

    static MadeMedia pictures(String name, String pictures, String options) {
        return new MadeMedia(name, pictures, "", options);
    }

    static MadeMedia sound(String name, String sound, String options) {
        return new MadeMedia(name, "", sound, options);
    }

    Path file() {
        int dot = name.lastIndexOf('.');
        return TestFolder.cached(
                "read-" + name.substring(0, dot).replace(' ', '-'),
                name.substring(dot + 1),
                toString(),
                this::make);
    }

    private void make(Path file) {
        List<String> arguments = new ArrayList<>();
        String seconds = "1.2";
        if (!pictures.isEmpty()) {
            String[] parts = pictures.split(" ");
            seconds = parts[2];
            arguments.addAll(
                    List.of(
                            "-f",
                            "lavfi",
                            "-i",
                            "testsrc2=s=%s:r=%s:d=%s".formatted(parts[0], parts[1], parts[2])));
        }
        if (!sound.isEmpty()) {
            String[] parts = sound.split(" ");
            // Two noises that differ, so that sides are told apart; the second one comes later.
            String side =
                    "anoisesrc=a=0.4:r=%s:d=%s:seed=%%d,tremolo=f=3:d=0.9"
                            .formatted(parts[0], seconds);
            int channels = Integer.parseInt(parts[1]);
            StringBuilder graph = new StringBuilder();
            for (int c = 0; c < channels; c++) {
                graph.append(side.formatted(c + 1)).append("[c").append(c).append("];");
            }
            for (int c = 0; c < channels; c++) {
                graph.append("[c").append(c).append(']');
            }
            graph.append("amerge=inputs=").append(channels);
            String whole =
                    channels == 1 ? side.formatted(1) : graph + ",aresample=%s".formatted(parts[0]);
            arguments.addAll(List.of("-f", "lavfi", "-i", whole));
        }
        arguments.addAll(List.of(options.split(" ")));
        arguments.add(file.toString());
        Programs.ffmpeg(arguments);
    }

    @Override
    public String toString() {
        return name + " (" + pictures + "; " + sound + "; " + options + ")";
    }
}
