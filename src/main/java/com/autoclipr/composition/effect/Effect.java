package com.autoclipr.composition.effect;

import com.autoclipr.time.Rational;

/// An effect on the pixels of a layer. Effects are an open list: one is a record with its
/// properties and its `TYPE`, registered in [Effects]. Its meaning is a [Filter], of which the
/// renderer knows all kinds.
public interface Effect {
    /// What it does at a time.
    ///
    /// @param layerTime seconds from the layer's start
    Filter at(Rational layerTime);
}
