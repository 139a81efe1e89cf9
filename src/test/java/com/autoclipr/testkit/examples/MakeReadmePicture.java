package com.autoclipr.testkit.examples;

import com.autoclipr.testkit.Autoclipr;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Makes the picture of the README: the canvas of the first example with its overlay, and the frame
/// that the export shows. Run by `tools/make-readme-picture`.
public final class MakeReadmePicture {
    private static final String TIME_SECONDS = "4";
    private static final int HEIGHT = 480;
    private static final int MARGIN = 24;
    private static final int ARROW = 96;
    private static final Color PAPER = new Color(0xf6f4f0);
    private static final Color INK = new Color(0x2b2d5b);

    private MakeReadmePicture() {}

    /// @param arguments the file to write, a PNG
    public static void main(String[] arguments) throws IOException {
        Path work = Files.createTempDirectory("readme-picture");
        Path example = Path.of("examples", "first-clip.json");
        String whole =
                Files.readString(example)
                        .replace("\"aspectRatio\": \"9:16\"", "\"aspectRatio\": \"16:9\"")
                        .replace(
                                "\"media/",
                                "\"" + Path.of("examples", "media").toAbsolutePath() + "/");
        Path wholeCanvas = Files.writeString(work.resolve("canvas.json"), whole);
        BufferedImage canvas = frame(wholeCanvas, work.resolve("canvas.png"), HEIGHT * 16 / 9);
        BufferedImage clip = frame(example, work.resolve("clip.png"), HEIGHT * 9 / 16);
        if (!ImageIO.write(side(canvas, clip), "png", Path.of(arguments[0]).toFile())) {
            throw new IOException("no PNG writer");
        }
    }

    private static BufferedImage frame(Path project, Path picture, int width) throws IOException {
        int even = width / 2 * 2;
        Autoclipr.Result result =
                Autoclipr.run(
                        "frame",
                        project.toString(),
                        "--time",
                        TIME_SECONDS,
                        "-o",
                        picture.toString(),
                        "--resolution",
                        2 * even + "x" + 2 * HEIGHT);
        if (result.exitCode() != 0) {
            throw new IOException(result.err());
        }
        return ImageIO.read(picture.toFile());
    }

    private static BufferedImage side(BufferedImage canvas, BufferedImage clip) {
        int canvasWidth = canvas.getWidth() / 2;
        int clipWidth = clip.getWidth() / 2;
        int width = canvasWidth + clipWidth + ARROW + 2 * MARGIN;
        BufferedImage image =
                new BufferedImage(width, HEIGHT + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = Scene.smooth(image);
        on.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        on.setPaint(PAPER);
        on.fill(new Rectangle2D.Double(0, 0, width, image.getHeight()));
        on.drawImage(canvas, MARGIN, MARGIN, canvasWidth, HEIGHT, null);
        double left = MARGIN + (canvasWidth - clipWidth) / 2.0;
        on.setPaint(new Color(16, 18, 40, 150));
        on.fill(new Rectangle2D.Double(MARGIN, MARGIN, left - MARGIN, HEIGHT));
        double right = left + clipWidth;
        on.fill(new Rectangle2D.Double(right, MARGIN, MARGIN + canvasWidth - right, HEIGHT));
        on.setPaint(Color.WHITE);
        on.setStroke(
                new BasicStroke(
                        3,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_MITER,
                        10,
                        new float[] {12, 8},
                        0));
        on.draw(new RoundRectangle2D.Double(left, MARGIN + 1.5, clipWidth, HEIGHT - 3, 6, 6));
        arrow(on, MARGIN + canvasWidth + ARROW / 2.0, MARGIN + HEIGHT / 2.0);
        on.drawImage(clip, MARGIN + canvasWidth + ARROW, MARGIN, clipWidth, HEIGHT, null);
        on.dispose();
        return image;
    }

    private static void arrow(Graphics2D on, double x, double y) {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x - 26, y - 7);
        arrow.lineTo(x + 4, y - 7);
        arrow.lineTo(x + 4, y - 20);
        arrow.lineTo(x + 28, y);
        arrow.lineTo(x + 4, y + 20);
        arrow.lineTo(x + 4, y + 7);
        arrow.lineTo(x - 26, y + 7);
        arrow.closePath();
        on.setPaint(INK);
        on.fill(arrow);
    }
}
