package com.autoclipr.libav.pixels;

import com.autoclipr.libav.colour.ColourTransform;
import com.autoclipr.media.Crop;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.YuvPicture;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;
import org.jspecify.annotations.Nullable;

/// Converts decoded frames to pictures in display orientation in Java memory. Owns its converters
/// and two alternating sets of arrays: a picture is valid until the second call after the one that
/// returned it. Not thread-safe.
public final class FrameConverter implements AutoCloseable {
    private final VideoFacts facts;
    private final Optional<ColourTransform> transform;
    private final PlaneRotation turn;
    private final RgbaMaker rgba;
    private final SampleArrays[] arrays = {new SampleArrays(), new SampleArrays()};
    private final SampleArrays scratch = new SampleArrays();
    private final @Nullable ToneMapping toneMapping;
    private @Nullable PixelConversion planes;
    private int turnOfArrays;

    /// @param transform of the source's own colours, instead of tone mapping by code points
    public FrameConverter(VideoFacts facts, Optional<ColourTransform> transform) {
        this.facts = facts;
        this.transform = transform;
        this.turn = new PlaneRotation(facts.orientation());
        this.rgba = new RgbaMaker(facts.colour(), turn, transform);
        this.toneMapping =
                ToneMapping.needed(facts.colour()) && !facts.alpha() && transform.isEmpty()
                        ? new ToneMapping(facts.colour())
                        : null;
    }

    /// @param frame its tags may be changed
    /// @throws FailureException MEDIA_UNSUPPORTED for a pixel format that cannot be converted
    public Picture make(AVFrame frame) {
        turnOfArrays = 1 - turnOfArrays;
        SampleArrays into = arrays[turnOfArrays];
        if (toneMapping != null) {
            return yuv(toneMapping.map(frame), into, ColourFacts.Matrix.BT709, false);
        }
        if (transform.isPresent() && transform.get().channels() == 4) {
            return rgba.make(frame, crop(frame), into, scratch);
        }
        PixelLayout layout = PixelLayout.of(frame.format());
        return switch (layout.form()) {
            case RGBA -> rgba.make(frame, crop(frame), into, scratch);
            case PLANES, GREY -> {
                AVFrame planar =
                        layout.planarFormat() == layout.format() ? frame : toPlanes(frame, layout);
                ColourFacts colour = facts.colour();
                YuvPicture picture = yuv(planar, into, matrix(colour), colour.fullRange());
                boolean grey = layout.form() == PixelLayout.Form.GREY;
                yield transform.map(t -> PlaneColours.convert(picture, t, grey)).orElse(picture);
            }
        };
    }

    /// Grey has no matrix; any will do.
    private static ColourFacts.Matrix matrix(ColourFacts colour) {
        boolean usable = colour.matrix().linear() || colour.matrix().reversible();
        return usable ? colour.matrix() : ColourFacts.Matrix.BT709;
    }

    private AVFrame toPlanes(AVFrame frame, PixelLayout layout) {
        if (planes == null || !planes.fits(frame)) {
            if (planes != null) {
                planes.close();
            }
            planes = new PixelConversion(frame, layout.planarFormat(), facts.colour());
        }
        return planes.convert(frame);
    }

    private YuvPicture yuv(
            AVFrame frame, SampleArrays into, ColourFacts.Matrix matrix, boolean fullRange) {
        PixelLayout layout = PixelLayout.of(frame.format());
        ChromaGrid stored =
                layout.form() == PixelLayout.Form.GREY
                        ? new ChromaGrid(0.5, 0.5, 2, 2)
                        : ChromaGrid.of(location(frame), layout.stepX(), layout.stepY());
        Crop seen = crop(frame);
        ChromaGrid.Part part = stored.part(seen);
        Plane luma = plane(frame, 0, seen, into);
        Plane cb = chroma(frame, 1, part.samples(), into);
        Plane cr = chroma(frame, 2, part.samples(), into);
        ChromaGrid grid =
                turn.turn(
                        part.grid(),
                        seen.width(),
                        seen.height(),
                        part.samples().width(),
                        part.samples().height());
        return new YuvPicture(
                luma,
                cb,
                cr,
                grid.offsetX(),
                grid.offsetY(),
                grid.stepX(),
                grid.stepY(),
                matrix,
                fullRange);
    }

