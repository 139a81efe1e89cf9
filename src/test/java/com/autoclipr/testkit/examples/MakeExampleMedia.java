package com.autoclipr.testkit.examples;

import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.testkit.media.WaveFile;
import com.autoclipr.time.Rational;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Makes every file of `examples/media`. Run by `tools/make-example-media`.
public final class MakeExampleMedia {
    private static final int SAMPLE_RATE_HZ = 48_000;
    private static final int LOGO = 200;

    private MakeExampleMedia() {}

    /// @param arguments the folder to write into
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path music = sound("music", 12, Music::at);
        Path talk = sound("talk", 8, MakeExampleMedia::talk);
        new Take(new Coast(), 1280, 720, "30", 240)
                .film(
                        List.of("-i", music.toString(), "-t", "8"),
                        List.of("-c:v", "libx264", "-preset", "slower", "-crf", "21", "-g", "120"),
                        folder.resolve("coast.mp4"));
        new Take(new Interview(), 960, 540, "30000/1001", 224)
                .film(
                        List.of("-i", talk.toString()),
                        List.of(
                                "-c:v", "libx264", "-preset", "slower", "-crf", "23", "-g", "250",
                                "-ac", "1"),
                        folder.resolve("interview.mp4"));
        new Take(new Planets(), 480, 270, "25", 175)
                .film(
                        List.of(),
                        List.of("-c:v", "libvpx-vp9", "-crf", "36", "-b:v", "0", "-g", "75"),
                        folder.resolve("planets.webm"));
        Programs.ffmpeg(
                List.of(
                        "-i",
                        music.toString(),
                        "-c:a",
                        "aac",
                        "-b:a",
                        "80k",
                        folder.resolve("music.m4a").toString()));
        ImageIO.write(logo(), "png", folder.resolve("logo.png").toFile());
    }

    private static double talk(double seconds) {
        boolean right =
                seconds >= Interview.RIGHT_FROM_SECONDS && seconds < Interview.RIGHT_TO_SECONDS;
        return Music.voice(seconds, right ? 118 : 205);
    }

    private static Path sound(
            String name, int seconds, java.util.function.DoubleUnaryOperator signal)
            throws IOException {
        Path file = Files.createTempFile(name, ".wav");
        file.toFile().deleteOnExit();
        WaveFile.write(
                file,
                SAMPLE_RATE_HZ,
                2,
                (long) SAMPLE_RATE_HZ * seconds,
                sample ->
                        Math.clamp(signal.applyAsDouble((double) sample / SAMPLE_RATE_HZ), -1, 1));
        return file;
    }

    /// A scene as footage.
    private record Take(Scene scene, int width, int height, String rate, int frames) {
        /// @param sound input arguments of `ffmpeg`; empty for silent footage
        /// @param encoding output arguments
        void film(List<String> sound, List<String> encoding, Path file) {
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    "-f",
                                    "rawvideo",
                                    "-pix_fmt",
                                    "bgr24",
                                    "-s",
                                    width + "x" + height,
                                    "-r",
                                    rate,
                                    "-i",
                                    "-"));
            arguments.addAll(sound);
            arguments.addAll(
                    List.of(
                            "-vf",
                            "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,"
                                    + Footage.tags("tv", "bt709", "bt709", "bt709"),
                            "-c:a",
                            "aac",
                            "-b:a",
                            "64k",
                            "-shortest",
                            "-movflags",
                            "+faststart",
                            "-fflags",
                            "+bitexact"));
            arguments.addAll(encoding);
            arguments.add(file.toString());
            double fps = Rational.parse(rate).toDouble();
            Programs.ffmpeg(arguments, out -> scene.write(out, width, height, fps, frames));
        }
    }

    private static BufferedImage logo() {
        BufferedImage image = new BufferedImage(LOGO, LOGO, BufferedImage.TYPE_INT_ARGB);
        Graphics2D on = Scene.smooth(image);
        on.setPaint(new GradientPaint(0, 0, new Color(0xff5d8f), LOGO, LOGO, new Color(0x7b2cbf)));
        on.fill(new RoundRectangle2D.Double(46, 6, 108, 188, 40, 40));
        Path2D play = new Path2D.Double();
        play.moveTo(78, 62);
        play.lineTo(132, 100);
        play.lineTo(78, 138);
        play.closePath();
        on.setPaint(new Color(255, 255, 255, 235));
        on.fill(play);
        on.dispose();
        return image;
    }
}
