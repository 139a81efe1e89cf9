package com.autoclipr.export.store;

import com.autoclipr.files.DurableFiles;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.media.encoded.EncodedPacket;
import com.autoclipr.media.encoded.EncodedVideo;
import com.autoclipr.media.encoded.EncodedVideoFile;
import com.autoclipr.media.encoded.Provenance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// Made-up chunks for tests of the store: the bytes of each follow from its number.
public final class StoredChunks {
    /// Bytes of coded data in each.
    public static final int DATA_BYTES = 1000;

    private StoredChunks() {}

    public static String key(int number) {
        try {
            byte[] name = ("chunk " + number).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /// Data of the only packet of a chunk.
    public static byte[] data(int number) {
        byte[] data = new byte[DATA_BYTES];
        new Random(number).nextBytes(data);
        return data;
    }

    /// Writes the file as a worker does.
    public static Path stage(DurableFiles files, ChunkLease lease, int number) {
        Path staged = lease.stage(key(number));
        EncodedVideo video =
                new EncodedVideo(
                        new byte[] {1}, List.of(new EncodedPacket(data(number), 0, 0, 1, true)));
        EncodedVideoFile.write(files, staged, video, new Provenance(key(number), List.of()));
        return staged;
    }

    static Path put(ChunkLease lease, int number) {
        return lease.put(key(number), stage(new SystemFiles(), lease, number));
    }
}