    /// The visible part of a frame; all of it, if its size differs from the container's.
    private Crop crop(AVFrame frame) {
        boolean asSaid =
                frame.width() == facts.codedWidth() && frame.height() == facts.codedHeight();
        return facts.crop()
                .filter(part -> asSaid)
                .orElseGet(() -> new Crop(0, 0, frame.width(), frame.height()));
    }

    /// JPEG-like formats have centred chroma; others are sited left if unspecified.
    private int location(AVFrame frame) {
        if (frame.chroma_location() != avutil.AVCHROMA_LOC_UNSPECIFIED) {
            return frame.chroma_location();
        }
        return switch (facts.codec()) {
            case "mjpeg", "webp", "mpeg1video" -> avutil.AVCHROMA_LOC_CENTER;
            default -> avutil.AVCHROMA_LOC_LEFT;
        };
    }

    private Plane chroma(AVFrame frame, int index, Crop part, SampleArrays into) {
        PixelLayout layout = PixelLayout.of(frame.format());
        if (layout.form() == PixelLayout.Form.GREY) {
            int columns = part.width();
            int rows = part.height();
            return into.neutral(
                    turn.width(columns, rows), turn.height(columns, rows), layout.bitDepth());
        }
        return plane(frame, index, part, into);
    }

    private Plane plane(AVFrame frame, int index, Crop part, SampleArrays into) {
        int depth = PixelLayout.of(frame.format()).bitDepth();
        if (turn.none()) {
            return copy(frame, index, part, into);
        }
        int width = part.width();
        int height = part.height();
        Plane stored = copy(frame, index, part, scratch);
        Object upright = into.array(index, width * height, depth > 8);
        turn.turn(stored.samples(), upright, width, height, stored.stride());
        int turnedWidth = turn.width(width, height);
        return new Plane(upright, turnedWidth, turn.height(width, height), turnedWidth, depth);
    }

    /// Copies the plane including its padding: one copy is faster than one per row.
    private static Plane copy(AVFrame frame, int index, Crop part, SampleArrays into) {
        int depth = PixelLayout.of(frame.format()).bitDepth();
        boolean wide = depth > 8;
        int width = part.width();
        int height = part.height();
        int strideBytes = frame.linesize(index);
        BytePointer data = frame.data(index);
        long first = (long) part.top() * strideBytes + (wide ? 2L : 1L) * part.left();
        int stride = wide ? strideBytes / 2 : strideBytes;
        if (stride >= width && strideBytes % (wide ? 2 : 1) == 0) {
            int count = stride * (height - 1) + width;
            Object array = into.array(index, stride * height, wide);
            read(data, first, array, 0, count);
            return new Plane(array, width, height, stride, depth);
        }
        // Bottom-up pictures have a negative stride.
        Object array = into.array(index, width * height, wide);
        for (int y = 0; y < height; y++) {
            read(data, first + (long) y * strideBytes, array, y * width, width);
        }
        return new Plane(array, width, height, width, depth);
    }

    private static void read(BytePointer data, long offset, Object array, int at, int count) {
        BytePointer from = data.getPointer(offset);
        switch (array) {
            case byte[] bytes -> from.get(bytes, at, count);
            case short[] shorts -> new ShortPointer(from).get(shorts, at, count);
            default -> throw new IllegalArgumentException("no samples: " + array.getClass());
        }
    }

    @Override
    public void close() {
        rgba.close();
        if (toneMapping != null) {
            toneMapping.close();
        }
        if (planes != null) {
            planes.close();
        }
    }
}
