package com.autoclipr.render.skia;

import com.autoclipr.render.fonts.Cluster;
import com.autoclipr.render.skia.FontFace.Coverage;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Font;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.skija.TextBlob;
import io.github.humbleui.skija.TextBlobBuilder;
import io.github.humbleui.skija.Typeface;
import io.github.humbleui.skija.shaper.HbIcuScriptRunIterator;
import io.github.humbleui.skija.shaper.RunHandler;
import io.github.humbleui.skija.shaper.RunInfo;
import io.github.humbleui.skija.shaper.Shaper;
import io.github.humbleui.skija.shaper.ShapingOptions;
import io.github.humbleui.skija.shaper.TrivialBidiRunIterator;
import io.github.humbleui.skija.shaper.TrivialFontRunIterator;
import io.github.humbleui.skija.shaper.TrivialLanguageRunIterator;
import io.github.humbleui.types.Point;
import io.github.humbleui.types.Rect;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// Determines what a face really draws for a cluster. A glyph may be blank: emoji fonts have empty
/// digits that serve only as components of keycaps, and a colour format may not be supported by
/// Skia or FreeType. Owns a shaper.
final class GlyphInk implements AutoCloseable {
    private static final float FONT_SIZE = 24;
    private static final int SIDE = 96;
    private static final float ORIGIN_X = 32;
    private static final float ORIGIN_Y = 64;

    private final Shaper shaper = Shaper.makeShapeDontWrapOrReorder();

    /// A shaped glyph.
    private record Glyph(short id, boolean advances) {}

    Coverage coverage(FontFace face, Cluster cluster) {
        Typeface typeface = face.typeface();
        String text = cluster.text();
        int first = text.codePointAt(0);
        try (Font font = new Font(typeface, FONT_SIZE)) {
            List<Glyph> glyphs =
                    text.length() == Character.charCount(first)
                            ? List.of(new Glyph(typeface.getUTF32Glyph(first), true))
                            : shape(text, font);
            if (glyphs.stream().anyMatch(glyph -> glyph.id == 0)) {
                return Coverage.NONE;
            }
            if (!cluster.needsInk()) {
                return Coverage.WHOLE;
            }
            return seen(glyphs, inked(glyphs, font, face.hasColours()), cluster);
        }
    }

    @Override
    public void close() {
        shaper.close();
    }

    private static Coverage seen(List<Glyph> glyphs, List<Boolean> inked, Cluster cluster) {
        boolean sequence = cluster.presentation() == Cluster.Presentation.EMOJI_SEQUENCE;
        int pictures = 0;
        boolean gap = false;
        for (int i = 0; i < glyphs.size(); i++) {
            if (inked.get(i)) {
                pictures++;
            } else {
                gap |= glyphs.get(i).advances;
            }
        }
        if (pictures == 0 || (sequence && gap)) {
            return Coverage.NONE;
        }
        return sequence && pictures > 1 ? Coverage.PARTS : Coverage.WHOLE;
    }

    /// Shapes a text with HarfBuzz, without font fallback.
    private List<Glyph> shape(String text, Font font) {
        List<Glyph> glyphs = new ArrayList<>();
        try (HbIcuScriptRunIterator scripts = new HbIcuScriptRunIterator(text)) {
            shaper.shape(
                    text,
                    new TrivialFontRunIterator(text, font),
                    new TrivialBidiRunIterator(text, 0),
                    scripts,
                    new TrivialLanguageRunIterator(text, ""),
                    ShapingOptions.DEFAULT,
                    Float.POSITIVE_INFINITY,
                    new Collector(glyphs));
        }
        return glyphs;
    }

    private record Collector(List<Glyph> glyphs) implements RunHandler {
        @Override
        public void beginLine() {}

        @Override
        public void runInfo(RunInfo info) {}

        @Override
        public void commitRunInfo() {}

        @Override
        public Point runOffset(RunInfo info) {
            return Point.ZERO;
        }

        @Override
        public void commitRun(RunInfo info, short[] ids, Point[] positions, int[] clusters) {
            for (int i = 0; i < ids.length; i++) {
                float end = i + 1 < ids.length ? positions[i + 1].getX() : info.getAdvanceX();
                glyphs.add(new Glyph(ids[i], end - positions[i].getX() > 0.01f));
            }
        }

        @Override
        public void commitLine() {}
    }

    /// For each glyph, whether it is visible. The bounds of an outline suffice; colour glyphs have
    /// to be drawn.
    private static List<Boolean> inked(List<Glyph> glyphs, Font font, boolean colours) {
        short[] ids = new short[glyphs.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = glyphs.get(i).id;
        }
        List<Boolean> inked = new ArrayList<>();
        if (colours) {
            for (short id : ids) {
                inked.add(isDrawn(id, font));
            }
        } else {
            for (Rect bounds : font.getBounds(ids)) {
                inked.add(bounds.getWidth() > 0 && bounds.getHeight() > 0);
            }
        }
        return inked;
    }

    private static boolean isDrawn(short glyph, Font font) {
        try (Arena arena = Arena.ofConfined();
                TextBlobBuilder builder = new TextBlobBuilder();
                Paint paint = new Paint()) {
            builder.appendRunPosH(font, new short[] {glyph}, new float[] {ORIGIN_X}, ORIGIN_Y);
            MemorySegment pixels = arena.allocate(4L * SIDE * SIDE, 4);
            ImageInfo info = ImageInfo.makeN32Premul(SIDE, SIDE);
            try (TextBlob blob = builder.build();
                    Surface surface = Surface.wrapPixels(info, pixels.address(), 4L * SIDE)) {
                if (blob == null) {
                    return false;
                }
                Canvas canvas = surface.getCanvas();
                canvas.concat(TextLayout.OUTLINES);
                canvas.drawTextBlob(blob, 0, 0, paint);
            }
            for (int pixel : pixels.toArray(ValueLayout.JAVA_INT)) {
                if (pixel != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
