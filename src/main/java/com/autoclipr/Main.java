package com.autoclipr;

/// The only wiring.
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
