package com.autoclipr.render;

import com.autoclipr.composition.effect.Filter;
import com.autoclipr.render.filter.BlurFilter;
import com.autoclipr.render.filter.ColourFilter;
import com.autoclipr.render.filter.PixelFilter;
import com.autoclipr.render.filter.Pixels;
import com.autoclipr.render.filter.ShadowFilter;
import java.util.List;

/// The effects of a layer at one moment, in output pixels.
///
/// @param mostReach limit of [#reach()], which bounds memory
record FilterChain(List<PixelFilter> filters, int mostReach) {
    private static final FilterChain NONE = new FilterChain(List.of(), 0);

    FilterChain {
        filters = List.copyOf(filters);
    }

    /// @param toOutput from the layer's box to output pixels
    /// @param mostSigma no blur is larger, pixels
    static FilterChain of(List<Filter> filters, Affine toOutput, double mostSigma) {
        return filters.isEmpty()
                ? NONE
                : new FilterChain(
                        filters.stream()
                                .map(filter -> inOutput(filter, toOutput, mostSigma))
                                .toList(),
                        (int) Math.ceil(4 * mostSigma));
    }

    private static PixelFilter inOutput(Filter filter, Affine map, double mostSigma) {
        double wide = wide(map);
        double tall = tall(map);
        return switch (filter) {
            case Filter.ColourMatrix(List<Double> rows) -> new ColourFilter(rows);
            case Filter.Blur(double sigma, Filter.Edges edges) ->
                    new BlurFilter(
                            Math.min(mostSigma, sigma * wide),
                            Math.min(mostSigma, sigma * tall),
                            edges == Filter.Edges.SHARP);
            case Filter.Shadow shadow ->
                    new ShadowFilter(
                            map.a() * shadow.x() + map.c() * shadow.y(),
                            map.b() * shadow.x() + map.d() * shadow.y(),
                            Math.min(mostSigma, shadow.sigma() * wide),
                            Math.min(mostSigma, shadow.sigma() * tall),
                            shadow.colour());
        };
    }

    /// How far a length reaches across the output, by the root of the sum of squares: exact for a
    /// layer that is turned by quarters or stretched alike both ways.
    private static double wide(Affine map) {
        return Math.sqrt(map.a() * map.a() + map.c() * map.c());
    }

    private static double tall(Affine map) {
        return Math.sqrt(map.b() * map.b() + map.d() * map.d());
    }

    boolean isEmpty() {
        return filters.isEmpty();
    }

    /// From how far away pixels affect each other, in whole pixels, even.
    int reach() {
        int sum = filters.stream().mapToInt(PixelFilter::reach).sum();
        int reach = Math.min(sum, mostReach);
        return reach + reach % 2;
    }

    void apply(Pixels pixels) {
        filters.forEach(filter -> filter.apply(pixels));
    }
}
