package com.autoclipr.render.skia;

import com.autoclipr.composition.Stroke;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.TextLayer.Shadow;
import com.autoclipr.composition.TextLayer.TextBox;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.failure.Decision;
import com.autoclipr.render.planes.Bounds;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ImageFilter;
import io.github.humbleui.skija.Matrix33;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeCap;
import io.github.humbleui.skija.PaintStrokeJoin;
import io.github.humbleui.skija.paragraph.Alignment;
import io.github.humbleui.skija.paragraph.LineMetrics;
import io.github.humbleui.skija.paragraph.Paragraph;
import io.github.humbleui.skija.paragraph.ParagraphBuilder;
import io.github.humbleui.skija.paragraph.ParagraphStyle;
import io.github.humbleui.skija.paragraph.TextStyle;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A text, laid out once in canvas pixels, so that where lines break never depends on the size of
/// the output. Its box hugs the lines, with the padding of its background. Owns paragraphs of
/// Skia's; closed by the caller, before the fonts.
public final class TextLayout implements AutoCloseable {
    /// A perspective too small to move anything: with any at all, Skia draws glyphs as outlines at
    /// their exact place, instead of as masks at quarters of a pixel sideways and whole pixels
    /// downwards, which shakes when text moves slowly.
    static final Matrix33 OUTLINES = new Matrix33(1, 0, 0, 0, 1, 0, 0, 1e-20f, 1);

    /// How far ink may reach out of the lines' box, as a part of the font size: slanted letters,
    /// piled accents, swashes.
    private static final double OVERHANG = 1.5;

    private final TextLayer layer;
    private final Paragraph fill;
    private final @Nullable Paragraph outline;
    private final List<Decision> decisions;
    private final double left;
    private final double width;
    private final double height;
    private final Bounds ink;

    public TextLayout(TextLayer layer, FontLibrary fonts) {
        TextRuns runs = TextRuns.of(layer, fonts);
        this.layer = layer;
        this.decisions = TextDecisions.of(layer, runs);
        this.fill = paragraph(layer, fonts, runs, Optional.empty());
        this.outline =
                layer.stroke().isPresent() ? paragraph(layer, fonts, runs, layer.stroke()) : null;
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        for (LineMetrics line : fill.getLineMetrics()) {
            smallest = Math.min(smallest, line.getLeft());
            largest = Math.max(largest, line.getLeft() + line.getWidth());
        }
        this.left = Math.min(smallest, largest);
        this.width = largest - left;
        this.height = fill.getHeight();
        this.ink = InkBounds.measure(widest(), layer.font().size(), this::paint);
    }

    /// Canvas pixels, with padding.
    public double width() {
        return width + 2 * layer.box().map(TextBox::paddingX).orElse(0.0);
    }

    /// Canvas pixels, with padding.
    public double height() {
        return height + 2 * layer.box().map(TextBox::paddingY).orElse(0.0);
    }

    /// What drawing touches, canvas pixels from the box's top left corner.
    public Bounds ink() {
        return ink;
    }

    private Bounds widest() {
        double stroke = layer.stroke().map(Stroke::width).orElse(0.0) / 2;
        Bounds letters =
                new Bounds(0, 0, width(), height()).outset(layer.font().size() * OVERHANG + stroke);
        if (layer.shadow().isEmpty()) {
            return letters;
        }
        Shadow shadow = layer.shadow().get();
        double blur = 1.5 * shadow.blur() + 2;
        return new Bounds(
                letters.left() + Math.min(0, shadow.x() - blur),
                letters.top() + Math.min(0, shadow.y() - blur),
                letters.right() + Math.max(0, shadow.x() + blur),
                letters.bottom() + Math.max(0, shadow.y() + blur));
    }

    /// What had to be decided about its fonts.
    public List<Decision> decisions() {
        return decisions;
    }

    /// Draws it with its box's top left corner at the canvas' origin.
    public void paint(Canvas canvas) {
        layer.box().ifPresent(box -> paintBox(canvas, box));
        layer.shadow().ifPresent(shadow -> paintShadow(canvas, shadow));
        paintLetters(canvas);
    }

    @Override
    public void close() {
        fill.close();
        if (outline != null) {
            outline.close();
        }
    }

