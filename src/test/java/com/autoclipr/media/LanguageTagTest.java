package com.autoclipr.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTagTest {
    @ParameterizedTest
    @CsvSource({
        "fr, fra, 3",
        "fr, fre, 3",
        "fre, fr, 3",
        "FR, Fra, 3",
        "fr, fr-CA, 2",
        "fr-CA, fra, 1",
        "fr-CA, fr-ca, 3",
        "fr_CA, fre-CA, 3",
        "fr-CA, fr-FR, 0",
        "de, ger, 3",
        "deu, ger, 3",
        "zh, chi, 3",
        "zh-TW, zh-Hant-TW, 2",
        "zh, cmn, 2",
        "cmn, zho, 1",
        "yue, cmn, 0",
        "no, nob, 2",
        "nb, nor, 1",
        "he, iw, 3",
        "heb, iw, 3",
        "id, in, 3",
        "ms, may, 3",
        "fil, fil, 3",
        "fr, frr, 0",
        "en, enm, 0",
        "und, und, 3",
        "en, und, 0",
        "und, en, 0",
    })
    void aLanguageIsFoundInWhateverFormItIsTagged(String asked, String tagged, int nearness) {
        assertEquals(nearness, LanguageTag.of(asked).nearnessOf(LanguageTag.of(tagged)));
    }
}
