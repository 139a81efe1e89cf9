package com.autoclipr.media;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// The format of files of coded packets. Big-endian, in this order:
///
/// | bytes | what |
/// |---|---|
/// | 8 | magic, with the version as its last character |
/// | 8 each | numbers, as many as the kind of file has |
/// | 4, n | length of the codec header, the header |
/// | 4 | number of packets |
/// | 25 each | size (4), presentation index (8), decoding index (8), duration (4), key frame (1) |
/// | sizes | data of the packets |
/// | 32 | SHA-256 of everything before |
///
/// A file is written under another name, flushed to disk and renamed: under its own name it is
/// whole.
final class PacketFile {
    private static final int PACKET_ENTRY_BYTES = 25;
    private static final int DIGEST_BYTES = 32;
    private static final int LARGEST_HEADER_BYTES = 1 << 16;
    private static final int BUFFER_BYTES = 1 << 16;

    private final byte[] magic;
    private final int numberCount;

    /// What such a file holds.
    record Content(long[] numbers, byte[] header, List<EncodedPacket> packets) {}

    /// @param magic 8 ASCII characters
    PacketFile(String magic, int numberCount) {
        this.magic = magic.getBytes(StandardCharsets.US_ASCII);
        this.numberCount = numberCount;
    }

    void write(Path file, Content content) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || file.getFileName() == null) {
            throw new IllegalArgumentException("not a file in a folder: " + file);
        }
        Path partial = null;
        try {
            partial = Files.createTempFile(folder, file.getFileName().toString(), ".partial");
            writeContent(partial, content);
            Files.move(
                    partial,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(partial, e);
            throw FileFailures.writing(file, e);
        }
    }

    private void writeContent(Path file, Content content) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream raw =
                    new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
            DataOutputStream out = new DataOutputStream(new DigestOutputStream(raw, digest));
            out.write(magic);
            for (long number : content.numbers) {
                out.writeLong(number);
            }
            out.writeInt(content.header.length);
            out.write(content.header);
            out.writeInt(content.packets.size());
            for (EncodedPacket packet : content.packets) {
                out.writeInt(packet.data().length);
                out.writeLong(packet.presentationIndex());
                out.writeLong(packet.decodingIndex());
                out.writeInt(packet.duration());
                out.writeBoolean(packet.keyFrame());
            }
            for (EncodedPacket packet : content.packets) {
                out.write(packet.data());
            }
            out.flush();
            raw.write(digest.digest());
            raw.flush();
            channel.force(true);
        }
    }

    Content read(Path file) {
        MessageDigest digest = sha256();
        try (DataInputStream raw =
                        new DataInputStream(
                                new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
                DataInputStream in = new DataInputStream(new DigestInputStream(raw, digest))) {
            Content content = readContent(in, Files.size(file));
            byte[] computed = digest.digest();
            if (!MessageDigest.isEqual(computed, raw.readNBytes(DIGEST_BYTES))) {
                throw new IOException("its digest is another");
            }
            return content;
        } catch (IOException e) {
            throw new FailureException(
                    Failure.of(
                            FailureKind.INTERNAL, "file", file.toString(), "detail", e.toString()),
                    e);
        }
    }

    private Content readContent(DataInputStream in, long fileBytes) throws IOException {
        if (!java.util.Arrays.equals(in.readNBytes(magic.length), magic)) {
            throw new IOException("it is no such file");
        }
        long[] numbers = new long[numberCount];
        for (int i = 0; i < numberCount; i++) {
            numbers[i] = in.readLong();
        }
        byte[] header = readWhole(in, checkedSize(in.readInt(), LARGEST_HEADER_BYTES));
        int packetCount =
                checkedSize(in.readInt(), (int) Math.min(fileBytes / PACKET_ENTRY_BYTES, 1 << 28));
        long before =
                magic.length
                        + 8L * numberCount
                        + 4
                        + header.length
                        + 4
                        + (long) PACKET_ENTRY_BYTES * packetCount;
        long dataBytes = fileBytes - before - DIGEST_BYTES;
        List<EncodedPacket> table = readTable(in, packetCount, dataBytes);
        return new Content(numbers, header, table);
    }

    /// The table tells how large the data is; only then is room made for it.
    private static List<EncodedPacket> readTable(DataInputStream in, int count, long dataBytes)
            throws IOException {
        int[] sizes = new int[count];
        List<EncodedPacket> entries = new ArrayList<>(count);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sizes[i] = checkedSize(in.readInt(), Integer.MAX_VALUE);
            sum += sizes[i];
            entries.add(
                    new EncodedPacket(
                            new byte[0],
                            in.readLong(),
                            in.readLong(),
                            in.readInt(),
                            in.readBoolean()));
        }
        if (sum != dataBytes) {
            throw new IOException(
                    "its packets have " + sum + " bytes, there are " + dataBytes + " for them");
        }
        for (int i = 0; i < count; i++) {
            EncodedPacket entry = entries.get(i);
            entries.set(
                    i,
                    new EncodedPacket(
                            readWhole(in, sizes[i]),
                            entry.presentationIndex(),
                            entry.decodingIndex(),
                            entry.duration(),
                            entry.keyFrame()));
        }
        return entries;
    }

    private static int checkedSize(int size, int largest) throws IOException {
        if (size < 0 || size > largest) {
            throw new IOException("a size of " + size + " is none");
        }
        return size;
    }

    private static byte[] readWhole(DataInputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        in.readFully(bytes);
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void deleteQuietly(@org.jspecify.annotations.Nullable Path file, IOException e) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
        }
    }
}
