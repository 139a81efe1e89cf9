package com.autoclipr.render.skia;

import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.render.planes.Bounds;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.FilterMipmap;
import io.github.humbleui.skija.FilterMode;
import io.github.humbleui.skija.FilterTileMode;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageFilter;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.MipmapMode;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.types.Rect;

/// A picture in Skia's memory. Owns its copy of the pixels; closed by the caller.
public final class PictureDrawing implements AutoCloseable {
    private final Image image;

    public PictureDrawing(RgbaPicture picture) {
        ColorAlphaType alpha = picture.opaque() ? ColorAlphaType.OPAQUE : ColorAlphaType.PREMUL;
        ImageInfo info =
                new ImageInfo(picture.width(), picture.height(), ColorType.RGBA_8888, alpha);
        this.image = Image.makeRasterFromBytes(info, picture.pixels(), picture.width() * 4L);
    }

    /// Draws the picture, scaled to `place` and clipped to `clip`, both in coordinates of the
    /// transformed canvas.
    ///
    /// @param shrinks whether it is reduced a lot and needs mipmaps
    public void paint(Canvas canvas, Bounds place, Bounds clip, boolean shrinks) {
        SamplingMode sampling =
                shrinks
                        ? new FilterMipmap(FilterMode.LINEAR, MipmapMode.LINEAR)
                        : SamplingMode.CATMULL_ROM;
        canvas.save();
        if (!holds(clip, place)) {
            canvas.clipRect(rect(clip), true);
        }
        try (Paint paint = new Paint().setAntiAlias(true)) {
            Rect all = Rect.makeWH(image.getWidth(), image.getHeight());
            canvas.drawImageRect(image, all, rect(place), sampling, paint, true);
        }
        canvas.restore();
    }

    /// Draws the picture as a blurred backdrop of `place`, clipped to `clip`.
    public void paintBlurred(Canvas canvas, Bounds place, Bounds clip) {
        float sigma =
                (float) (Math.max(clip.right() - clip.left(), clip.bottom() - clip.top()) / 20);
        canvas.save();
        canvas.clipRect(rect(clip), true);
        try (ImageFilter blur = ImageFilter.makeBlur(sigma, sigma, FilterTileMode.CLAMP);
                Paint paint = new Paint().setImageFilter(blur)) {
            Rect all = Rect.makeWH(image.getWidth(), image.getHeight());
            SamplingMode sampling = new FilterMipmap(FilterMode.LINEAR, MipmapMode.LINEAR);
            canvas.drawImageRect(image, all, rect(place), sampling, paint, true);
        }
        canvas.restore();
    }

    @Override
    public void close() {
        image.close();
    }

    private static boolean holds(Bounds outer, Bounds inner) {
        return outer.left() <= inner.left()
                && outer.top() <= inner.top()
                && outer.right() >= inner.right()
                && outer.bottom() >= inner.bottom();
    }

    private static Rect rect(Bounds bounds) {
        return Rect.makeLTRB(
                (float) bounds.left(),
                (float) bounds.top(),
                (float) bounds.right(),
                (float) bounds.bottom());
    }
}