    private void paintBox(Canvas canvas, TextBox box) {
        double radius = Math.min(box.radius(), Math.min(width(), height()) / 2);
        RRect shape = RRect.makeXYWH(0, 0, (float) width(), (float) height(), (float) radius);
        try (Paint paint = paint(box.colour())) {
            canvas.drawRRect(shape, paint);
        }
    }

    private void paintShadow(Canvas canvas, Shadow shadow) {
        float sigma = (float) (shadow.blur() / 2);
        int colour = argb(shadow.colour());
        float x = (float) shadow.x();
        float y = (float) shadow.y();
        try (ImageFilter filter = ImageFilter.makeDropShadowOnly(x, y, sigma, sigma, colour);
                Paint paint = new Paint().setImageFilter(filter)) {
            canvas.saveLayer((Rect) null, paint);
            paintLetters(canvas);
            canvas.restore();
        }
    }

    private void paintLetters(Canvas canvas) {
        float x = (float) (layer.box().map(TextBox::paddingX).orElse(0.0) - left);
        float y = layer.box().map(TextBox::paddingY).orElse(0.0).floatValue();
        canvas.save();
        canvas.concat(OUTLINES);
        if (outline != null) {
            outline.paint(canvas, x, y);
        }
        fill.paint(canvas, x, y);
        canvas.restore();
    }

    private static Paragraph paragraph(
            TextLayer layer, FontLibrary fonts, TextRuns runs, Optional<Stroke> stroke) {
        try (TextStyle text = textStyle(layer, runs.runs().getFirst(), runs.search());
                ParagraphStyle style = new ParagraphStyle()) {
            style.setTextStyle(text)
                    .setDirection(TextDirection.of(layer))
                    .setAlignment(alignment(layer.align()))
                    .disableHinting();
            try (ParagraphBuilder builder = new ParagraphBuilder(style, fonts.collection())) {
                for (TextRuns.Run run : runs.runs()) {
                    add(builder, layer, run, runs.search(), stroke);
                }
                return layOut(builder.build(), layer.width());
            }
        }
    }

    private static void add(
            ParagraphBuilder builder,
            TextLayer layer,
            TextRuns.Run run,
            FontSearch search,
            Optional<Stroke> stroke) {
        try (TextStyle text = textStyle(layer, run, search)) {
            if (stroke.isPresent()) {
                try (Paint paint = paint(stroke.get().colour())) {
                    paint.setMode(PaintMode.STROKE)
                            .setStrokeWidth((float) stroke.get().width())
                            .setStrokeJoin(PaintStrokeJoin.ROUND)
                            .setStrokeCap(PaintStrokeCap.ROUND);
                    text.setForeground(paint);
                }
            }
            builder.pushStyle(text).addText(run.text()).popStyle();
        }
    }

    private static Paragraph layOut(Paragraph paragraph, Optional<Double> wrapWidth) {
        if (wrapWidth.isPresent()) {
            return paragraph.layout(wrapWidth.get().floatValue());
        }
        // Alignment needs a width: that of the longest line, which is known after a first layout.
        paragraph.layout(Float.POSITIVE_INFINITY);
        return paragraph.layout((float) Math.ceil(paragraph.getMaxIntrinsicWidth()) + 1);
    }

    /// Faces with colours of their own are neither slanted nor made bold.
    private static TextStyle textStyle(TextLayer layer, TextRuns.Run run, FontSearch search) {
        FontFace face = run.face();
        return new TextStyle()
                .setFontFamilies(new String[] {face.name()})
                .setFontStyle(
                        face.hasColours()
                                ? face.typeface().getFontStyle()
                                : search.choice().style())
                .setFontSize((float) layer.font().size())
                .setLetterSpacing(run.spaced() ? (float) layer.font().letterSpacing() : 0)
                .setHeight((float) layer.lineHeight())
                .setColor(argb(layer.font().colour()));
    }

    private static Alignment alignment(TextLayer.Align align) {
        return switch (align) {
            case LEFT -> Alignment.LEFT;
            case CENTER -> Alignment.CENTER;
            case RIGHT -> Alignment.RIGHT;
            case START -> Alignment.START;
            case END -> Alignment.END;
            case JUSTIFY -> Alignment.JUSTIFY;
        };
    }

    static Paint paint(Colour colour) {
        return new Paint().setColor(argb(colour)).setAntiAlias(true);
    }

    static int argb(Colour colour) {
        return colour.alpha() << 24 | colour.red() << 16 | colour.green() << 8 | colour.blue();
    }
}
