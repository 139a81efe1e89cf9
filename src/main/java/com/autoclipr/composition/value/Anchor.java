package com.autoclipr.composition.value;

/// A point of a layer's box: a part of its size plus pixels, so that both units and mixtures of
/// them can be animated.
///
/// @param partX part of the box's width, 0 being left and 1 right
/// @param pixelsX pixels added to it
/// @param partY part of the box's height, 0 being top and 1 bottom
/// @param pixelsY pixels added to it
public record Anchor(double partX, double pixelsX, double partY, double pixelsY) {
    public static final Anchor CENTRE = new Anchor(0.5, 0, 0.5, 0);

    public static final Interpolation<Anchor> INTERPOLATION =
            (from, to, amount) ->
                    new Anchor(
                            Interpolation.NUMBER.between(from.partX, to.partX, amount),
                            Interpolation.NUMBER.between(from.pixelsX, to.pixelsX, amount),
                            Interpolation.NUMBER.between(from.partY, to.partY, amount),
                            Interpolation.NUMBER.between(from.pixelsY, to.pixelsY, amount));

    /// The point in a box of this size, pixels from its top left corner.
    public Point in(double width, double height) {
        return new Point(partX * width + pixelsX, partY * height + pixelsY);
    }
}
