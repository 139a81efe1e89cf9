package com.autoclipr.composition;

/// The box of a layer with a picture, and how the picture is fitted into it.
///
/// @param width canvas pixels; keyframes count from the layer's start
/// @param height canvas pixels; keyframes count from the layer's start
/// @param fit keyframes change it at once
public record PictureBox(Animated<Double> width, Animated<Double> height, Animated<Fit> fit) {}
