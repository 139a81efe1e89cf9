package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.FrameReader;
import com.autoclipr.testkit.RawPicture;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// `frame --time` draws what the export shows at that time.
@Tag("slow")
class PreviewIsExportTest {
    private static final double LIMIT_DB = 40;
    private static final int USUAL_TIMES = 2;
    private static final int ALL_TIMES = 10;

    @SuppressWarnings("unused") // by name, below
    private static final Examples[] PROJECTS = Examples.ALL;

    @TempDir private Path folder;

    @ParameterizedTest
    @FieldSource("PROJECTS")
    void framesAreThoseOfTheExport(Examples example) {
        String[] options = {"--resolution", "360x640", "--preset", "veryfast", "--crf", "14"};
        Path file = Autoclipr.export(example.project(), folder, options).file();
        Random random = new Random(20_260_101);
        for (int i = 0; i < (Acceptance.full() ? ALL_TIMES : USUAL_TIMES); i++) {
            int frame = random.nextInt(example.frames());
            // Anywhere within the frame's time.
            Rational offset =
                    Rational.of(frame)
                            .plus(Rational.of(random.nextInt(1000), 1000))
                            .dividedBy(example.fps());
            Rational time = example.start().plus(offset);
            double psnr =
                    RawPicture.psnrDb(
                            FrameReader.yuv420(preview(example, time, i), 0),
                            FrameReader.yuv420(file, frame));
            assertTrue(psnr > LIMIT_DB, () -> "%.1f dB at %s".formatted(psnr, time));
        }
    }

    private Path preview(Examples example, Rational time, int number) {
        Path picture = folder.resolve("frame-" + number + ".png");
        Autoclipr.Result result =
                Autoclipr.run(
                        "frame",
                        example.project().toString(),
                        "--time",
                        time.toString(),
                        "--resolution",
                        "360x640",
                        "-o",
                        picture.toString());
        assertEquals(0, result.exitCode(), result::err);
        return picture;
    }
}
