package com.autoclipr.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A folder with what the works are made of: `source.mp4` (1920 × 1080, 30 fps, 20 s or more, with
/// sound), `box.png`, `logo.png`, `words.txt` and a bold font, `NotoSans-Bold.ttf`.
///
/// @param folder that holds them
/// @param words in `words.txt`, twenty
record BenchMaterial(Path folder, List<String> words) {
    static BenchMaterial in(Path folder) throws IOException {
        Path real = folder.toRealPath();
        for (String name :
                List.of("source.mp4", "box.png", "logo.png", "words.txt", "NotoSans-Bold.ttf")) {
            if (!Files.isReadable(real.resolve(name))) {
                throw new IOException("the benchmark needs " + name + " in " + folder);
            }
        }
        return new BenchMaterial(
                real, List.of(Files.readString(real.resolve("words.txt")).strip().split("\\s+")));
    }

    Path source() {
        return folder.resolve("source.mp4");
    }

    Path logo() {
        return folder.resolve("logo.png");
    }

    Path box() {
        return folder.resolve("box.png");
    }

    Path font() {
        return folder.resolve("NotoSans-Bold.ttf");
    }

    /// The first work as an FFmpeg graph, by somebody who knows FFmpeg well. Inputs: source, box,
    /// logo.
    String expertGraph() {
        List<String> texts = new ArrayList<>();
        texts.add(
                "drawtext=fontfile=%s:text='Bench A - the title':fontsize=72:fontcolor=white:alpha='min(t/0.5,1)':x=(w-text_w)/2:y=255-text_h/2"
                        .formatted(font()));
        for (int i = 0; i < words.size(); i++) {
            texts.add(
                    String.format(
                            Locale.ROOT,
                            "drawtext=fontfile=%s:text='%s':fontsize=110:fontcolor=white:borderw=7:bordercolor=black:x=(w-text_w)/2:y=1440-ascent/2:enable='gte(t,%d)*lt(t,%d)'",
                            font(),
                            words.get(i),
                            i,
                            i + 1));
        }
        return String.join(
                ";\n",
                "[0:v]crop=608:1080,scale=1080:1920:flags=bicubic,setsar=1,format=yuv420p[v0]",
                "[1:v]format=rgba,scale=w=840:h=-1,fade=t=in:st=0:d=0.5:alpha=1[box]",
                "[2:v]format=rgba,scale=w=160:h=-1[logo]",
                "[v0][box]overlay=x=(W-w)/2:y=180:format=auto:shortest=1[v1]",
                "[v1][logo]overlay=x=W-w-48:y=48:format=auto:shortest=1[v2]",
                "[v2]" + String.join(",", texts) + "[vout]");
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
